"""What one look at each fact tells: names, passed dates, what is given twice, strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Entry, Talk
from ..problem import Problem, suggestion
from .facts import problem_at, where

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Item
    from .facts import Fact, Paper


def same_names(facts: Iterable[Fact]) -> Iterator[Problem]:
    """Find names that are given twice."""
    first: dict[str, Fact] = {}
    for fact in facts:
        name = fact.item.name
        if name and first.setdefault(name, fact) is not fact:
            yield problem_at(
                fact,
                "name",
                f'the name "{name}" is given twice, first in {where(first[name])}: choose another',
                "name",
            )


def unknown_entries(facts: Sequence[Fact]) -> Iterator[Problem]:
    """Find talks that name an entry which is not there."""
    names = {fact.item.name for fact in facts if isinstance(fact.item, Entry) and fact.item.name}
    for fact in facts:
        for name in fact.item.entries if isinstance(fact.item, Talk) else ():
            if name not in names:
                message = f'no entry has the name "{name}".{suggestion(name, names)}'
                yield problem_at(fact, "reference", message, "entry")


def expired(facts: Iterable[Fact], today: dt.date) -> Iterator[Problem]:
    """Find expected ends that have passed, and upcoming talks that have been given."""
    for fact in facts:
        dates = fact.item.dates
        if dates is None or not dates.expected or dates.end is None or dates.end.last() >= today:
            continue
        if isinstance(fact.item, Talk):
            cure = 'remove ":upcoming:"'
        else:
            cure = 'remove ":expected:", or write the end that you now expect'
        yield problem_at(fact, "expired", f'"{dates.end}" has passed: {cure}', "end", "date")


def duplicates(facts: Iterable[Fact]) -> Iterator[Problem]:
    """Find what is given twice: one title, at one place, at one time."""
    first: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        item = fact.item
        place = (item.event, item.host) if isinstance(item, Talk) else (_organization(item),)
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


def strangers(papers: Iterable[Paper], owner: str) -> Iterator[Problem]:
    """Find listed publications that the owner has no part in."""
    for paper in papers:
        if owner and not paper.owned and "owner" not in paper.silenced:
            yield Problem(
                subtype="owner",
                message=f'"{paper.key}" has no author "{owner}": add the form of your name that '
                'it uses to "aliases" in cv_profile, or take it off the list',
                line=paper.line,
                place=paper.place,
            )


def _organization(item: Item) -> str:
    return item.organization if isinstance(item, Entry) else ""
