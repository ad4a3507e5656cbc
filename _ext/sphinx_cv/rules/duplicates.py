"""Entries and talks that are given twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cv import finding_at, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_cv.model.finding import Finding

    from .cv import Fact


def duplicates(facts: Iterable[Fact]) -> Iterator[Finding]:
    """Find what is given twice: one title, at one place, at one time."""
    first: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        item = fact.item
        place = item.places
        if not item.title or not any(place):
            continue
        folded = (part.casefold() for part in (item.title, item.location, *place))
        time = (item.dates.start, item.dates.end) if item.dates else item.date_text
        same = first.setdefault((type(item), time, *folded), fact)
        if same is not fact and "duplicate" not in item.silenced:
            yield finding_at(
                fact,
                "duplicate",
                f'"{item.title}" is listed twice, first in {where(same)}: remove one, '
                "or say how they differ",
            )
