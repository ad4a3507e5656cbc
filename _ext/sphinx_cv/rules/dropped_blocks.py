"""Blocks that Markdown leaves as text, and code blocks that are never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.source.markdown import Page


_DROPPED_BLOCK = re.compile(r"([\s>]*+)(`{3,})\{[\w:-]+\}[^`]*`")


def dropped_blocks(page: Page, place: str) -> Iterator[Finding]:
    """Yield a finding for each of these blocks."""
    told = False
    for number, _text in page.prose():
        line = page.lines[number - 1]
        if match := _DROPPED_BLOCK.match(line):
            yield Finding(
                subtype="fence",
                message=f'a block that starts with {match[2]} cannot have "`" in its first line: '
                "start and end it with :::",
                line=number,
                place=place,
                column=len(match[1]) + 1,
                length=len(line.rstrip()) - len(match[1]),
            )
            told = True
    # The end of such a block starts code.
    for fence in page.fences if not told else ():
        if fence.is_code and not fence.closed:
            opening = f"{fence.mark}{fence.info}"
            yield Finding(
                subtype="fence",
                message=f"the code block that starts with {opening} has no end: "
                "all below is part of it",
                line=fence.first,
                place=place,
                column=fence.column,
                length=len(opening),
            )
