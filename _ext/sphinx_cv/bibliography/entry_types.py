"""The entry types of BibTeX, of biblatex, and of the programs that people export from: data.

A reference is printed by the form of its type, and listed in the group of its type; what an
entry says otherwise about itself comes first (see ``work.py`` and ``groups.py``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

# The forms that a reference can have.
JOURNAL, PART, BOOK, KIND, MISC, ONLINE, TALK, ISSUE = FORMS = (
    "journal",  # in a journal: volume, issue, pages
    "part",  # in a book or in proceedings: "In A. Editor (ed.), Book, 1–9. Publisher"
    "book",  # a whole book: title (edition, series), publisher, place
    "kind",  # kind and issuer: "Technical report 12, Institute"
    "misc",  # whatever its fields hold, the most informative first
    "online",  # on a site
    "talk",  # at an event
    "issue",  # an issue of a journal as a whole
)
# The groups of a list by type, in their order.
(ARTICLES, PAPERS, BOOKS, VOLUMES, CHAPTERS, REVIEWS, PREPRINTS, THESES, REPORTS, SOFTWARE) = (
    *("articles", "papers", "books", "volumes", "chapters"),
    *("reviews", "preprints", "theses", "reports", "software"),
)
PATENTS, TALKS, PRESS, WORKS, OTHER = ("patents", "talks", "press", "works", "other")


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryType:
    """The properties of an entry type.

    ``kind`` is the word that says what it is, where no field does. ``alone`` is a work that
    stands by itself, with its title in italics. ``dated`` is found by its day. ``part`` gives no
    other entry its fields. ``undated`` may lack a year, ``nameless`` may lack people.
    """

    form: str
    group: str
    kind: str = ""
    alone: bool = False
    dated: bool = False
    part: bool = False
    undated: bool = False
    nameless: bool = False


_ARTICLE = EntryType(form=JOURNAL, group=ARTICLES, part=True)
_PAPER = EntryType(form=PART, group=PAPERS, part=True)
_CHAPTER = EntryType(form=PART, group=CHAPTERS, part=True)
_BOOK = EntryType(form=BOOK, group=BOOKS, alone=True)
_VOLUME = EntryType(form=BOOK, group=VOLUMES, alone=True)
_REFERENCE = EntryType(form=BOOK, group=BOOKS, alone=True, undated=True, nameless=True)
_THESIS = EntryType(form=KIND, group=THESES, kind="thesis", alone=True)
_REPORT = EntryType(form=KIND, group=REPORTS, kind="report", alone=True)
_MISC = EntryType(form=MISC, group=OTHER, undated=True, nameless=True)
_ONLINE = EntryType(form=ONLINE, group=PRESS, dated=True, undated=True, nameless=True)
_SOFTWARE = EntryType(
    form=KIND, group=SOFTWARE, kind="software", alone=True, undated=True, nameless=True
)
_WORK = EntryType(form=KIND, group=WORKS, alone=True, dated=True, nameless=True)
_LEGAL = EntryType(form=KIND, group=OTHER, dated=True, nameless=True)

TYPES = {
    "article": _ARTICLE,
    "suppperiodical": replace(_ARTICLE, part=False, nameless=True),
    "review": replace(_ARTICLE, group=REVIEWS, kind="review", part=False),
    "periodical": EntryType(form=ISSUE, group=VOLUMES, nameless=True),
    "inproceedings": _PAPER,
    "conference": _PAPER,
    "incollection": _CHAPTER,
    "inbook": _CHAPTER,
    "bookinbook": replace(_CHAPTER, alone=True),
    "suppbook": replace(_CHAPTER, part=False),
    "suppcollection": replace(_CHAPTER, part=False),
    "inreference": replace(_CHAPTER, part=False),
    "book": _BOOK,
    "mvbook": _BOOK,
    "booklet": EntryType(form=MISC, group=BOOKS, alone=True, undated=True, nameless=True),
    "reference": _REFERENCE,
    "mvreference": _REFERENCE,
    "collection": _VOLUME,
    "mvcollection": _VOLUME,
    "proceedings": replace(_VOLUME, nameless=True),
    "mvproceedings": replace(_VOLUME, nameless=True),
    "thesis": _THESIS,
    "phdthesis": replace(_THESIS, kind="phdthesis"),
    "mastersthesis": replace(_THESIS, kind="mastersthesis"),
    "report": _REPORT,
    "techreport": replace(_REPORT, kind="techreport"),
    "standard": replace(_REPORT, kind="standard", nameless=True),
    "manual": EntryType(form=BOOK, group=REPORTS, alone=True, undated=True, nameless=True),
    "unpublished": EntryType(form=TALK, group=PREPRINTS, undated=True),
    "presentation": EntryType(form=TALK, group=TALKS, dated=True, undated=True),
    "preprint": replace(_MISC, group=PREPRINTS, nameless=False),
    "misc": _MISC,
    "online": _ONLINE,
    "electronic": _ONLINE,
    "www": _ONLINE,
    "webpage": _ONLINE,
    "patent": EntryType(form=KIND, group=PATENTS, kind="patent", dated=True),
    "software": _SOFTWARE,
    "softwareversion": _SOFTWARE,
    "softwaremodule": _SOFTWARE,
    "codefragment": _SOFTWARE,
    "dataset": replace(_SOFTWARE, kind="dataset"),
    "data": replace(_SOFTWARE, kind="dataset"),
    "artwork": replace(_WORK, kind="artwork", undated=True),
    "image": replace(_WORK, kind="image", undated=True),
    "movie": replace(_WORK, kind="movie"),
    "video": replace(_WORK, kind="video"),
    "audio": replace(_WORK, kind="audio", alone=False),
    "music": replace(_WORK, kind="music"),
    "performance": replace(_WORK, kind="performance"),
    "letter": replace(_LEGAL, kind="letter", undated=True, nameless=False),
    "legal": _LEGAL,
    "legislation": _LEGAL,
    "jurisdiction": _LEGAL,
    "commentary": _MISC,
    "bibnote": _MISC,
    "set": _MISC,
    # Only holds data for other entries (biblatex); not a work.
    "xdata": _MISC,
    **dict.fromkeys((f"custom{letter}" for letter in "abcdef"), _MISC),
}
# Laws and decisions, whose names have neither italics nor quotation marks.
OF_LAW = ("legal", "legislation", "jurisdiction")
# Any other type is treated as one of these, and reported.
UNKNOWN = TYPES["misc"]

# Instructions to styles that other programs store as entries.
INSTRUCTIONS = ("control", "ieeetranbstctl")

# Parts of other works; no entry inherits from them.
PARTS = tuple(name for name, known in TYPES.items() if known.part)


def type_of(name: str) -> EntryType:
    """Return the properties of the entry type *name*."""
    return TYPES.get(name.lower(), UNKNOWN)
