"""The first lines of a page, between ``---`` and ``---``, in which it says its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def front_matter(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the number and the text of each of these lines, none where a page has none."""
    if not lines or lines[0].rstrip() != "---":
        return
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ("---", "..."):
            return
        yield number, line
