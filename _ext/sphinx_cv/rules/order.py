"""Items that are out of order in their section."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from sphinx_cv.model.items import Entry
from sphinx_cv.model.kinds import ENTRY_KINDS

from .cv import finding_at
from .part_time import is_beside, is_office

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_cv.model.dates.values import Dates
    from sphinx_cv.model.finding import Finding

    from .cv import Fact

# A section has an order if this many more steps go one way than the other.
_CLEAR = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class _Section:
    """Dated items below each other, which have one order.

    ``steps`` are those from each item to the next, as ``_step`` has them, and ``ends`` the one from
    the first to the last. ``sort`` is "talk", "entry", or "weight" for entries that are often in
    the order of their weight.
    """

    facts: Sequence[Fact]
    steps: Sequence[int]
    ends: int
    sort: str


def out_of_order(facts: Iterable[Fact]) -> Iterator[Finding]:
    """Find items that are out of order in their section.

    A section may start with the newest or with the oldest. Where it is too short to tell, it is
    taken to start as the others do. A section with many exceptions has another order.
    """
    sections = [*_sections(facts)]
    steps = {sort: Counter[int]() for sort in ("entry", "weight", "talk")}
    for section in sections:
        steps[section.sort].update(section.steps)
    for section in sections:
        direction = _direction(section, steps)
        if not direction:
            continue
        found, items = section.steps, section.facts
        wrong = [
            number
            for number, step in enumerate(found, 1)
            if step == -direction and not _stand_apart(items[:number], items[number:])
        ]
        if len(wrong) > max(1, len(found) // 3):
            continue
        for number in wrong:
            if "order" in items[number].item.silenced:
                continue
            age = "older" if direction > 0 else "newer"
            yield finding_at(
                items[number],
                "order",
                f'"{items[number].item.title}" is {age} than the {items[number].item.objtype} '
                f'above it ("{items[number - 1].item.title}"): move it up',
            )


def _sections(facts: Iterable[Fact]) -> Iterator[_Section]:
    """Yield what has one order: the talks of a part of a page, its entries of one kind."""
    places: dict[tuple[str, str, str, str], list[tuple[Fact, Dates]]] = defaultdict(list)
    for fact in facts:
        if fact.item.dates is not None:
            kind = fact.item.kind if fact.item.objtype == "entry" else ""
            place = fact.docname, fact.section, fact.item.objtype, kind
            places[place].append((fact, fact.item.dates))
    for (_docname, _section, objtype, kind), items in places.items():
        dates = [dated for _fact, dated in items]
        yield _Section(
            facts=[fact for fact, _dates in items],
            steps=[_step(above, below) for above, below in pairwise(dates)],
            ends=_step(dates[0], dates[-1]),
            sort="talk" if objtype == "talk" else "weight" if _is_by_weight(kind) else "entry",
        )


def _direction(section: _Section, steps: Mapping[str, Counter[int]]) -> int:
    """Return 1 for the oldest first, -1 for the newest first, and 0 where nobody can tell.

    *steps* are those of all sections, by their sort.
    """
    own = sum(section.steps)
    if clear := _sign(own, _CLEAR):
        return clear
    if section.sort == "talk":
        usual = _sign(steps["talk"][1] - steps["talk"][-1], _CLEAR)
        has_exceptions = min(map(section.steps.count, (1, -1))) > 1
        if usual or has_exceptions or _is_by_kind(section.facts):
            return usual
        # Where one step goes up and one down, one is wrong in any order; the ends say which.
        return _sign(own) or section.ends
    if section.sort == "entry":
        entries = steps["entry"] + steps["weight"]
        # Positions start with the newest, unless the CV says otherwise.
        return _sign(entries[1] - entries[-1]) or -1
    # A few prizes may be in the order of their weight, unless all others of such kinds have dates
    # in one order.
    others = steps["weight"] - Counter(section.steps)
    goes_both_ways = 1 in section.steps and -1 in section.steps
    if not goes_both_ways or (others[1] and others[-1]):
        return 0
    return _sign(others[1] - others[-1], _CLEAR)


def _is_by_kind(facts: Sequence[Fact]) -> bool:
    """Whether items of a kind stand together, each kind perhaps with an order of its own."""
    runs = [kind for kind, _run in groupby(fact.item.kind for fact in facts)]
    return len({*runs}) == len(runs) and 1 < len(runs) < len(facts)


def _stand_apart(main: Sequence[Fact], last: Sequence[Fact]) -> bool:
    """Whether the *last* of a section are posts and offices held beside the *main* ones."""
    return all(
        isinstance(fact.item, Entry)
        and (is_beside(fact.item) or is_office(fact.item))
        and any(_meet(fact.item.dates, other.item.dates) for other in main)
        for fact in last
    )


def _meet(one: Dates | None, other: Dates | None) -> bool:
    # A post that follows the other in its last year is not beside it.
    if one is None or other is None or _step(one, other):
        return False
    ends = (dates.end.last() if dates.end else dt.date.max for dates in (one, other))
    return max(one.earliest.first(), other.earliest.first()) <= min(ends)


def _sign(number: int, least: int = 1) -> int:
    """Return the sign of a number, 0 where it is less than *least*."""
    return 0 if abs(number) < least else number // abs(number)


def _is_by_weight(kind: str) -> bool:
    """Whether entries of a kind are often in another order; of an author's own nobody knows."""
    return kind not in ENTRY_KINDS or ENTRY_KINDS[kind].by_weight


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
