"""The pybtex style ``cv``: authors. title. venue, year. remarks.

What an entry says decides on the form of its reference, and nothing that is missing stops it.
The parts are tagged, so that a page can set each of them in its own way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from pybtex.plugin import register_plugin
from pybtex.richtext import String, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.names.plain import NameStyle
from pybtex.style.sorting.none import SortingStyle

from sphinx_cv.bibliography import words
from sphinx_cv.bibliography.entry_types import BOOK, OF_LAW, PART
from sphinx_cv.bibliography.facts.tongues import foreign_language_of
from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.tex.text import rich
from sphinx_cv.model.options.references import ReferenceOptions

from .host import has_book
from .people import PeopleText
from .phrases import (
    capital,
    sentences,
    with_french_spaces,
    with_own_commas,
    without_loose_signs,
    without_parts,
)
from .quotes import quoted
from .remarks import remarks, state_of, tie
from .titles import title_in_host
from .venue import Venue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pybtex.database import Entry
    from pybtex.richtext import BaseText

STYLE = "cv"
# The tags of the parts.
AUTHORS, TITLE, PEOPLE, VENUE, SIGN = (
    "cv-authors",
    "cv-pubtitle",
    "cv-people",
    "cv-venue",
    "cv-sign",
)
# The tag of a text in another language, followed by its code.
LANGUAGE = "cv-lang-"
# Forms whose editors, and author if others head the reference, follow the title.
_EDITED = (BOOK, "kind", "misc", "online", "issue")


@dataclass(frozen=True, slots=True)
class References:
    """What references depend on besides their entries: settings and other entries.

    ``made`` has the parts of those that were made, each with its entry, by their keys.
    """

    options: ReferenceOptions = field(default_factory=ReferenceOptions)
    language: str = "en"
    entries: Mapping[str, Entry] = field(default_factory=dict)
    made: dict[str, tuple[Entry, list[BaseText]]] = field(default_factory=dict, compare=False)


class KeyLabels(BaseLabelStyle):  # type: ignore[misc]
    """Labels entries by their unique keys; arrange.py sets the numbers."""

    def format_labels(self, sorted_entries: Iterable[Entry]) -> list[str]:
        """Return the keys."""
        return [entry.key for entry in sorted_entries]


class Style(BaseStyle):  # type: ignore[misc]
    """Formats an entry in the form of its type."""

    # The classes, not their names: for a name, pybtex reads what every installed package provides.
    default_label_style = KeyLabels
    default_name_style = NameStyle
    # The order depends on the order of the .bib files, which a style does not know:
    # see arrange.py.
    default_sorting_style = SortingStyle
    references: ClassVar[References] = References()

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._texts: dict[str, Text] = {}

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> FormattedEntry:
        """Return the formatted *entry*; no field is required."""
        # Asked twice: for the list, and for the tooltips of citations.
        if entry.key not in self._texts:
            self._texts[entry.key] = Reference(entry, self.references).text()
        return FormattedEntry(entry.key, self._texts[entry.key], label)


class Reference:
    """The reference of one entry."""

    def __init__(self, entry: Entry, references: References) -> None:
        self._work = Work(entry, references.language)
        self._references = references
        self._options = references.options
        language = references.language
        self._people = PeopleText(self._work, references.options, language=language)

    def parts(self) -> list[BaseText]:
        """Return the sentences of the reference, each in the tag of its part."""
        entry, made = self._work.entry, self._references.made
        # A list and a page ask for the same.
        if entry.key not in made or made[entry.key][0] is not entry:
            made[entry.key] = entry, [part for part in self._parts() if len(part)]
        return made[entry.key][1]

    def authors(self) -> Tag:
        """Return the people before the title, in the tag of their part."""
        return Tag(AUTHORS, *self._people.heads())

    def text(self, *, without: str = "") -> Text:
        """Return the reference; *without* the part of that tag."""
        parts = [
            part for part in self.parts() if not (isinstance(part, Tag) and part.name == without)
        ]
        signs = [
            Tag(SIGN, f" {sign}")
            for word, (sign, _meaning) in self._options.signs.items()
            if word in keywords_of(self._work.entry)
        ]
        text = Text(sentences(parts), *signs)
        language = self._references.language
        return (
            with_french_spaces(text)
            if language.startswith("fr")
            else with_own_commas(without_loose_signs(text), language)
        )

    def _parts(self) -> list[BaseText]:
        work, options = self._work, self._options
        venue = Venue(
            work,
            self._people,
            language=self._references.language,
            brief=options.detail == "brief",
        )
        date = venue.date()
        heads, (title, behind) = self._people.heads(), title_in_host(work)
        title = in_language(self._quoted(title), work.entry, self._references.language)
        if options.year == "after-authors":
            state = state_of(work)
            shown = date if len(date) else rich(state[:1].lower() + state[1:])
            year = Text(" (", shown, ")") if len(shown) else Text()
            if len(year) and not len(date):
                work.fields.pop("pubstate")
            heads, behind = ([*heads, year], behind) if heads else (heads, Text(behind, year))
            date = String("")
        first = Tag(TITLE, title)
        return [
            Tag(AUTHORS, *heads),
            Text(first, behind) if len(behind) else first,
            *self._title_addons(),
            *(Tag(PEOPLE, people) for people in self._people.behind_title(self._roles())),
            Tag(VENUE, venue.text(date)),
            *remarks(work, identifiers=options.identifiers, related=self._ties()),
        ]

    def _quoted(self, title: BaseText) -> BaseText:
        work = self._work
        alone = work.known.alone or work.form == BOOK or work.type in OF_LAW
        if self._options.titles != "quoted" or alone:
            return title
        return quoted(title, self._references.language)

    def _roles(self) -> tuple[str, ...]:
        """Return the people named after the title."""
        # The editors of a book are named with it.
        edited = self._work.form in _EDITED or (
            self._work.form == PART and not has_book(self._work)
        )
        return ("editor", "translator") if edited else ("translator",)

    def _title_addons(self) -> list[BaseText]:
        """Return the sentences about the title."""
        work = self._work
        said = work.known.form == "online" or work.type in ("audio", "video", "presentation")
        addon = rich(work.get("titleaddon")) if not said else String("")
        review = work.get("reviewof")
        of = Text(f"{words.RELATIONS['reviewof']} ", rich(review)) if review else Text()
        return [Tag(PEOPLE, part) for part in (capital(addon), of) if len(part)]

    def _ties(self) -> list[BaseText]:
        """Return the works that this one is a reprint, a translation or a review of."""
        work, entries = self._work, self._references.entries
        kind, said = work.get("relatedtype"), work.get("relatedstring")
        keys = work.get("related").split(",") if kind or said else []
        found: list[BaseText] = []
        for key in map(str.strip, keys):
            if key in entries:
                other = entries[key]
                same = other.persons.get("author") == work.entry.persons.get("author")
                reference = Reference(other, References(self._options, self._references.language))
                text = reference.text(without=AUTHORS if same else "")
                found.append(tie(kind, without_parts(text), said))
        return [text for text in found if len(text)]


def keywords_of(entry: Entry) -> list[str]:
    """Return the keywords of an entry, in small letters."""
    typed = entry.fields.get("keywords", "")
    return [word.strip().lower() for word in re.split(r"[,;]", typed) if word.strip()]


def in_language(title: BaseText, entry: Entry, own: str) -> BaseText:
    """Return a title marked with its language, where that is not the language *own* of the CV."""
    fields = {name.lower(): value for name, value in entry.fields.items()}
    code = foreign_language_of(fields, own)
    return Tag(f"{LANGUAGE}{code}", title) if code else title


def title_of(entry: Entry, language: str = "") -> BaseText:
    """Return the title as a CV in a *language* shows it, or the key if the title is empty."""
    return title_in_host(Work(entry, language))[0]


def register(references: References) -> None:
    """Make the style known to pybtex under the name ``cv``, bound to the settings of a project.

    sphinxcontrib-bibtex makes the style by its name, and tells it nothing but the entries.
    """
    bound = type("Style", (Style,), {"references": references})
    register_plugin("pybtex.style.formatting", STYLE, bound, force=True)
