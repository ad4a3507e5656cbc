"""Braces, which hold the parts of a TeX text together: counted here, and nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACE = re.compile(r"[{}]")
_BRACE_OR_ESCAPE = re.compile(r"\\.|[{}]", re.DOTALL)


def depths(text: str, *, escapes: bool = False) -> Iterator[tuple[int, int]]:
    r"""Yield the offset of each brace, and how many braces are open behind it.

    The depth is negative behind a ``}`` that closes nothing. BibTeX counts every brace; with
    *escapes*, ``\{`` and ``\}`` are signs and do not count, as in TeX.
    """
    depth = 0
    for match in (_BRACE_OR_ESCAPE if escapes else _BRACE).finditer(text):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
            yield match.start(), depth


def are_balanced(text: str, *, escapes: bool = False) -> bool:
    """Whether each brace has its partner, in the right order."""
    found = [depth for _place, depth in depths(text, escapes=escapes)]
    return not found or (min(found) >= 0 and found[-1] == 0)


def pairs(text: str, *, escapes: bool = False) -> dict[int, int]:
    """Return the offset of each ``{`` that is closed, and of the ``}`` that closes it."""
    closed: dict[int, int] = {}
    opened: list[int] = []
    for place, _depth in depths(text, escapes=escapes):
        if text[place] == "{":
            opened.append(place)
        elif opened:
            closed[opened.pop()] = place
    return closed


def split(text: str, separator: str) -> list[str]:
    r"""Split *text* at each match of the pattern *separator* that stands in no braces.

    What belongs to a TeX command or to an entity of HTML is no separator (``\;``, ``&amp;``).
    """
    found = list(depths(text, escapes=True))
    places = [place for place, _depth in found]
    parts, start = [], 0
    pattern = rf"\\.|&#?\w+;|(?P<separator>{separator})"
    for match in re.finditer(pattern, text, re.IGNORECASE | re.DOTALL):
        before = bisect_left(places, match.start())
        if match["separator"] and (not before or found[before - 1][1] <= 0):
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]
