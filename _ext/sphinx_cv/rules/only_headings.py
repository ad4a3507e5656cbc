"""Headings in blocks for one output: they would leave the block, and show in every output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.source.markdown import Fence, Page

_HEADING = re.compile(r"#{1,6}\s")


def only_headings(page: Page, place: str) -> Iterator[Finding]:
    """Yield the headings within ``{only}``, and within ``{cv-only}`` for the web or for print."""
    blocks = [fence for fence in page.fences if _loses_headings(fence)]
    for number, line in page.prose() if blocks else ():
        around = [fence for fence in blocks if fence.first < number <= fence.last]
        if around and _HEADING.match(line.lstrip(" >")):
            message = (
                f"a heading inside {around[-1].directive} leaves the block, and every output shows "
                'it: put it above and use "cv-only" below, or move both to a page of their own'
            )
            yield Finding(subtype="only", message=message, line=number, place=place)


def _loses_headings(fence: Fence) -> bool:
    """Whether MyST lifts the headings in a block out of it."""
    argument = fence.info.partition("}")[2].strip()
    return fence.directive == "only" or (fence.directive == "cv-only" and argument != "own")
