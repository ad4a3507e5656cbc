"""Expected ends that have passed, and upcoming talks that have been given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cv import finding_at

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
            cure = 'remove ":upcoming:"'
        else:
            cure = 'remove ":expected:", or write the new expected end'
        yield finding_at(fact, "expired", f'"{dates.end}" has passed: {cure}', "end", "date")
