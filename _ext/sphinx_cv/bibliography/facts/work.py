"""The facts of an entry, whatever program wrote it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_cv.bibliography.entry_types import BOOK, JOURNAL, MISC, ONLINE, PART, TALK, type_of
from sphinx_cv.bibliography.fields import HEADS
from sphinx_cv.model.punctuation import space_before
from sphinx_cv.model.sentence import SENTENCE_ENDS, without_stop

from .archives import archive_by_doi, archive_named, archive_of
from .capitals import in_small_letters
from .dating import date_of, with_dashes
from .links import is_only_address
from .put_right import CHAPTER, PATENT, put_right
from .ranges import issue, months, volume
from .said import is_about_a_day, is_of_a_book, says_review, says_talk, says_workshop
from .tongues import language_of

if TYPE_CHECKING:
    from pybtex.database import Entry, Person

    from sphinx_cv.bibliography.entry_types import EntryType

    from .archives import Archive

# biblatex's field for what follows a title.
_SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "journaltitle": "journalsubtitle",
    "maintitle": "mainsubtitle",
    "issuetitle": "issuesubtitle",
}
_OF_HOSTS = ("journal", "journaltitle", "booktitle", "publisher")
# Scopus adds what else a series includes.
_SUBSERIES = re.compile(r"\s*\((?:including|incl\.) subseries[^()]*\)")
# Left after a name by publishers' programs. A semicolon may also end a letter of HTML.
_LEFT_BEHIND = re.compile(r"(&#?\w+;)|(?<!\\)(?:[\s,;:]+|\s+[-–—]+\s*)(?=\}*$)")
# Where a journal is printed, as libraries write its name: "Lancet (London, England)".
_NAME = r"[^\W\d_a-z][\w.'-]*"
_PLACE = re.compile(
    rf"\s\((?!Ser|Sect|Part\b){_NAME}(?: {_NAME})*, {_NAME}(?: {_NAME})*(?: ?: ?\d{{4}})?\)$"
)
# PubMed has some names twice: "Symposium on Mills. Symposium on Mills".
_TWICE = re.compile(r"^(.{8,})[.:]\s\1$")
# IEEE once turned its names around: "Looms, 2005. CLM 2005. IEEE Conference on".
_TURNED = re.compile(
    r"^(?P<topic>[^.]+?),?\s(?:19|20)\d\d\.\s(?P<between>.*?)(?P<name>[^.]*\b(?:on|of|for|in))$"
)
# The kind that HAL has for every thesis.
_SAYS_NOTHING = ("theses", "thesis")
_NO_VENUE = re.compile(r"\W*pre-?prints?\W*", re.IGNORECASE)
_PRESS = ("newspaper", "magazine")


class Work:
    """An entry, read once: its fields in lower case, its form, and derived facts.

    *language* is that of the CV where it is shown, whose signs join the parts of a title; data for
    programs have none.
    """

    def __init__(self, entry: Entry, language: str = "") -> None:
        self.entry = entry
        self._language = language
        self.type: str = entry.type.lower()
        self.fields = {name.lower(): str(value) for name, value in entry.fields.items() if value}
        self.type = put_right(self.fields, self.type)

    def get(self, *names: str) -> str:
        """Return the first non-empty of the fields *names*, or ``""``."""
        return next((self.fields[name] for name in names if name in self.fields), "")

    def people(self, role: str) -> list[Person]:
        """Return the people of a role."""
        return list(self.entry.persons.get(role, ()))

    def title(self, name: str = "title") -> str:
        """Return a title as typed, followed by its subtitle."""
        title = _LEFT_BEHIND.sub(_letter_alone, _SUBSERIES.sub("", self.get(name)))
        if name in _OF_HOSTS:
            title = _TWICE.sub(r"\1", in_small_letters(title))
        if name == "title":
            title = without_stop(title)
        if name in ("journal", "journaltitle"):
            title = _PLACE.sub("", title)
        if name == "booktitle":
            title = with_dashes(_TURNED.sub(_turned, title))
        subtitle = self.get(_SUBTITLES.get(name, ""))
        if not title or not subtitle or subtitle in title:
            return title
        if title.rstrip("}").endswith(SENTENCE_ENDS):
            return f"{title} {subtitle}"
        language = language_of(self.fields) or self._language
        return f"{title}{space_before(':', language if self._language else '')}: {subtitle}"

    @property
    def known(self) -> EntryType:
        """The properties of its type."""
        return type_of(self.type)

    @cached_property
    def form(self) -> str:
        """The form of the reference; the fields count more than the type."""
        form = self.known.form
        if self.archive:
            return MISC
        if form == JOURNAL and not self.journal:
            return PART if self.get("booktitle") else MISC if self.get(*_HOUSES) else form
        if form == PART:
            return self._form_of_part()
        return self._form_of_misc() if form in (MISC, ONLINE) else form

    @property
    def _is_in_journal(self) -> bool:
        """Whether what is called a book has a volume, an issue and pages (Mendeley)."""
        return bool(self.get("booktitle") and self.volume and self.issue and self.get("pages"))

    def _form_of_misc(self) -> str:
        if self.known.form == ONLINE:
            return ONLINE
        if self._is_in_journal and "howpublished" not in self.fields:
            return JOURNAL
        if self.journal and "howpublished" not in self.fields:
            return JOURNAL
        is_told = says_talk(self.get("note")) and not self.get(*_HOUSES, "booktitle")
        return TALK if is_told or self.get("eventtitle", "venue") else MISC

    def _form_of_part(self) -> str:
        if self._is_spoken_paper:
            return TALK
        numbered = self.volume and self.issue and not self.get("series")
        if self.journal or (
            self.known.group == "papers" and numbered and not self.people("editor")
        ):
            return JOURNAL
        if self.type == "inbook" and not self.get("booktitle", "maintitle"):
            return BOOK
        return PART

    @property
    def kind(self) -> str:
        """The kind of work as typed, without the braces that protect its capitals (Zotero)."""
        typed = re.sub("[{}]", "", self.get("type"))
        is_said = self.known.group == "theses" and typed.strip().lower() in _SAYS_NOTHING
        return "" if is_said else typed

    @property
    def journal(self) -> str:
        """The name of the journal, or ``""``."""
        name = "journaltitle" if "journaltitle" in self.fields else "journal"
        return self.title(name)

    @property
    def volume(self) -> str:
        """The volume, ``""`` for none and for volume 0."""
        return volume(self.get("volume"))

    @property
    def issue(self) -> str:
        """The issue, ``""`` for none and for issue 0, or where the volume names it."""
        found = issue(self._typed_issue)
        said = not found.isdecimal() and found.casefold() in self.volume.casefold()
        return "" if said else found

    @property
    def issue_months(self) -> str:
        """The months of the issue, where they stand for its number."""
        return months(self._typed_issue)

    @property
    def _typed_issue(self) -> str:
        return self.get("issue") if self.type in _BY_NUMBER else self.get("number", "issue")

    @property
    def chapter(self) -> str:
        """The number of a chapter, ``""`` if missing or a title."""
        number = CHAPTER.fullmatch(self.get("chapter"))
        return number[1] if number else ""

    @cached_property
    def archive(self) -> Archive | None:
        """The archive of a preprint; None for other works, or if its venue says so."""
        if self.known.form not in (JOURNAL, MISC, ONLINE, TALK) or self.get("booktitle"):
            return None
        if self.howpublished and not archive_named(self.howpublished):
            return None
        if self.get("eventtitle", "venue", "titleaddon") or self.known.group == "books":
            return None
        journal = "" if _NO_VENUE.fullmatch(self.journal) else self.journal
        venue = self.howpublished or journal
        if not venue:
            venue = self.get("publisher", "institution")
            if not archive_named(venue) and (found := archive_by_doi(self.get("doi"))):
                return found
        if self.known.form == TALK and (self.get("type") or (self.get("note") and not venue)):
            return None if not self.get("hal_id", "eprint") else archive_of(self.fields, venue)
        return archive_of(self.fields, venue)

    @cached_property
    def howpublished(self) -> str:
        """How it was published, in words; a mere address is in the row of links."""
        if is_only_address(self.entry, "howpublished"):
            return ""
        return self.get("howpublished")

    @property
    def is_press(self) -> bool:
        """Whether it appeared in a newspaper or magazine, or is cited that way."""
        return self.get("entrysubtype").lower() in _PRESS or self.is_of_a_day

    @property
    def is_of_a_day(self) -> bool:
        """Whether an article is located by its day alone."""
        if self.known.form != JOURNAL or self.get("doi") or self.volume or self.issue:
            return False
        dates = date_of(self.fields)
        return dates is not None and bool(dates.start.day) and not self.archive

    @property
    def is_talk(self) -> bool:
        """Whether it was given at an event."""
        if self.type == "presentation" or self._is_spoken_paper:
            return True
        if self.type not in ("unpublished", "misc"):
            return False
        if self.type == "unpublished" and self.get("eventtitle", "venue"):
            return True
        if self.type == "unpublished" and is_about_a_day(self.get("note")):
            return True
        return any(map(says_talk, (self.kind, self.get("howpublished"), self.get("note"))))

    @property
    def _is_spoken_paper(self) -> bool:
        """Whether a paper of a conference is in no book, and says that it was a talk."""
        if self.known.group != "papers" or self.get("booktitle", "maintitle", "pages", "journal"):
            return False
        said = " / ".join(map(self.get, ("type", "howpublished", "series", "eventtitle", "note")))
        return says_talk(said) or says_workshop(said)

    @property
    def is_review(self) -> bool:
        """Whether it is a review of another work."""
        kinds = (self.get("entrysubtype").lower(), self.kind.lower())
        if self.type == "article" and is_of_a_book(self.get("title")):
            return True
        return self.type == "review" or any(
            kind in ("review", "book review", "bookreview") for kind in kinds
        )

    @property
    def says_review(self) -> bool:
        """Whether a review calls itself one."""
        return says_review(self.get("title")) or bool(self.get("reviewof"))

    @property
    def is_patent(self) -> bool:
        """Whether it is a patent, as many programs write one: by its kind."""
        said = f"{self.kind} {self.get('howpublished')}"
        return self.type == "patent" or (self.type == "misc" and bool(PATENT.search(said)))

    def heads(self) -> str:
        """Return the role of the people before the title, or ``""``."""
        if self.get("collaboration") and not self.people("author"):
            return ""
        return next((role for role in HEADS if self.people(role)), "")


# Fields that replace a missing journal.
_HOUSES = ("howpublished", "school", "institution", "publisher", "organization")
# Types whose number is not an issue.
_BY_NUMBER = ("book", "collection", "proceedings", "report", "techreport", "patent")


def _letter_alone(match: re.Match[str]) -> str:
    return match[1] or ""


def _turned(match: re.Match[str]) -> str:
    between = re.sub(r"Proceedings\.?", "", match["between"]).strip(" .")
    short = f" ({between})" if between else ""
    return f"{match['name'].strip()} {match['topic']}{short}"
