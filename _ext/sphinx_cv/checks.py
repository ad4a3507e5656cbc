"""What is wrong with a CV as a whole: facts against each other, the calendar and the papers.

Each check goes once over what it is given, and yields its findings. Knows no Sphinx.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from .model import Entry, Talk
from .problem import Problem, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .dates import DateRange
    from .model import Item

# Words of positions that are held beside another one.
_BESIDE = re.compile(
    r"part[- ]time|half[- ]time|visit|guest|adjunct|affiliat|associated|honorary|emerit|consult"
    r"|advis|volunt|member|board|editor|committee|freelance|founder|intern\b|internship|student"
    r"|sabbatical|external|\d\s*%",
    re.IGNORECASE,
)
_MONTH = dt.timedelta(days=31)
# So many more steps one way than the other tell the order of a section.
_CLEAR = 2
# Titles as near as this are the same, but for a slip.
_NEAR = 0.9
# Shorter titles are near many others.
_WORDS = 4


class Fact(Protocol):
    """An entry or a talk in its document; ``lines`` holds the line of each option."""

    @property
    def item(self) -> Item:
        """The entry or talk."""

    @property
    def docname(self) -> str:
        """Its document."""

    @property
    def section(self) -> str:
        """The section that it stands in."""

    @property
    def line(self) -> int:
        """The line of its directive."""

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of each of its options."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A listed publication, and where its .bib file has it."""

    key: str
    title: str
    owned: bool
    place: str
    line: int
    silenced: tuple[str, ...] = ()


def check(
    facts: Sequence[Fact], papers: Sequence[Paper], *, owner: str, today: dt.date
) -> Iterator[Problem]:
    """Yield the findings of all checks."""
    yield from same_names(facts)
    yield from unknown_entries(facts)
    yield from expired(facts, today)
    yield from out_of_order(facts)
    yield from overlapping(facts, today)
    yield from duplicates(facts)
    yield from untied(facts, papers)
    yield from strangers(papers, owner)


def same_names(facts: Iterable[Fact]) -> Iterator[Problem]:
    """Find names that are given twice."""
    first: dict[str, Fact] = {}
    for fact in facts:
        name = fact.item.name
        if name and first.setdefault(name, fact) is not fact:
            yield _problem(
                fact,
                "name",
                f'the name "{name}" is given twice, first in {_where(first[name])}: choose another',
                "name",
            )


def unknown_entries(facts: Sequence[Fact]) -> Iterator[Problem]:
    """Find talks that name an entry which is not there."""
    names = {fact.item.name for fact in facts if isinstance(fact.item, Entry) and fact.item.name}
    for fact in facts:
        for name in fact.item.entries if isinstance(fact.item, Talk) else ():
            if name not in names:
                message = f'no entry has the name "{name}".{suggestion(name, names)}'
                yield _problem(fact, "reference", message, "entry")


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
        yield _problem(fact, "expired", f'"{dates.end}" has passed: {cure}', "end", "date")


def out_of_order(facts: Iterable[Fact]) -> Iterator[Problem]:
    """Find what stands out of the order of its section.

    A section may start with the newest or with the oldest. Where it is too short to tell,
    entries are taken to start as the other sections do. A section with many exceptions has
    another order.
    """
    sections: dict[tuple[str, str, type], list[Fact]] = defaultdict(list)
    spans: dict[tuple[str, str, type], list[DateRange]] = defaultdict(list)
    for fact in facts:
        if fact.item.dates is not None:
            place = fact.docname, fact.section, type(fact.item)
            sections[place].append(fact)
            spans[place].append(fact.item.dates)
    steps = {
        place: [_step(above, below) for above, below in pairwise(dates)]
        for place, dates in spans.items()
    }
    usual = 1 if sum(sum(found) for (*_, kind), found in steps.items() if kind is Entry) > 0 else -1
    for place, section in sections.items():
        found = steps[place]
        total = sum(found)
        if abs(total) < _CLEAR and place[-1] is Talk:
            continue
        direction = usual if abs(total) < _CLEAR else total // abs(total)
        wrong = [number for number, step in enumerate(found, 1) if step == -direction]
        if len(wrong) > max(1, len(found) // 3):
            continue
        for number in wrong:
            if "order" in section[number].item.silenced:
                continue
            age = "older" if direction > 0 else "newer"
            yield _problem(
                section[number],
                "order",
                f'"{section[number].item.title}" is {age} than what stands above it, '
                f'"{section[number - 1].item.title}": put it above',
            )


def overlapping(facts: Iterable[Fact], today: dt.date) -> Iterator[Problem]:
    """Find positions at two places that overlap for sure, by more than a month."""
    positions = [
        # The day on which it has begun for sure, and that before which it has not ended.
        (dates.start.last(), dates.end.first() if dates.end else today, number, fact, entry)
        for number, fact in enumerate(facts)
        if isinstance(entry := fact.item, Entry)
        and entry.kind == "experience"
        and entry.organization
        and (dates := entry.dates)
        and not _BESIDE.search(f"{entry.title} {entry.organization}")
    ]
    latest: tuple[dt.date, Entry, Fact] | None = None
    for start, end, _number, fact, entry in sorted(positions, key=lambda found: found[:3]):
        if latest and latest[1].organization.casefold() != entry.organization.casefold():
            both = min(end, latest[0]) - start
            if both > _MONTH and "overlap" not in (*entry.silenced, *latest[1].silenced):
                yield _problem(
                    fact,
                    "overlap",
                    f'"{entry.title}" overlaps with "{latest[1].title}" ({_where(latest[2])}): '
                    "correct the dates, or say that one is part-time",
                )
        if latest is None or end > latest[0]:
            latest = end, entry, fact


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
            yield _problem(
                fact,
                "duplicate",
                f'"{item.title}" is given twice, first in {_where(same)}: remove one, '
                "or write what tells them apart",
            )


def untied(facts: Iterable[Fact], papers: Iterable[Paper]) -> Iterator[Problem]:
    """Find talks with the title of a paper, or almost, that do not name it."""
    known: dict[str, Paper] = {}
    for paper in papers:
        main, colon, _rest = paper.title.partition(":")
        for title in (
            (paper.title, main) if colon and len(_fold(main)) >= _WORDS else (paper.title,)
        ):
            for key in _keys(_fold(title)):
                known.setdefault(key, paper)
    for fact in facts:
        item = fact.item
        if not isinstance(item, Talk) or item.publications or "untied" in item.silenced:
            continue
        words = _fold(item.title)
        found = next((known[key] for key in _keys(words) if key in known), None)
        if found is None:
            continue
        titles = [_fold(found.title), _fold(found.title.partition(":")[0])]
        if any(_is_near(words, title) for title in titles):
            yield _problem(
                fact,
                "untied",
                f'"{item.title}" is {"" if words in titles else "almost "}the title of a '
                f'publication: add ":publication: {found.key}"',
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


def _problem(fact: Fact, subtype: str, message: str, *options: str) -> Problem:
    """Return a finding at the first of *options* that the fact has, else at its directive."""
    line = next((fact.lines[name] for name in options if name in fact.lines), fact.line)
    return Problem(subtype=subtype, message=message, line=line, place=fact.docname)


def _where(fact: Fact) -> str:
    return f"{fact.docname}, line {fact.line}"


def _organization(item: Item) -> str:
    return item.organization if isinstance(item, Entry) else ""


def _step(above: DateRange, below: DateRange) -> int:
    """Return 1 where the lower one ends later for sure, -1 where earlier, else 0."""
    if above.end is None or below.end is None:
        return (below.end is None) - (above.end is None)
    return (above.end.last() < below.end.first()) - (below.end.last() < above.end.first())


def _fold(title: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", title.casefold()))


def _keys(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the title, and it without each of its words: near titles have one in common."""
    yield " ".join(words)
    if len(words) >= _WORDS:
        for number in range(len(words)):
            yield " ".join((*words[:number], *words[number + 1 :]))


def _is_near(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return SequenceMatcher(None, " ".join(words), " ".join(others)).ratio() >= _NEAR
