"""Which entries and talks a list shows, and in what order. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sphinx_cv.model.dates.values import Key

    from .items import Item

ORDERS = ("newest", "oldest")
GROUPS = ("year", "kind")
TIMES = ("upcoming", "past")
SHOW_KIND = ("auto", "never", "always")


class Holder(Protocol):
    """What holds an item: its record."""

    @property
    def item(self) -> Item:
        """The entry or talk."""


Held = TypeVar("Held", bound=Holder)


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """The conditions of a list; an empty one lets everything pass.

    ``years`` holds the first and the last year, 0 for an open end; an item passes if its dates
    meet them. ``role`` is a part of its role; it has one of ``tags``. ``organization`` is part of
    an entry's organization, or of a talk's event or host.
    """

    kind: str = ""
    role: str = ""
    tags: tuple[str, ...] = ()
    years: tuple[int, int] = (0, 0)
    publication: str = ""
    organization: str = ""
    when: str = ""
    order: str = ORDERS[0]
    limit: int = 0
    group: str = ""
    fold: bool = False
    show_kind: str = SHOW_KIND[0]
    sum: bool = False


def select(
    records: Iterable[Held], selection: Selection, today: dt.date, kinds: Iterable[str] = ()
) -> list[Held]:
    """Return the records that pass, in order; those of one date keep the order of the page.

    *kinds* are the names of the kinds in the order in which a list groups them. Those of a group
    follow each other, first of all those that no group takes: they have no year or kind.
    """
    passed = [record for record in records if _passes(record.item, selection, today)]
    # Entries are newest first in a CV and talks often oldest first: of two equal dates
    # the later talk, but the earlier entry, is the newer one.
    if passed and passed[0].item.objtype == "talk":
        passed.reverse()
    passed.sort(key=lambda record: _date(record.item), reverse=True)
    if selection.order == "oldest":
        passed.reverse()
    chosen = _limited(passed, selection)
    if selection.group == "kind":
        ranks = {kind: rank for rank, kind in enumerate(kinds, 1)}
        chosen.sort(key=lambda record: ranks.get(record.item.kind, 0))
    if selection.group == "year":
        # What is ongoing is the newest, but is listed under the year it started.
        newest = selection.order == "newest"
        chosen.sort(key=lambda record: year_of(record.item), reverse=newest)
        chosen.sort(key=lambda record: bool(year_of(record.item)))
    return chosen


def folded(records: Iterable[Held]) -> list[list[Held]]:
    """Return the records of one title together, in the order of their first."""
    titles: dict[str, list[Held]] = {}
    for record in records:
        titles.setdefault(record.item.label.casefold(), []).append(record)
    return [*titles.values()]


def _limited(records: list[Held], selection: Selection) -> list[Held]:
    """Return the first *limit* records; those that fold into one count as one."""
    if not selection.limit or not selection.fold:
        return records[: selection.limit or None]
    kept = {id(record) for same in folded(records)[: selection.limit] for record in same}
    return [record for record in records if id(record) in kept]


def read_years(text: str) -> tuple[int, int]:
    """Read ``2020``, ``2020-2023``, ``2020-`` or ``-2023``.

    Raises ValueError with a sentence that says what to write.
    """
    first, dash, last = (part.strip() for part in text.partition("-"))
    ends = (first, last if dash else first)
    if not any(ends) or not all(not end or (end.isascii() and end.isdecimal()) for end in ends):
        raise ValueError(f'"{text}" names no years: write 2020, 2020-2023, 2020- or -2023')
    return int(ends[0] or 0), int(ends[1] or 0)


def year_of(item: Item) -> str:
    """Return the year under which a list groups the item: the last one that it names."""
    if item.dates is None:
        return ""
    return str(item.dates.latest.last_year)


def _passes(item: Item, selection: Selection, today: dt.date) -> bool:
    return (
        selection.kind in ("", item.kind)
        and selection.role.casefold() in item.role.casefold()
        and (not selection.tags or not {*selection.tags}.isdisjoint(item.tags))
        and (not selection.publication or selection.publication in item.publications)
        and selection.organization.casefold() in "\n".join(item.places).casefold()
        and _meets(item, selection.years)
        and (not selection.when or (selection.when == "upcoming") == is_upcoming(item, today))
    )


def is_upcoming(item: Item, today: dt.date) -> bool:
    """Whether the item has not ended before *today*; one without a date counts as past."""
    if item.dates is None:
        return False
    return item.dates.end is None or item.dates.end.last() >= today


def _meets(item: Item, years: tuple[int, int]) -> bool:
    first, last = years
    if not (first or last):
        return True
    return item.dates is not None and item.dates.meet(first, last)


def _date(item: Item) -> tuple[Key, ...]:
    return item.dates.sort_key if item.dates else ()
