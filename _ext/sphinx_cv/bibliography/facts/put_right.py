"""Values that programs and people put into the wrong field."""

from __future__ import annotations

import re

from sphinx_cv.bibliography.entry_types import BOOK, JOURNAL, KIND, OF_LAW, type_of
from sphinx_cv.bibliography.fields import ALIASES

from .archives import eprint_type
from .deposits import put_deposit_right
from .ranges import is_number, without_word

CHAPTER = re.compile(r"\s*(?:chap(?:ter|\.)?\s*)?(\d+|[IVXLC]+)\.?\s*", re.IGNORECASE)
PATENT = re.compile(r"\bpatent\b|\bbrevet\b|\bpatente\b", re.IGNORECASE)
# "US Patent 10,452,978", "US Patent App. 16/021,971": the kind of patent, and its number.
_PATENT_NUMBER = re.compile(
    r"((?:\w+ )?patent\b(?: app(?:lication|\.)?)?)(?: no\.?)? ([A-Z]{0,2}\d[\d/,]*\w*)\.?",
    re.IGNORECASE,
)
# What else says where a chapter is: in this book, or in an issue of the journal.
_HOSTS = frozenset(("booktitle", "maintitle", "number", "issue"))
_IS_STATE = re.compile(
    r"\W*(?:manuscript|(?:under|in)\s+(?:review|revision|preparation|press|progress)|in prep"
    r"|(?:under )?revise\b|accepted|submitted|to appear|forthcoming|working paper|unpublished)\b"
    r"(?! of\b)",
    re.IGNORECASE,
)
# "J. Mills (accepted)".
_STATE_BEHIND = re.compile(
    r"(.*\S)\s*[(\[]\s*(accepted|in press|to appear|forthcoming|submitted|under review)"
    r"(?:\s+for publication)?\s*[)\]]",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(r"(?:In:?\s+)?(.*\bProceedings\b.*)")
# The addresses of a package may stand behind its version.
_VERSION = re.compile(
    r"\s*((?:R package )?version\s+[^\s,]+?)(?:,\s*https?://\S+)*\s*\.?\s*", re.IGNORECASE
)
# What IEEE writes before the pages are known.
_NO_PAGES = re.compile(r"\{?1\}?\s*-+\s*\{?1\}?")
# The marks that libraries set between the parts of a description: "Ulm :", "The loom /".
_MARK = re.compile(r"\s+[/:;,]$")
_DESCRIBED = ("title", "publisher", "address", "location", "series")

# "PMID: 31234567; PMCID: PMC6543210", and their addresses.
_PUBMED = {
    "pmid": re.compile(
        r"(?i)\bPMID\s*:?\s*(\d{1,9})\b|\bncbi\.nlm\.nih\.gov/(?:pubmed/)?(\d{1,9})\b"
    ),
    "pmcid": re.compile(
        r"(?i)\bPMCID\s*:?\s*(PMC\d{1,9})\b|\bnih\.gov/(?:pmc/)?articles/(PMC\d{1,9})\b"
    ),
}
# PubMed's words for another paper, whose number a note may tell: "Erratum in", "Comment on".
_OTHER_PAPER = re.compile(
    r"(?i)\b(?:comment|correct|corrigend|errat|reply|republish|retract|update)\w*\b"
)
_PUBMED_ARCHIVES = {"pmid": ("pubmed", "pmid"), "pmcid": ("pmc", "pmcid", "pubmed central")}


def put_right(fields: dict[str, str], kind: str) -> str:
    """Move values to the fields that they belong in; return the type of the entry."""
    fields |= {name: _MARK.sub("", fields[name]) for name in _DESCRIBED if name in fields}
    _put_chapter_right(fields, kind)
    _put_venue_right(fields)
    _put_numbers_right(fields, kind)
    if type_of(kind).form == JOURNAL:
        _put_early_right(fields)
    if kind in ("inproceedings", "conference"):
        _put_proceedings_right(fields)
    if kind == "book":
        kind = _put_article_right(fields)
    if type_of(kind).group == "chapters":
        _put_book_right(fields)
    kind = _put_misc_right(fields, kind)
    known = type_of(kind)
    if known.group in ("software", "reports") and known.form in (KIND, BOOK):
        _put_version_right(fields)
    return kind


def _put_version_right(fields: dict[str, str]) -> None:
    """Take the version from the note, where R's citation() writes it, or from the edition."""
    for name in ("note", "edition"):
        version = _VERSION.fullmatch(fields.get(name, ""))
        if version and fields.setdefault("version", version[1]) in (
            version[1],
            version[1].split()[-1],
        ):
            del fields[name]


def _put_numbers_right(fields: dict[str, str], kind: str) -> None:
    """Take the numbers of PubMed from notes, archives and addresses; no other has its word."""
    # "No. 108 of 1996" is the name of a law.
    if "number" in fields and kind not in OF_LAW:
        fields["number"] = without_word(fields["number"])
    archive = eprint_type(fields)
    found_in = [fields.get(name, "") for name in ("note", "url", "eprint", "howpublished")]
    texts = [text for text in found_in if not _OTHER_PAPER.search(text)]
    for name, pattern in _PUBMED.items():
        if archive in _PUBMED_ARCHIVES[name]:
            fields.setdefault(name, fields.get("eprint", ""))
        elif found := next(filter(None, map(pattern.search, texts)), None):
            fields.setdefault(name, found[found.lastindex or 0])


def _put_early_right(fields: dict[str, str]) -> None:
    """Take out what IEEE has for the numbers of a paper that has none yet: "PP", "99", "1-1"."""
    if fields.get("volume", "").strip("{}") == "PP":
        del fields["volume"]
        if fields.get("number", "").strip("{}") == "99":
            del fields["number"]
    numbered = any(is_number(fields.get(name, "")) for name in ("volume", "number", "issue"))
    if not numbered and _NO_PAGES.fullmatch(fields.get("pages", "")):
        del fields["pages"]


def _put_chapter_right(fields: dict[str, str], kind: str) -> None:
    if kind != "inbook" or "booktitle" in fields or "title" not in fields:
        return
    chapter = fields.get("chapter", "")
    if chapter and not CHAPTER.fullmatch(chapter):
        fields["booktitle"], fields["title"] = fields["title"], chapter
        if "subtitle" in fields:
            fields["booksubtitle"] = fields.pop("subtitle")


def _put_book_right(fields: dict[str, str]) -> None:
    """Take the book of a chapter from the journal, where Scopus has it."""
    name = "journal" if fields.get("journal") else "journaltitle"
    if fields.get(name) and not _HOSTS.intersection(fields):
        fields["booktitle"] = fields.pop(name)


def _put_venue_right(fields: dict[str, str]) -> None:
    for other, name in ALIASES.items():
        if other in fields:
            fields.setdefault(name, fields.pop(other))
    for name in ("journal", "journaltitle"):
        typed = fields.get(name, "")
        if _IS_STATE.match(typed):
            # "Manuscript under review" is not a journal.
            fields["howpublished"] = fields.pop(name).rstrip(".")
        elif state := _STATE_BEHIND.fullmatch(typed):
            fields[name] = state[1]
            fields.setdefault("pubstate", state[2].lower())


def _put_proceedings_right(fields: dict[str, str]) -> None:
    """Take the name of the proceedings from the organization, where some have it."""
    named = _PROCEEDINGS.fullmatch(fields.get("organization", ""))
    if named and not any(map(fields.get, ("booktitle", "journal", "eventtitle", "series"))):
        fields["booktitle"] = named[1]
        del fields["organization"]


def _put_article_right(fields: dict[str, str]) -> str:
    """Return the type of a "book" that is in another one: with its issue (Mendeley), or pages."""
    own, host = (fields.get(name, "").strip("{}").casefold() for name in ("title", "journal"))
    # Scopus has a book in a "journal" of its own title, and a chapter in that of the book.
    if host not in ("", own) and fields.get("pages") and not _HOSTS.intersection(fields):
        return "incollection"
    if all(map(fields.get, ("booktitle", "volume", "number", "pages"))) and not any(
        map(fields.get, ("publisher", "journal"))
    ):
        fields["journal"] = fields.pop("booktitle")
        return "article"
    return "book"


def _put_misc_right(fields: dict[str, str], kind: str) -> str:
    """Return the type of what has a type that its program has no name for."""
    if kind == "misc" and eprint_type(fields) == "ascl":
        # ADS: a record of the Astrophysics Source Code Library.
        return "software"
    found = put_deposit_right(fields, kind)
    if kind == "misc" and found == "online":
        # EndNote has days where others have numbers.
        for name in ("type", "volume", "number"):
            fields.pop(name, None)
    return _put_patent_right(fields) if found == "misc" else found


def _put_patent_right(fields: dict[str, str]) -> str:
    """Take the kind and the number of a patent from its note, where Google Scholar has them."""
    publisher, note = fields.get("publisher", ""), fields.get("note", "")
    numbered = _PATENT_NUMBER.fullmatch(note.strip())
    if publisher in ("", "Google Patents") and numbered and not fields.get("howpublished"):
        fields.pop("publisher", None)
        del fields["note"]
        fields["type"], fields["number"] = numbered.groups()
    elif publisher == "Google Patents" and PATENT.search(note):
        del fields["publisher"]
        fields["howpublished"] = fields.pop("note")
    return "patent" if fields.get("number") and PATENT.search(fields.get("type", "")) else "misc"
