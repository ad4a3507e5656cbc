"""The lines that MyST means, where it reports others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .markdown import Page


def line_corrections(page: Page) -> dict[int, int]:
    """Map the lines that MyST reports to those that it means, where they differ.

    Where a block between colons starts with another one, MyST reads a blank line between the
    two, and counts it in all that the outer one holds.
    """
    if ":::" not in page.text:
        return {}
    added: Counter[int] = Counter()
    for fence in page.fences:
        if fence.mark[0] == ":" and fence.directive and fence.content.startswith(":::"):
            added.update(range(fence.first + 1, fence.last + 1))
    return {number + added[number]: number for number in sorted(added)}
