"""Headings in blocks for one output: they would leave the block, and show in every output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"[\s>]*(`{3,}|~{3,}|:{3,})\s*(.*)")
_ONLY = re.compile(r"\{(only|cv-only)\}\s*(.*)")
_CODE = re.compile(r"\{(?:code|literal|parsed-literal|highlight|math|raw)")
_HEADING = re.compile(r"#{1,6}\s")


def only_headings(lines: Sequence[str], place: str) -> Iterator[Finding]:
    """Yield the headings within ``{only}``, and within ``{cv-only}`` for the web or for print."""
    opened: list[tuple[str, str]] = []
    for number, line in enumerate(lines, 1):
        fence = _FENCE.match(line)
        if fence and opened and not fence[2].strip() and fence[1].startswith(opened[-1][0]):
            opened.pop()
        elif fence:
            above = opened[-1][1] if opened else ""
            opened.append((fence[1], _lifter(fence[2], above, colons=fence[1].startswith(":"))))
        elif _HEADING.match(line.lstrip()) and opened and opened[-1][1]:
            message = (
                f"a heading inside {opened[-1][1]} leaves the block, and every output shows it: "
                f'put it above and use "cv-only" below, or move both to a page of their own'
            )
            yield Finding(subtype="only", message=message, line=number, place=place)


def _lifter(info: str, above: str, *, colons: bool) -> str:
    """Return the directive that a heading would leave in a block, *above* being that around it."""
    if match := _ONLY.match(info):
        return "" if match[1] == "cv-only" and match[2].strip() == "own" else match[1]
    is_code = _CODE.match(info) or not (colons or info.startswith("{"))
    return "" if is_code else above
