"""Options of a page as a whole, in its front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.model.suggestion import hint_of
from sphinx_cv.source.front_matter import front_matter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sphinx_cv.source.markdown import Page


_KIND = re.compile(r"([\w-]++)\s*+:\s*+([\"']?)([\w -]*+)\2\s*+(?:#.*)?")


def page_options(page: Page, place: str, kinds: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with ``cv-kind`` in the first lines of a page."""
    for number, line in front_matter(page.lines):
        match = _KIND.fullmatch(line)
        if match is None:
            continue
        name, kind = match[1], match[3].strip()
        if name == "cv-kind" and kind and kind not in kinds:
            hint = hint_of(kind, kinds)
            message = f'unknown value "{kind}" for "cv-kind".{hint}'
            yield Finding(subtype="kind", message=message, line=number, place=place)
        elif name not in ("cv-kind", "cv-only") and name.startswith("cv"):
            message = f'unknown page option "{name}". Did you mean "cv-kind"?'
            yield Finding(subtype="option", message=message, line=number, place=place)
