"""Links that Markdown leaves as text, since their scheme can run code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.source.addresses import check_url
from sphinx_cv.source.markdown import INLINE_CODE, blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


# Markdown-it makes no links of these, and says nothing.
_DROPPED = re.compile(
    r"(?:\]\(\s*<?|<|^\s*\[[^\]]+\]:\s*<?)((?:javascript|vbscript|file|data):"
    r"(?:[^\s<>()]|\([^\s<>()]*\))*)",
    re.IGNORECASE,
)


def dropped_links(lines: Sequence[str], place: str) -> Iterator[Finding]:
    """Yield a finding for each of these links."""
    for number, line, code in blocks(lines):
        if code:
            continue
        shown = INLINE_CODE.sub(lambda code: " " * len(code[0]), line)
        for match in _DROPPED.finditer(shown):
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
