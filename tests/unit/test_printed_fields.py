"""What a field of a type tells is printed; what is not stands in a list with the reason."""

from __future__ import annotations

import re

import pytest
from pybtex.database import Entry, Person

from helpers import ROOT
from sphinx_cv.bibliography.entry_types import (
    BOOK,
    ISSUE,
    JOURNAL,
    KIND,
    MISC,
    ONLINE,
    PART,
    TALK,
    TYPES,
)
from sphinx_cv.bibliography.fields import (
    ADDRESSES,
    ALIASES,
    MINOR_ROLES,
    PRINTED,
    UNPRINTED,
    is_private,
)
from sphinx_cv.bibliography.reference.style import Reference, References

EVERYWHERE = "title subtitle titleaddon note addendum pubstate award translator year"
PAGES = "pages eid elocation-id articleno article-number art_number"
# What BibTeX, biblatex and the programs that write .bib files have for works of a form.
FIELDS = {
    JOURNAL: f"journal journaltitle journalsubtitle issuetitle series volume number {PAGES} editor",
    PART: f"booktitle booksubtitle maintitle mainsubtitle bookauthor editor edition volumes volume"
    f" part series number chapter {PAGES} organization publisher address location venue"
    " eventtitle",
    BOOK: "maintitle mainsubtitle editor edition volumes volume part series number organization"
    " publisher address location venue eventtitle howpublished institution school",
    KIND: "type number institution organization publisher address location howpublished version"
    " edition editor venue series holder assignee nationality eventtitle",
    MISC: "type howpublished organization publisher institution address location venue eventtitle"
    " edition number series editor",
    ONLINE: "type howpublished organization publisher journal address location editor",
    TALK: "type howpublished eventtitle venue address location institution organization",
    ISSUE: "journaltitle issuetitle series volume number editor",
}
# Without the host or the house that a field stands beside, a work has another form.
BESIDE = {
    JOURNAL: {"journal": "Host", "volume": "3"},
    PART: {"booktitle": "Host", "publisher": "House"},
    BOOK: {"publisher": "House"},
    MISC: {},
    ISSUE: {"journaltitle": "Host"},
}


def types_of(form: str, *, but: tuple[str, ...] = (), group: str = "") -> set[str]:
    """Return the types of a form; not those of the groups *but*, or of one *group* alone."""
    return {
        name
        for name, known in TYPES.items()
        if known.form == form and known.group not in but and group in ("", known.group)
    }


# Why a field is not printed of some types.
REASONS = {
    "an event is not told beside the book of it (APA, ACM, IEEE)": (
        "eventtitle",
        types_of(PART) | types_of(BOOK),
    ),
    "only a conference has a place of its own": ("venue", types_of(BOOK, but=("volumes",))),
    "the publisher is the house": ("howpublished institution school", types_of(BOOK)),
    "the editor of a journal has no part in an article, but in a special issue": (
        "editor",
        types_of(JOURNAL),
    ),
    "what is no part of a series": ("series", types_of(KIND, but=("reports", "theses"))),
    "the number of a thesis is that of a catalog": ("number", types_of(KIND, group="theses")),
    "only software, data and reports have versions": (
        "version",
        types_of(KIND, but=("software", "reports")),
    ),
    "only a patent has a holder and countries": (
        "holder assignee nationality",
        types_of(KIND, but=("patents",)),
    ),
    "the holder of a patent is its house": (
        "institution organization publisher address howpublished venue",
        {"patent"},
    ),
    "only works that are shown have an event": ("eventtitle", types_of(KIND, but=("works",))),
    "a number says nothing without a kind or a series": ("number", types_of(MISC)),
    "the place of a talk says where it was": ("institution organization", types_of(TALK)),
}
UNPRINTED_OF_TYPE = {
    (name, field): reason
    for reason, (fields, names) in REASONS.items()
    for name in names
    for field in fields.split()
}
VALUES = {"year": "1987", "part": "17"} | dict.fromkeys(
    f"edition volumes volume number chapter {PAGES}".split(), "17"
)
WITH = {
    "part": {"volume": "3"},
    "subtitle": {"title": "Title"},
    "booksubtitle": {"booktitle": "Host"},
    "journalsubtitle": {"journaltitle": "Host"},
    "mainsubtitle": {"maintitle": "Host"},
    "issuesubtitle": {"issuetitle": "Host"},
}
ROLES = ("editor", "translator", "bookauthor", "holder")


def is_printed(kind: str, field: str) -> bool:
    form = TYPES[kind].form
    beside = BESIDE.get(form, {}) | WITH.get(field, {})
    if form == TALK and field in ("institution", "organization"):
        beside = {"eventtitle": "Event", "venue": "Place"}
    entry = Entry(kind, fields={"title": "Title", "year": "2020"} | beside)
    entry.key = "key"
    entry.persons["author"] = [Person("King, Ada")]
    if field in ROLES:
        entry.persons[field] = [Person("Marked")]
    else:
        entry.fields[field] = VALUES.get(field, "Marked")
    # A number alone is no word of a state.
    return bool(re.search(r"(?i)marked|17|1987", str(Reference(entry, References()).text())))


@pytest.mark.parametrize("kind", TYPES)
def test_what_a_type_tells_is_printed_or_has_a_reason(kind):
    told = f"{EVERYWHERE} {FIELDS[TYPES[kind].form]}".split()
    missing = {field for field in told if not is_printed(kind, field)}
    assert missing == {field for name, field in UNPRINTED_OF_TYPE if name == kind and field in told}


def test_every_printed_field_is_printed_of_some_type():
    beside = {
        *("author", "author+an", "editor+an", "editortype", "collaboration", "entrysubtype"),
        *(
            "date",
            "month",
            "day",
            "eventdate",
            "related",
            "relatedtype",
            "relatedstring",
            "keywords",
            "award_name",
        ),
        *("doi", "pmid", "pmcid", "eprint", "eprinttype", "archiveprefix", "eprintclass"),
        *("primaryclass", "arxiv", "arxivid", "issue", "reportnumber", "reviewof"),
    }
    names = {name for group in PRINTED.values() for name in group} - beside
    assert {name for name in names if not any(is_printed(kind, name) for kind in TYPES)} == set()


# The data, special and custom fields of biblatex's manual (2.2.2 to 2.2.5), and BibTeX's.
OF_BIBLATEX = """
abstract addendum afterword annotation annotator author authortype bookauthor bookpagination
booksubtitle booktitle booktitleaddon chapter commentator date doi edition editor editora editorb
editorc editortype editoratype editorbtype editorctype eid entrysubtype eprint eprintclass
eprinttype eventdate eventtitle eventtitleaddon file foreword holder howpublished indextitle
institution introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon
iswc journalsubtitle journaltitle journaltitleaddon label language library location mainsubtitle
maintitle maintitleaddon month nameaddon note number organization origdate origlanguage
origlocation origpublisher origtitle pages pagetotal pagination part publisher pubstate
reprinttitle series shortauthor shorteditor shorthand shorthandintro shortjournal shortseries
shorttitle subtitle title titleaddon translator type url urldate venue version volume volumes year
crossref entryset execute gender langid langidopts ids indexsorttitle keywords options presort
related relatedoptions relatedtype relatedstring sortkey sortname sortshorthand sorttitle sortyear
xdata xref namea nameb namec nameatype namebtype namectype lista listb listc listd liste listf
usera userb userc userd usere userf verba verbb verbc address annote archiveprefix journal key pdf
primaryclass school hyphenation
"""


def test_every_field_of_biblatex_is_printed_or_has_a_reason():
    known = {name for table in (PRINTED, UNPRINTED) for group in table.values() for name in group}
    known |= {*ADDRESSES, *ALIASES}
    missing = {name for name in OF_BIBLATEX.split() if name not in known and not is_private(name)}
    assert missing == set()


@pytest.mark.parametrize("kind", {known.form: name for name, known in TYPES.items()}.values())
def test_what_is_said_to_be_unprinted_is(kind):
    names = {name for group in UNPRINTED.values() for name in group}
    assert {name for name in names if is_printed(kind, name)} == set()


def test_no_field_is_printed_and_unprinted():
    printed = {name for group in PRINTED.values() for name in group}
    assert printed & {name for group in UNPRINTED.values() for name in group} == set()
    assert set(MINOR_ROLES) <= {name for group in UNPRINTED.values() for name in group}


def test_the_manual_shows_each_type_once():
    shown = (ROOT / "docs" / "types.txt").read_text("utf-8").splitlines()
    kinds = {re.match(r"@(\w+)", line)[1] for line in shown}
    others = {"xdata", "set", "bibnote", "commentary", *(f"custom{letter}" for letter in "abcdef")}
    assert kinds == set(TYPES) - others
    assert len(shown) == len(kinds) + 1  # an article can be in a newspaper
