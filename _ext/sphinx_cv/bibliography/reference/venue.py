"""The part of a reference between title and year, by the form of the work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel import Locale
from pybtex.richtext import String, Text

from sphinx_cv.bibliography import words
from sphinx_cv.bibliography.entry_types import (
    BOOK,
    ISSUE,
    JOURNAL,
    KIND,
    OF_LAW,
    ONLINE,
    PART,
    TALK,
    TALKS,
)
from sphinx_cv.bibliography.facts import dating
from sphinx_cv.bibliography.tex.text import flat, rich
from sphinx_cv.model.languages import locale_of

from .groups import type_group
from .host import house, in_book, in_journal, place_in_book, without_end
from .law import report_of_law
from .phrases import capital, clauses, italic, joined
from .remarks import clean_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.richtext import BaseText

    from sphinx_cv.bibliography.facts.work import Work

    from .people import PeopleText

# Fields that may hold the venue of other works, the most informative first.
VENUE_FIELDS = (
    *("journal", "journaltitle", "booktitle", "school", "institution"),
    *("publisher", "organization"),
)
# A number that says what it numbers.
_SAYS_KIND = re.compile(
    r"report|bericht|rapport|informe|paper|preprint|memo|note\b|standard|patent", re.IGNORECASE
)
_OFFICE = re.compile(r"[{}\s]*[A-Z]{2}\b|[{}\s]*[A-Z]{2}[\s\d]")
# The country of a patent office, in the key or words of a kind.
_NAMES_OFFICE = re.compile(r"(?:patent|patreq)\w\w$|\b(?:US|U\.S\.|EP|WO|European)\b")
# Works whose numbers appear elsewhere, or nowhere.
_UNNUMBERED = ("works", "theses")


class Venue:
    """Where to find a work: one or two sentences, ending with the year."""

    def __init__(self, work: Work, people: PeopleText, *, language: str, brief: bool) -> None:
        self._work = work
        self._people = people
        self._language = language
        self._brief = brief
        # The venue as printed: one that ends with the year is not followed by it again.
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
        """Return the day for works cited by their day, otherwise the year."""
        if self._is_dated():
            return rich(dating.printed_date(self._work.fields, self._language))
        year = rich(dating.year_text(self._work.fields))
        months = self._work.issue_months if self._work.form == JOURNAL else ""
        return joined([rich(months), year], " ")

    def _is_dated(self) -> bool:
        work = self._work
        if work.archive:
            return False
        if work.known.form == JOURNAL:
            if work.is_press:
                return True
            pages = work.get("pages") and not (work.volume or work.issue or work.get("doi"))
            return bool(pages) and work.form == JOURNAL
        return work.known.dated or work.is_talk or work.is_patent

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
            yield rich(work.title("eventtitle"))
        if work.type in OF_LAW:
            yield report_of_law(work, self._language)
        if work.type == "patent":
            yield self._people.holders()
            return
        heads = {str(rich(str(person))) for person in work.people("author")}
        for name in self._owners():
            text = rich(name)
            if str(text) not in heads and name not in heads:
                yield text
        # "RFC 9999" says the number of a report again.
        again = work.known.group == "reports" and work.get("number") in work.howpublished.split()
        yield rich(work.howpublished if not again else "")
        for name in ("venue", "address"):
            yield rich(work.get(name))
        if not work.get("address"):
            yield rich(work.get("location"))

    def _owners(self) -> list[str]:
        """Return the publishers of a work, each once, by full or partial name."""
        found: list[str] = []
        for name in ("school", "institution", "organization", "publisher"):
            title = self._work.title(name)
            if f" {flat(rich(title))} " not in "".join(f" {flat(rich(one))} " for one in found):
                found.append(title)
        return list(filter(None, found))

    def _kind_and_number(self) -> BaseText:
        work = self._work
        kind = self._word()
        # The number of a thesis comes from a catalog.
        number = rich(work.get("number")) if work.known.group not in _UNNUMBERED else String("")
        if work.type == "patent":
            number = rich(_without_office(work.get("number"), f"{work.get('type')} {kind}"))
        if len(number) and _SAYS_KIND.search(str(number)) and work.known.group == "reports":
            return capital(number)
        if not len(kind):
            number = capital(_numbered(number))
        if work.type == "letter":
            return joined([capital(kind), _numbered(number)])
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
        """Return the kind of work, as typed or by its type."""
        work = self._work
        typed = work.get("type") if work.kind else ""
        if not typed and work.known.group == "reports":
            typed = work.title("series")
        return rich(words.string(typed) or typed) if typed else rich(words.string(work.known.kind))

    def _online(self) -> Iterator[BaseText | str]:
        work = self._work
        site = work.title("titleaddon") or work.journal
        kind = rich(words.string(work.get("type")) or work.get("type"))
        yield capital(kind) if str(kind).casefold() not in site.casefold() else ""
        yield italic(rich(site))
        for name in (work.howpublished, *map(work.get, ("organization", "publisher"))):
            yield rich(name)
        yield rich(work.get("venue", "address", "location"))

    def _talk(self) -> Iterator[BaseText | str]:
        work = self._work
        typed = [work.get("type"), work.howpublished]
        if work.type == "presentation":
            typed.append(work.title("titleaddon"))
        kinds = [rich(words.string(kind) or kind) for kind in typed]
        for kind in {str(kind).casefold(): kind for kind in reversed(kinds)}.values():
            yield capital(kind)
        event = rich(work.title("eventtitle"))
        yield event or italic(rich(work.title("booktitle"))) or rich(work.title("series"))
        note = rich(dating.with_dashes(clean_note(work, "note")))
        yield capital(note) if not any(map(len, kinds)) and not work.get("eventtitle") else note
        self.name = str(note)
        place = work.get("venue") or work.get("address") or work.get("location")
        # Who held the event says where it was, if nothing else does.
        owners = () if len(event) and place else ("institution", "organization", "publisher")
        for name in owners:
            if (
                str(owner := rich(without_end(work.get(name)))).casefold()
                not in str(event).casefold()
            ):
                yield owner
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
        series = rich(work.title("series"))
        number = joined([series, rich(work.get("number"))], " ") if len(series) or len(kind) else ""
        if work.howpublished:
            how = capital(rich(work.howpublished))
            yield kind if str(kind).casefold() not in str(how).casefold() else ""
            self.name = str(how)
            yield how
            yield number
            said = str(how).casefold()
            # "Preprint, University of Mills"; behind an event or a house another is too much.
            owners = [] if type_group(work) == TALKS else self._owners()[:1]
            yield from (rich(one) for one in owners if str(rich(one)).casefold() not in said)
        else:
            yield joined([capital(kind), number], " ") if len(kind) else number
            name = next((name for name in VENUE_FIELDS if work.get(name)), "")
            title = rich(work.title(name))
            self.name = str(title)
            yield italic(title) if name in ("booktitle", "journal", "journaltitle") else title
            if name == "booktitle":
                yield from place_in_book(work)
        yield rich(work.get("venue") or work.get("address") or work.get("location"))


def _numbers(work: Work) -> list[BaseText]:
    """Return the volume and issue of a whole journal issue."""
    volume, issue = rich(work.volume), rich(work.issue)
    if len(volume) and len(issue):
        return [volume, String("("), issue, String(")")]
    return [volume] if len(volume) else [words.string("number"), " ", issue] if len(issue) else []


def _numbered(number: BaseText) -> BaseText:
    """Return a number with the word for it, unless it has words of its own: "347 U.S. 483"."""
    has_words = re.search(r"[^\W\d_]{2}|[^\W\d_]\.|§", str(number))
    if has_words or not len(number):
        return number
    return Text(f"{words.string('number')} ", number)


def _without_office(number: str, kind: str) -> str:
    """Return the number of a patent without its office where the kind names it: "US patent"."""
    office = re.match(r"([A-Z]{2})[\s,.-]*(?=\d)", number)
    said = re.sub(r"(?<=[A-Z])\.", "", kind)
    if office and re.search(rf"\b{office[1]}\b|(?:patent|patreq){office[1].lower()}\b", said):
        return number[office.end() :]
    return number
