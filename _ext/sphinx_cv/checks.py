"""What is wrong with a CV as a whole: facts against each other, the calendar and the papers.

Each check goes once over what it is given, and yields its findings. Knows no Sphinx.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
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

# Words of positions that are held beside another one, in some languages.
_BESIDE = re.compile(
    r"part[- ]time|half[- ]time|visit|guest|adjunct|affiliat|associated|honorary|emerit|consult"
    r"|advis|volunt|member|board|editor|committee|freelance|founder|intern\b|internship|student"
    r"|sabbatical|external|joint|courtesy|secondary|interim|leave\b|second(?:ed|ment)"
    r"|teilzeit|gast|lehrbeauftragt|lehrauftrag|privatdozent|vertret|neben|beurlaubt|mitglied"
    r"|herausgeber|berat|temps partiel|invité|vacat|associé|chargée? de cours|détaché|membre"
    r"|tiempo parcial|visitante|invitad|asociad|estancia|convidad|tempo parcial|a contratto"
    r"|in residence|research stay|forschungsaufenthalt|séjour|délégation"
    r"|客員|兼任|非常勤|客座|兼职|兼職|訪問|访问|겸임|초빙|방문|시간제|\d\s*%",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"direct|head|chair|dean|coordinat|leader|president|fellow|scholar|principal investigator"
    r"|leit|sprecher|vorsitz|respons|président|présidente|jefe|decan",
    re.IGNORECASE,
)
# A fellowship of a body that gives money, to work elsewhere: whatever it is called, it is no post.
_AWARD = re.compile(r"fellow|scholar|award|laureate|stipend|bours|beca", re.IGNORECASE)
_FUNDER = re.compile(
    r"council|foundation|trust\b|academy|society|commission|association|endowment|ministry|\bfund\b"
    r"|stiftung|akademie|gemeinschaft|fondation|académie|ministère|fundaci|academia|ministerio",
    re.IGNORECASE,
)
_MONTH = dt.timedelta(days=31)
# A leave for a post elsewhere, which the CV may not call one, is seldom longer.
_LEAVE = dt.timedelta(days=548)
# What is often listed by its weight.
_BY_WEIGHT = ("award", "grant", "service", "software")
# So many more steps one way than the other tell the order of a section.
_CLEAR = 2
# Two words as near as this are the same, but for a slip.
_NEAR = 0.85
_ARTICLES = frozenset("a an the of on in for der die das ein eine le la les un une el los".split())
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

    A section may start with the newest or with the oldest. Where it is too short to tell, it is
    taken to start as the others do. A section with many exceptions has another order.
    """
    sections: dict[tuple[str, str, type, str], list[Fact]] = defaultdict(list)
    spans: dict[tuple[str, str, type, str], list[DateRange]] = defaultdict(list)
    for fact in facts:
        if fact.item.dates is not None:
            place = fact.docname, fact.section, type(fact.item), _sort(fact.item)
            sections[place].append(fact)
            spans[place].append(fact.item.dates)
    steps = {
        place: [_step(above, below) for above, below in pairwise(dates)]
        for place, dates in spans.items()
    }
    sums = {
        kind: sum(sum(found) for place, found in steps.items() if place[2] is kind)
        for kind in (Entry, Talk)
    }
    # Positions start with the newest, unless the CV says otherwise.
    usual = {Entry: _sign(sums[Entry]) or -1, Talk: _sign(sums[Talk], _CLEAR)}
    for place, section in sections.items():
        found = steps[place]
        _docname, _section, kind, sort = place
        direction = _sign(sum(found), _CLEAR)
        if not direction and sort not in _BY_WEIGHT:
            direction = usual[kind]
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
            yield _problem(
                section[number],
                "order",
                f'"{section[number].item.title}" is {age} than what stands above it, '
                f'"{section[number - 1].item.title}": put it above',
            )


def _stand_apart(main: Sequence[Fact], last: Sequence[Fact]) -> bool:
    """Whether the *last* of a section are posts and offices held beside the *main* ones."""
    return all(
        isinstance(fact.item, Entry)
        and (_is_beside(fact.item) or _OFFICE.search(fact.item.title))
        and any(_meet(fact.item.dates, other.item.dates) for other in main)
        for fact in last
    )


def _meet(one: DateRange | None, other: DateRange | None) -> bool:
    if one is None or other is None:
        return False
    ends = (dates.end.last() if dates.end else dt.date.max for dates in (one, other))
    return max(one.start.first(), other.start.first()) <= min(ends)


def _is_beside(entry: Entry) -> bool:
    """Whether a position is held beside another one, by its words."""
    return bool(
        _BESIDE.search(f"{entry.title} {entry.organization}")
        or (_AWARD.search(entry.title) and _FUNDER.search(entry.organization))
    )


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


def overlapping(facts: Iterable[Fact], today: dt.date) -> Iterator[Problem]:
    """Find positions at two places that overlap for sure, by more than a month."""
    held_ever = [
        (fact, entry, entry.dates)
        for fact in facts
        if isinstance(entry := fact.item, Entry)
        and entry.kind == "experience"
        and entry.organization
        and entry.dates
    ]
    houses = Counter(entry.organization.casefold() for _fact, entry, _dates in held_ever)
    positions = [
        _Position(
            start=dates.start.last(),
            end=dates.end.first() if dates.end else today,
            lasts=dates.end is None,
            alone=houses[entry.organization.casefold()] == 1,
            entry=entry,
            fact=fact,
        )
        for fact, entry, dates in held_ever
        if not _is_beside(entry)
    ]
    held: list[_Position] = []
    for position in sorted(positions, key=lambda position: (position.start, position.end)):
        held = [other for other in held if other.end - position.start > _MONTH]
        other = next((other for other in held if _exclude(other, position)), None)
        if other:
            yield _problem(
                position.fact,
                "overlap",
                f'"{position.entry.title}" overlaps with "{other.entry.title}" '
                f"({_where(other.fact)}): correct the dates, or say that one is part-time",
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
        return second.lasts and not any(_OFFICE.search(entry.title) for entry in (one, other))
    return second.end > first.end or both > _LEAVE


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
        found = next((known[key] for key in _keys(words) if key and key in known), None)
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


def _sign(number: int, least: int = 1) -> int:
    """Return the sign of a number, 0 where it is less than *least*."""
    return 0 if abs(number) < least else number // abs(number)


def _sort(item: Item) -> str:
    """Return the kind of an entry, each of which has an order of its own; talks have one."""
    return item.kind if isinstance(item, Entry) else ""


def _step(above: DateRange, below: DateRange) -> int:
    """Return 1 where the lower one is later for sure, -1 where earlier, 0 where they overlap."""
    return int(_is_before(above, below)) - int(_is_before(below, above))


def _is_before(one: DateRange, other: DateRange) -> bool:
    if one.end is None or one.start.last() >= other.start.first():
        return False
    # "2016 – 2018" is before "2018 – 2020".
    ends_first = other.end is None or one.end.last() < other.end.first()
    return ends_first and one.end.first() <= other.start.first()


def _fold(title: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", title.casefold()))


def _keys(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the title, and it without each of its words: near titles have one in common."""
    yield " ".join(words)
    if len(words) >= _WORDS:
        for number in range(len(words)):
            yield " ".join((*words[:number], *words[number + 1 :]))


def _is_near(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two titles differ by no more than an article, or a slip in one word."""
    found = [
        change
        for change in SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
        if change[0] != "equal"
    ]
    if not found or "".join(words) == "".join(others):
        return True
    mine, theirs = (
        " ".join(part for _kind, *at in found for part in title[at[side] : at[side + 1]])
        for title, side in ((words, 0), (others, 2))
    )
    if not (mine and theirs):
        return f"{mine}{theirs}" in _ARTICLES
    # "Part I" and "Part II" are two.
    if len(found) > 1 or re.search(r"\d|^[ivx]+$", f"{mine}\n{theirs}", re.MULTILINE):
        return False
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _NEAR
