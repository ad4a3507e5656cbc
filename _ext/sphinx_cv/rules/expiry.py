"""Dates against the calendar: an end or a talk that has passed, or is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cv import finding_at, typed_flag

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from sphinx_cv.model.finding import Finding

    from .cv import Fact


def expired(facts: Iterable[Fact], today: dt.date) -> Iterator[Finding]:
    """Find expected ends that have passed, and upcoming talks that have been given."""
    for fact in facts:
        dates = fact.item.dates
        if dates is None or not dates.expected or dates.end is None or dates.end.last() >= today:
            continue
        if fact.item.objtype == "talk":
            cure = f"remove {typed_flag(fact, 'upcoming')}"
        else:
            cure = f"remove {typed_flag(fact, 'expected')}, or write the new expected end"
        yield finding_at(fact, "expired", f'"{dates.end}" has passed: {cure}', "end", "date")


def still_to_come(facts: Iterable[Fact], today: dt.date) -> Iterator[Finding]:
    """Find talks that have not been given and do not say so, and a "present" in the future.

    Other entries may name a year ahead: a grant its years, a committee the conference's.
    """
    for fact in facts:
        dates = fact.item.dates
        if dates is None or dates.expected or "upcoming" in fact.item.silenced:
            continue
        last = dates.spans[-1]
        begin = last.start
        if begin is None or begin.first() <= today:
            continue
        if fact.item.objtype == "talk":
            cure = f"add {typed_flag(fact, 'upcoming')}"
        elif last.end is None:
            cure = f'write ":date: {begin}" and {typed_flag(fact, "expected")}'
        else:
            continue
        message = f'"{begin}" is still to come: {cure}, or correct the date'
        yield finding_at(fact, "upcoming", message, "date", "start", "end")
