"""Positions at two places that no one can well have held at once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_cv.model.items import Entry
from sphinx_cv.model.kinds import ENTRY_KINDS

from .cv import finding_at, where
from .part_time import is_beside, is_office

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_cv.model.finding import Finding

    from .cv import Fact

_MONTH = dt.timedelta(days=31)
# A leave for a post elsewhere, which the CV may not call one, is seldom longer.
_LEAVE = dt.timedelta(days=548)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Position:
    """A position: the day on which it has begun for sure, and that up to which it has lasted.

    ``lasts`` says that it is held today, ``alone`` that it is the only one at its house.
    """

    start: dt.date
    end: dt.date
    lasts: bool
    alone: bool
    entry: Entry
    fact: Fact


def overlapping(facts: Iterable[Fact], today: dt.date) -> Iterator[Finding]:
    """Find positions at two places that overlap for sure, by more than a month."""
    held_ever = [
        (fact, entry, entry.dates)
        for fact in facts
        if isinstance(entry := fact.item, Entry)
        and entry.kind in ENTRY_KINDS
        and ENTRY_KINDS[entry.kind].position
        and entry.organization
        and entry.dates
    ]
    houses = Counter(entry.organization.casefold() for _fact, entry, _dates in held_ever)
    positions = [
        _Position(
            start=span.start.last(),
            end=span.end.first() if span.end else today,
            lasts=span.end is None,
            alone=houses[entry.organization.casefold()] == 1,
            entry=entry,
            fact=fact,
        )
        for fact, entry, dates in held_ever
        if not is_beside(entry)
        for span in dates.spans
        if span.start and span.is_exact
    ]
    held: list[_Position] = []
    for position in sorted(positions, key=lambda position: (position.start, position.end)):
        held = [other for other in held if other.end - position.start > _MONTH]
        other = next((other for other in held if _exclude(other, position)), None)
        if other:
            yield finding_at(
                position.fact,
                "overlap",
                f'"{position.entry.title}" overlaps with "{other.entry.title}" '
                f"({where(other.fact)}): correct the dates, "
                'say in the title that one is part-time, or add ":silence: overlap, the reason"',
            )
        held.append(position)


def _exclude(first: _Position, second: _Position) -> bool:
    """Whether no one can well have held both, the first of which began no later."""
    one, other = first.entry, second.entry
    both = min(first.end, second.end) - second.start
    towns = {entry.location.casefold() for entry in (one, other)}
    if "overlap" in (*one.silenced, *other.silenced) or both <= _MONTH:
        return False
    if one.organization.casefold() == other.organization.casefold():
        return False
    # Two houses of one town share a person, whom one of them may have promoted meanwhile.
    one_town = len(towns) == 1 and "" not in towns
    if one_town and (second.end <= first.end or not (first.alone and second.alone)):
        return False
    if first.lasts:
        # The owner was on leave from it, or holds an office beside it.
        return second.lasts and not any(is_office(entry) for entry in (one, other))
    return second.end > first.end or both > _LEAVE
