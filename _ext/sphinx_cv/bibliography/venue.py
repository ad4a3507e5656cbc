"""What stands between the title of a reference and its year, by the form of the work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel import Locale
from pybtex.richtext import String, Text

from sphinx_cv.model.date_format import locale_of

from . import dating, words
from .entry_types import BOOK, ISSUE, JOURNAL, KIND, ONLINE, PART, TALK
from .host import (
    house,
    in_book,
    in_journal,
    parenthesis,
    place_in_book,
    place_of_event,
    whole_title,
)
from .phrases import capital, clauses, italic, joined
from .remarks import clean_note
from .text import rich

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.richtext import BaseText

    from .people_text import PeopleText
    from .work import Work

# Where the venue of other works may stand, the most telling field first.
VENUE_FIELDS = (
    *("journal", "journaltitle", "booktitle", "school", "institution"),
    *("publisher", "organization"),
)
# A number that says what it numbers.
_SAYS_KIND = re.compile(
    r"report|bericht|rapport|informe|paper|preprint|memo|note\b|standard|patent", re.IGNORECASE
)
_OFFICE = re.compile(r"[{}\s]*[A-Z]{2}\b|[{}\s]*[A-Z]{2}[\s\d]")
# The country of an office in the key or the words of a kind.
_NAMES_OFFICE = re.compile(r"(?:patent|patreq)\w\w$|\b(?:US|U\.S\.|EP|WO|European)\b")
# What HAL and other programs write for every thesis.
_SAYS_NOTHING = frozenset(("theses", "thesis"))


class Venue:
    """Where a work is to be found: a sentence or two, the year at the end of the last."""

    def __init__(self, work: Work, people: PeopleText, *, language: str, brief: bool) -> None:
        self._work = work
        self._people = people
        self._language = language
        self._brief = brief
        # What ends with the year need not be followed by it.
        self.name = ""

    def text(self, date: BaseText) -> BaseText:
        """Return the venue with the *date* at its end."""
        parts = [part for part in self._sentences() if len(part)]
        year = str(date)
        if re.fullmatch(r"\d{4}", year) and re.search(rf"\b{year}\)*$", self.name):
            date = String("")
        if not parts:
            return capital(date)
        return clauses([*parts[:-1], joined([parts[-1], date])])

    def date(self) -> BaseText:
        """Return the day for what is found by its day, the year for all else."""
        if self._is_dated():
            return rich(dating.printed_date(self._work.fields, self._language))
        return rich(dating.year_text(self._work.fields))

    def _is_dated(self) -> bool:
        work = self._work
        if work.archive:
            return False
        if work.known.form == JOURNAL:
            if work.is_press:
                return True
            pages = work.get("pages") and not (work.volume or work.issue or work.get("doi"))
            return bool(pages) and work.form == JOURNAL
        return work.known.dated or work.is_talk

    def _sentences(self) -> list[BaseText]:
        work = self._work
        if work.archive:
            return [Text(str(work.archive))]
        form = work.form
        if form == JOURNAL:
            return self._journal()
        if form == PART:
            return self._part()
        if form == BOOK:
            return [house(work)]
        row = {KIND: self._kind, ONLINE: self._online, TALK: self._talk, ISSUE: self._issue}
        return [joined(row.get(form, self._misc)())]

    def _journal(self) -> list[BaseText]:
        text, self.name = in_journal(self._work, self._people)
        said = self._work.is_review and not self._work.says_review
        return [joined([words.string("review") if said else "", text])]

    def _part(self) -> list[BaseText]:
        work = self._work
        if self._brief and (work.known.group == "papers" or work.known.form == JOURNAL):
            title = rich(work.title("booktitle") or work.title("eventtitle"))
            self.name = str(title)
            return [italic(title)] if len(title) else [house(work)]
        text, name = in_book(work, self._people)
        owner = house(work)
        self.name = "" if len(owner) else name
        if re.search(r"\d{4}\)*$", name):
            self.name = name
        return [text, owner]

    def _kind(self) -> Iterator[BaseText | str]:
        work = self._work
        yield self._kind_and_number()
        if work.known.group == "works":
            if work.type in ("audio", "video"):
                yield italic(rich(work.title("titleaddon")))
            if number := work.get("number"):
                yield Text(f"{words.string('number')} ", rich(number))
        if work.type == "patent":
            yield self._people.holders()
            return
        heads = {str(rich(str(person))) for person in work.people("author")}
        for name in self._owners():
            text = rich(name)
            if str(text) not in heads and name not in heads:
                yield text
        yield rich(work.get("howpublished") if work.howpublished else "")
        for name in ("venue", "address"):
            yield rich(work.get(name))
        if not work.get("address"):
            yield rich(work.get("location"))

    def _owners(self) -> list[str]:
        """Return the houses that are behind a work, each once."""
        names = ("school", "institution", "organization", "publisher")
        return list(dict.fromkeys(filter(None, map(self._work.title, names))))

    def _kind_and_number(self) -> BaseText:
        work = self._work
        number = rich(work.get("number")) if work.known.group != "works" else String("")
        kind = self._word()
        if len(number) and _SAYS_KIND.search(str(number)) and work.known.group == "reports":
            return capital(number)
        if not len(kind) and len(number):
            kind = rich(words.string("number"))
        row = joined([capital(kind), number], " ")
        if work.type != "patent":
            return row
        place = work.get("nationality") or work.get("location")
        typed = work.get("type")
        if not place or _OFFICE.match(str(number)) or _NAMES_OFFICE.search(typed):
            return row
        names = Locale.parse(str(locale_of(self._language))).territories.items()
        return Text(row, f" ({words.countries(place, names)})")

    def _word(self) -> BaseText:
        """Return what the work is, as it was typed or by its type."""
        work = self._work
        typed = work.get("type")
        if typed.strip("{} ").lower() in _SAYS_NOTHING and work.known.group == "theses":
            typed = ""
        if not typed and work.known.group == "reports":
            typed = work.title("series")
        return rich(words.string(typed) or typed) if typed else rich(words.string(work.known.kind))

    def _online(self) -> Iterator[BaseText | str]:
        work = self._work
        yield italic(rich(work.title("titleaddon")))
        for name in ("howpublished", "organization", "publisher"):
            yield rich(work.get(name)) if name != "howpublished" else rich(work.howpublished)

    def _talk(self) -> Iterator[BaseText | str]:
        work = self._work
        typed = [work.get("type"), work.howpublished]
        if work.type == "presentation":
            typed.append(work.title("titleaddon"))
        kinds = [rich(words.string(kind) or kind) for kind in typed]
        for kind in {str(kind).casefold(): kind for kind in reversed(kinds)}.values():
            yield capital(kind)
        yield rich(work.title("eventtitle"))
        note = rich(clean_note(work, "note"))
        yield capital(note) if not any(map(len, kinds)) and not work.get("eventtitle") else note
        self.name = str(note)
        owners = () if work.get("eventtitle") else ("institution", "organization", "publisher")
        for name in owners:
            yield rich(work.get(name))
        place = work.get("venue") or work.get("address") or work.get("location")
        if place:
            self.name = ""
        yield rich(place)

    def _issue(self) -> Iterator[BaseText | str]:
        work = self._work
        journal = work.journal or (work.title() if work.get("issuetitle") else "")
        series = work.title("series")
        name = journal or (series if not words.string(series) else "")
        if not name:
            yield Text(*_numbers(work))
            return
        text, self.name = in_journal(work, self._people, name)
        yield Text(f"{words.special_issue_of()} ", text)

    def _misc(self) -> Iterator[BaseText | str]:
        work = self._work
        kind = rich(words.string(work.get("type")) or work.get("type"))
        if work.howpublished:
            how = capital(rich(work.howpublished))
            yield kind if str(kind).casefold() not in str(how).casefold() else ""
            self.name = str(how)
            yield how
        else:
            yield capital(kind)
            name = next((name for name in VENUE_FIELDS if work.get(name)), "")
            title = rich(work.title(name))
            self.name = str(title)
            yield italic(title) if name in ("booktitle", "journal", "journaltitle") else title
            if name == "booktitle":
                yield from place_in_book(work)
        yield rich(work.get("venue") or work.get("address") or work.get("location"))


def _numbers(work: Work) -> list[BaseText]:
    """Return the volume and the issue of a journal that is its own title."""
    volume, issue = rich(work.volume), rich(work.issue)
    if len(volume) and len(issue):
        return [volume, String("("), issue, String(")")]
    return [volume] if len(volume) else [words.string("number"), " ", issue] if len(issue) else []


def title_in_host(work: Work) -> tuple[BaseText, BaseText]:
    """Return the title, and what stands behind it in its sentence."""
    if work.form == ISSUE and work.get("issuetitle"):
        return rich(work.title("issuetitle")), Text()
    title, has_volume = rich(work.title()), False
    if work.get("maintitle") and work.form == BOOK:
        title, has_volume = whole_title(work, "title")
    if not str(title).strip():
        return rich(work.entry.key), Text()
    alone = work.known.alone or work.form == BOOK or (work.form == ISSUE and not _has_journal(work))
    if alone and not work.get("maintitle"):
        title = italic(title)
    if work.form == BOOK:
        places = [Text(", ", place) for place in _place(work) if len(place)]
        return title, Text(parenthesis(work, volume=not has_volume), *places)
    if work.known.group == "software":
        return title, parenthesis(work, volume=False) if work.get("version") else Text()
    return title, Text()


def _place(work: Work) -> list[BaseText]:
    if work.type == "inbook":
        return place_in_book(work)
    return [place_of_event(work)] if work.known.group == "volumes" else []


def _has_journal(work: Work) -> bool:
    series = work.get("series")
    return bool(work.journal or work.get("issuetitle") or (series and not words.string(series)))
