"""Links that Markdown leaves as text, since their scheme can run code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.source.addresses import check_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.source.markdown import Page


# Markdown-it makes no links of these, and says nothing.
_DROPPED = re.compile(
    r"(?:(?<!\\)\]\(\s*<?|(?<!\\)<|^\s*\[[^\]]+\]:\s*<?)((?:javascript|vbscript|file|data):"
    r"(?:[^\s<>()]|\([^\s<>()]*\))*)",
    re.IGNORECASE,
)


def dropped_links(page: Page, place: str) -> Iterator[Finding]:
    """Yield a finding for each of these links."""
    for number, line in page.prose():
        for match in _DROPPED.finditer(line):
            try:
                check_url(match[1])
            except ValueError as error:
                yield Finding(
                    subtype="link",
                    message=str(error),
                    line=number,
                    place=place,
                    column=match.start(1) + 1,
                    length=len(match[1]),
                )
