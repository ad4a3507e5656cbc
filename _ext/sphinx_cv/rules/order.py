"""Items that are out of order in their section."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_cv.model.items import Entry
from sphinx_cv.model.kinds import ENTRY_KINDS

from .cv import finding_at
from .part_time import is_beside, is_office

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_cv.model.dates.values import Dates
    from sphinx_cv.model.finding import Finding
    from sphinx_cv.model.items import Item

    from .cv import Fact

# A section has an order if this many more steps go one way than the other.
_CLEAR = 2


def out_of_order(facts: Iterable[Fact]) -> Iterator[Finding]:
    """Find items that are out of order in their section.

    A section may start with the newest or with the oldest. Where it is too short to tell, it is
    taken to start as the others do. A section with many exceptions has another order.
    """
    sections: dict[tuple[str, str, str, str], list[Fact]] = defaultdict(list)
    spans: dict[tuple[str, str, str, str], list[Dates]] = defaultdict(list)
    for fact in facts:
        if fact.item.dates is not None:
            place = fact.docname, fact.section, fact.item.objtype, _sort(fact.item)
            sections[place].append(fact)
            spans[place].append(fact.item.dates)
    steps = {
        place: [_step(above, below) for above, below in pairwise(dates)]
        for place, dates in spans.items()
    }
    sums = {
        objtype: sum(sum(found) for place, found in steps.items() if place[2] == objtype)
        for objtype in ("entry", "talk")
    }
    # Positions start with the newest, unless the CV says otherwise.
    usual = {"entry": _sign(sums["entry"]) or -1, "talk": _sign(sums["talk"], _CLEAR)}
    for place, section in sections.items():
        found = steps[place]
        _docname, _section, objtype, kind = place
        direction = _sign(sum(found), _CLEAR)
        if not direction and not _is_by_weight(objtype, kind):
            direction = usual[objtype]
        if not direction:
            continue
        wrong = [
            number
            for number, step in enumerate(found, 1)
            if step == -direction and not _stand_apart(section[:number], section[number:])
        ]
        if len(wrong) > max(1, len(found) // 3):
            continue
        for number in wrong:
            if "order" in section[number].item.silenced:
                continue
            age = "older" if direction > 0 else "newer"
            yield finding_at(
                section[number],
                "order",
                f'"{section[number].item.title}" is {age} than the {section[number].item.objtype} '
                f'above it ("{section[number - 1].item.title}"): move it up',
            )


def _stand_apart(main: Sequence[Fact], last: Sequence[Fact]) -> bool:
    """Whether the *last* of a section are posts and offices held beside the *main* ones."""
    return all(
        isinstance(fact.item, Entry)
        and (is_beside(fact.item) or is_office(fact.item))
        and any(_meet(fact.item.dates, other.item.dates) for other in main)
        for fact in last
    )


def _meet(one: Dates | None, other: Dates | None) -> bool:
    if one is None or other is None:
        return False
    ends = (dates.end.last() if dates.end else dt.date.max for dates in (one, other))
    return max(one.earliest.first(), other.earliest.first()) <= min(ends)


def _sign(number: int, least: int = 1) -> int:
    """Return the sign of a number, 0 where it is less than *least*."""
    return 0 if abs(number) < least else number // abs(number)


def _sort(item: Item) -> str:
    """Return the kind of an entry, each of which has an order of its own; talks have one."""
    return item.kind if item.objtype == "entry" else ""


def _is_by_weight(objtype: str, kind: str) -> bool:
    """Whether such a section is often in another order; of an author's own kind nobody knows."""
    return objtype == "entry" and (kind not in ENTRY_KINDS or ENTRY_KINDS[kind].by_weight)


def _step(above: Dates, below: Dates) -> int:
    """Return 1 where the lower one is later for sure, -1 where earlier, 0 where they overlap."""
    return int(_is_before(above, below)) - int(_is_before(below, above))


def _is_before(one: Dates, other: Dates) -> bool:
    # What lasted "until 2023" may have begun at any time.
    if one.end is None or other.start is None:
        return False
    if one.earliest.last() >= other.earliest.first():
        return False
    if not (one.is_exact and other.is_exact):
        return False
    # "2016 – 2018" is before "2018 – 2020".
    ends_first = other.end is None or one.end.last() < other.end.first()
    return ends_first and one.end.first() <= other.earliest.first()
