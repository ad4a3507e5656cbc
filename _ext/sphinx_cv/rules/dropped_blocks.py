"""Blocks that Markdown leaves as text or code, and code blocks that are never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.directives import OURS
from sphinx_cv.model.finding import Finding
from sphinx_cv.model.options.declared import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.source.markdown import Page

# The name of a directive with its text behind it, or with blanks in its braces; one of ours bare.
_NAME = r"[\w:+.-]+"
_MISSPELT = re.compile(
    rf"(?:\{{({_NAME})\}}(?=\S)|\{{\s+({_NAME})\s*\}}|\{{({_NAME})\s+\}}"
    rf"|({OURS})(?!\S))\s*(.*)"
)
_DROPPED_BLOCK = re.compile(r"([\s>]*+)(`{3,})\{[\w:-]+\}[^`]*`")


def dropped_blocks(page: Page, place: str) -> Iterator[Finding]:
    """Yield a finding for each of these blocks."""
    yield from _misspelt(page, place)
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


def _misspelt(page: Page, place: str) -> Iterator[Finding]:
    """Yield the first lines that look like that of a directive, and are none."""
    for fence in page.fences:
        if found := _MISSPELT.fullmatch(fence.info):
            *names, text = found.groups()
            meant = f"{{{next(filter(None, names))}}} {text}"
            yield Finding(
                subtype="fence",
                message=f"{shown(fence.info)} is not read as a directive: "
                f"write {shown(meant.strip())}",
                line=fence.first,
                place=place,
                column=fence.column + len(fence.mark),
                length=len(fence.info),
            )
