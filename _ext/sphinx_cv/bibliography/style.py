"""The pybtex style ``cv``: authors. title. *venue*, year.

One form for every type of entry, from whatever fields it has; nothing that is missing stops
it. The parts are tagged, so that the page can set them each in its own way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pybtex.plugin import register_plugin
from pybtex.richtext import String, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
from pybtex.style.labels import BaseLabelStyle

from sphinx_cv.l10n import _

from .links import arxiv_number, printed_field
from .marks import author_marks, without_marks
from .names import is_family_name_first
from .notes import award_of, notes_of
from .text import has_markup, rich

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.database import Entry, Person
    from pybtex.richtext import BaseText

STYLE = "cv"
# The tags of the parts; the place of an author follows AUTHOR, which holds the comma before
# the name as well, and NAME, which holds the name alone.
AUTHORS, AUTHOR, NAME, COLLABORATION, TITLE, VENUE, AWARD, NOTE, SEPARATOR = (
    "cv-authors",
    "cv-author-",
    "cv-name-",
    "cv-collaboration",
    "cv-pubtitle",
    "cv-venue",
    "cv-award",
    "cv-note",
    "cv-sep",
)
# Where a venue may stand, the most telling field first.
VENUE_FIELDS = (
    "journal",
    "journaltitle",
    "booktitle",
    "school",
    "institution",
    "publisher",
    "organization",
)
# What its number names: "TR-12", "US 1,234,567".
_NUMBERED = ("patent", "techreport", "report")
_PARTS_OF_BOOKS = ("incollection", "inbook", "suppbook", "bookinbook")
_PREPRINTS = re.compile(
    r"\W*(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|corr\b)", re.IGNORECASE
)
_HYPHENS = re.compile(r"(?<=[\w}])\s*-{1,3}\s*(?=[\w{])")
_DASHES = re.compile(r"(?<=[\w}])\s*-{2,3}\s*(?=[\w{])")
# What stands for the pages of what has none: biblatex's field, ACM's and MDPI's.
_NUMBERS_OF_ARTICLES = ("pages", "eid", "articleno", "article-number")
# What is said of a thesis: by its type, or by biblatex's field.
_THESES = {
    "phdthesis": _("Ph.D. thesis"),
    "mastersthesis": _("Master’s thesis"),
    "mathesis": _("Master’s thesis"),
    "bathesis": _("Bachelor’s thesis"),
}
# Where biblatex has what follows a title.
_SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "journaltitle": "journalsubtitle",
}


class KeyLabels(BaseLabelStyle):  # type: ignore[misc]
    """Labels an entry by its key, which no other has; the numbers are set in arrange.py."""

    def format_labels(self, sorted_entries: Iterable[Entry]) -> list[str]:
        """Return the keys."""
        return [entry.key for entry in sorted_entries]


class Style(BaseStyle):  # type: ignore[misc]
    """Formats an entry as authors, title, venue and year."""

    default_label_style = KeyLabels

    # The order of a list needs the order of the .bib files, which a style is not told:
    # see arrange.py.
    default_sorting_style = "none"

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._texts: dict[str, Text] = {}

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> FormattedEntry:
        """Return the formatted *entry*; no field is required."""
        # Asked twice: for the list, and for the tooltips of citations.
        if entry.key not in self._texts:
            parts = [
                Tag(AUTHORS, *format_authors(entry)),
                Tag(TITLE, title_of(entry)),
                Tag(VENUE, *format_venue(entry)),
                *format_remarks(entry),
            ]
            self._texts[entry.key] = sentences(parts)
        return FormattedEntry(entry.key, self._texts[entry.key], label)


def title_of(entry: Entry) -> BaseText:
    """Return the title, or the key where nothing of a title is left to read."""
    title = rich(full_title(entry, "title"))
    return title if str(title).strip() else rich(entry.key)


def full_title(entry: Entry, name: str) -> str:
    """Return the field *name* as typed, with its subtitle behind it."""
    title, subtitle = entry.fields.get(name, ""), entry.fields.get(_SUBTITLES.get(name, ""), "")
    if not title or not subtitle or subtitle in title:
        return str(title)
    colon = "" if title.rstrip("}").endswith((":", "?", "!", ".")) else ":"
    return f"{title}{colon} {subtitle}"


def sentences(parts: Iterable[BaseText]) -> Text:
    """Join the parts that are there, each ended by a full stop unless it has its own end."""
    row: list[BaseText] = []
    for part in parts:
        if not len(part):
            continue
        if row:
            row.append(String(" ") if isinstance(row[-1], Tag) else String(""))
        row.append(part)
        if not str(part).rstrip("”’\"')").endswith((".", "?", "!")):
            row.append(Tag(SEPARATOR, "."))
    return Text(*row)


def format_authors(entry: Entry) -> list[BaseText]:
    """Return the authors in their order, after commas, with their marks.

    Where there are none, the collaboration stands for them, or the editors do.
    """
    persons, body = named_persons(entry), rich(entry.fields.get("collaboration", ""))
    if not persons and len(body):
        return [body]
    authors = entry.persons.get("author")
    marks = author_marks(entry) if authors else [""] * len(persons)
    row: list[BaseText] = []
    for place, (person, mark) in enumerate(zip(persons, marks, strict=True)):
        if str(person) == "others":
            row.append(String(" et al." if row else "et al."))
            break
        name = Tag(f"{NAME}{place}", format_name(person))
        row.append(Tag(f"{AUTHOR}{place}", ", " if row else "", name, mark))
    if row and not authors:
        role = _("ed.") if len(persons) == 1 else _("eds.")
        row.append(String(f", {role}"))
    if row and len(body):
        row.append(Tag(COLLABORATION, " (", body, ")"))
    return row


def named_persons(entry: Entry) -> list[Person]:
    """Return who stands before the title: the authors, or the editors of what has none."""
    if entry.persons.get("author") or entry.fields.get("collaboration"):
        return list(entry.persons.get("author", []))
    return list(entry.persons.get("editor", []))


def format_name(person: Person) -> Text:
    """Return the name as first, von, last, Jr; a Chinese one as last and first, without a space."""
    parts = [
        without_marks(part)
        for part in (
            *person.bibtex_first_names,
            *person.prelast_names,
            *person.last_names,
            *person.lineage_names,
        )
    ]
    if len(parts) > 1 and is_family_name_first("".join(parts)):
        return Text("".join((*parts[-1:], *parts[:-1])))
    return (
        Text(String(" ")).join(map(rich, parts))
        if any(map(has_markup, parts))
        else Text(" ".join(parts))
    )


def format_venue(entry: Entry) -> list[BaseText]:
    """Return the venue in italics, the place in it, and the year.

    A preprint says that it is one in its own words, or has its number.
    """
    fields = entry.fields
    name = next((name for name in VENUE_FIELDS if fields.get(name)), "")
    venue = full_title(entry, name)
    # Publishers' programs leave the comma behind the name.
    venue = re.sub(r"(?<!\\)[\s,;]+$", "", venue)
    venue_or_way = [Tag("em", rich(venue))] if venue else [rich(_published(entry))]
    parts = (_thesis(entry), *venue_or_way, *_place_in(entry), String(year_of(entry)))
    row = [part for part in parts if len(part)]
    return [Text(String(", ")).join(row)] if row else []


def _thesis(entry: Entry) -> BaseText:
    if entry.type not in (*_THESES, "thesis"):
        return String("")
    kind = entry.fields.get("type", entry.type)
    return String(str(_THESES[kind])) if kind in _THESES else rich(entry.fields.get("type", ""))


def format_remarks(entry: Entry) -> list[BaseText]:
    """Return the award and the notes that end the reference."""
    award = award_of(entry)
    notes = (Tag(NOTE, rich(note)) for note in notes_of(entry).values())
    return [*([Tag(AWARD, rich(award))] if award else []), *notes]


def _place_in(entry: Entry) -> list[BaseText]:
    """Return volume, issue and pages in a journal, the pages in a book of several authors.

    A paper of a conference is found by its title, a preprint, patent or report by its number.
    """
    fields = entry.fields
    journal = fields.get("journal") or fields.get("journaltitle", "")
    pages = _pages(next((fields[name] for name in _NUMBERS_OF_ARTICLES if fields.get(name)), ""))
    if entry.type in _NUMBERED:
        return [rich(fields.get("number", ""))]
    if not journal:
        return [rich(pages)] if entry.type in _PARTS_OF_BOOKS else []
    if _PREPRINTS.match(journal):
        return []
    volume, issue = fields.get("volume", ""), fields.get("number") or fields.get("issue", "")
    return [rich(f"{volume}({issue})" if issue else volume), rich(pages)]


def _pages(typed: str) -> str:
    """Return pages with dashes between the first and the last: "4-1--4-9" are two of a chapter."""
    return "".join(
        (_DASHES if "--" in part else _HYPHENS).sub("–", part)
        for part in re.split(r"([,;])", typed)
    )


def _published(entry: Entry) -> str:
    # What is but an address is in the row of links.
    address = printed_field(entry) == "howpublished"
    published = "" if address else str(entry.fields.get("howpublished", ""))
    number = arxiv_number(entry)
    is_noted = any(number.removeprefix("arXiv:") in note for note in notes_of(entry).values())
    return published or ("" if is_noted else number)


def year_of(entry: Entry) -> str:
    """Return the year as the entry has it: from ``year``, or from biblatex's ``date``."""
    if year := entry.fields.get("year"):
        # A whole date, which only ``date`` should hold, says the year in a CV.
        return re.sub(r"^(\d{4})-\d\d-\d\d(?!\d).*", r"\1", str(rich(year)))
    found = re.search(r"\d{4}", str(rich(entry.fields.get("date", ""))))
    return found[0] if found else ""


def year_number(entry: Entry) -> int | None:
    """Return the year as a number, None where the entry has none."""
    match = re.search(r"\d{4}", year_of(entry))
    return int(match[0]) if match else None


def register() -> None:
    """Make the style known to pybtex under the name ``cv``."""
    register_plugin("pybtex.style.formatting", STYLE, Style, force=True)
