"""Code and comments in the text of a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from .markdown_parser import COMMENT, COMMENT_END

# What can start something, and what hides such a start: an escape, an address in "<>".
_START = re.compile(r"\\.|`+|<!--|<[A-Za-z][\w+.-]{1,31}:[^\s<>]*>", re.DOTALL | re.ASCII)
_RUN = re.compile("`+")


@dataclass(slots=True)
class Inline:
    """Where code and comments start and end in a text, and where a comment starts without end."""

    code: list[tuple[int, int]] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    unclosed: int | None = None


def read_inline(text: str) -> Inline:
    """Find the code and the comments in the *text* of one block, in one go from its start."""
    found = Inline()
    if "`" not in text and COMMENT not in text:
        return found
    runs: dict[int, list[int]] = defaultdict(list)
    for run in _RUN.finditer(text):
        runs[len(run[0])].append(run.start())
    last = text.rfind(COMMENT_END)
    place = 0
    while match := _START.search(text, place):
        start, place = match.span()
        if match[0] == COMMENT:
            if place > last:
                found.unclosed = start
                break
            place = text.index(COMMENT_END, place) + len(COMMENT_END)
            found.comments.append((start, place))
        elif match[0].startswith("`"):
            same = runs[len(match[0])]
            end = bisect_left(same, place)
            if end < len(same):
                place = same[end] + len(match[0])
                found.code.append((start, place))
    return found
