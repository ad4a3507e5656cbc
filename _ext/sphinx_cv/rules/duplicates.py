"""Entries and talks that are given twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .facts import problem_at, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_cv.model.finding import Problem

    from .facts import Fact


def duplicates(facts: Iterable[Fact]) -> Iterator[Problem]:
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
            yield problem_at(
                fact,
                "duplicate",
                f'"{item.title}" is given twice, first in {where(same)}: remove one, '
                "or write what tells them apart",
            )
