"""Blocks that Markdown leaves as text, and code blocks that are never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.source.markdown import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_DROPPED_BLOCK = re.compile(r"([\s>]*)(`{3,})\{[\w:-]+\}[^`]*`")


def dropped_blocks(lines: Sequence[str], place: str) -> Iterator[Finding]:
    """Yield a finding for each of these blocks."""
    code, told = 0, False
    for number, line, code in blocks(lines):
        if not code and (match := _DROPPED_BLOCK.match(line)):
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
    if code and not told:
        mark = lines[code - 1].strip()
        yield Finding(
            subtype="fence",
            message=f"the code block that starts with {mark} has no end: all below is part of it",
            line=code,
            place=place,
            column=lines[code - 1].index(mark) + 1,
            length=len(mark),
        )
