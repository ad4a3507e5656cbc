"""Reads a source line by line, as the parsers count its lines. Knows no Sphinx."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a quotation or a list sets before a line.
_MARKERS = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*")
_FENCE = re.compile(r"(`{3,}|~{3,}|:{3,})\s*(.*)")
# A block whose text is no Markdown.
_LITERAL = re.compile(r"(?!\{)|\{(?:code|literal|parsed-literal|highlight|math|raw)")


def read_lines(path: str | Path) -> list[str]:
    """Return the lines of a file, none where it cannot be read.

    Only the ends of lines that Markdown knows count: a form feed or U+2028 ends none.
    """
    try:
        text = Path(path).read_text("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return []
    return re.split(r"\r\n|\n|\r", text)


def line_corrections(lines: Sequence[str]) -> dict[int, int]:
    """Map the lines that MyST tells of to those that it means, as far as they differ.

    Where a block between colons starts with another one, MyST reads a blank line between the
    two, and counts it in all that the outer one holds.
    """
    told: dict[int, int] = {}
    if not any(":::" in line for line in lines):
        return told
    opened: list[tuple[str, bool, int]] = []
    bare = [_MARKERS.sub("", line, count=1) for line in [*lines, ""]]
    for number, (text, below) in enumerate(pairwise(bare), 1):
        mark, literal, added = opened[-1] if opened else ("", False, 0)
        if added:
            told[number + added] = number
        match = _FENCE.fullmatch(text)
        if match and mark and not match[2] and match[1].startswith(mark):
            opened.pop()
        elif match and not literal:
            is_colon = match[1].startswith(":")
            is_literal = not is_colon and bool(_LITERAL.match(match[2]))
            is_end = below.strip().startswith(match[1]) and not below.strip(": ")
            if is_colon and match[2].startswith("{") and below.startswith(":::") and not is_end:
                added += 1
            opened.append((match[1], is_literal, added))
    return told
