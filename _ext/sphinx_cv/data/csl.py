"""Publications as CSL-JSON, which Zotero, Pandoc and the citation processors read.

The names and types are those of CSL 1.0.2 (https://docs.citationstyles.org).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.bibliography import words
from sphinx_cv.bibliography.entry_types import JOURNAL, PART
from sphinx_cv.bibliography.facts.archives import arxiv_number
from sphinx_cv.bibliography.facts.dating import date_of, year_text
from sphinx_cv.bibliography.facts.links import doi_of, links_of
from sphinx_cv.bibliography.facts.ranges import pages
from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.people.marks import without_marks
from sphinx_cv.bibliography.people.names import is_family_name_first
from sphinx_cv.bibliography.reference.groups import type_group
from sphinx_cv.bibliography.reference.people import OTHERS
from sphinx_cv.bibliography.reference.remarks import award_of, notes_of, state_of
from sphinx_cv.bibliography.reference.style import Reference, title_of
from sphinx_cv.bibliography.tex.text import flat, rich

from .values import clean, without_empty

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pybtex.database import Entry, Person

    from sphinx_cv.bibliography.reference.style import References

# The type of a work by its group in a list, unless its entry type says more.
_BY_GROUP = {
    "articles": "article-journal",
    "papers": "paper-conference",
    "books": "book",
    "volumes": "book",
    "chapters": "chapter",
    "reviews": "review",
    "preprints": "article",
    "theses": "thesis",
    "reports": "report",
    "software": "software",
    "patents": "patent",
    "talks": "speech",
    "press": "article-newspaper",
    "works": "document",
    "other": "document",
}
# The first of several: "1474-547X (Electronic)".
_ISSN = re.compile(r"\b\d{4}-?\d{3}[\dXx]\b")
_BY_TYPE = {
    **dict.fromkeys(("dataset", "data"), "dataset"),
    **dict.fromkeys(("online", "electronic", "www", "webpage"), "webpage"),
    **dict.fromkeys(("audio", "music"), "song"),
    **dict.fromkeys(("movie", "video"), "motion_picture"),
    **dict.fromkeys(("artwork", "image"), "graphic"),
    **dict.fromkeys(("jurisdiction",), "legal_case"),
    **dict.fromkeys(("legislation", "legal"), "legislation"),
    "inreference": "entry-encyclopedia",
    "periodical": "periodical",
    "standard": "standard",
    "letter": "personal_communication",
    "performance": "performance",
    "booklet": "pamphlet",
}
# Types of works that say in a field of their own what they are.
_LOOSE = ("article", "document")
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}
# Links to the work itself, the best first.
PAPER_LINKS = ("paper", "arxiv", "web", "pdf")


def to_csl(items: Iterable[Mapping[str, Any]]) -> str:
    """Return items of CSL-JSON as a document."""
    return json.dumps([*items], ensure_ascii=False, indent=1) + "\n"


def csl_item(entry: Entry) -> dict[str, Any]:
    """Return one publication as an item of CSL-JSON, without empty values."""
    work = Work(entry)
    kind = csl_type(work)
    item = {
        "id": clean(entry.key),
        "type": kind,
        "title": _text(title_of(entry)),
        **{role: csl_names(work.people(ours)) for role, ours in _ROLES.items()},
        "issued": _issued(work),
        **_host(work, kind),
        "edition": _field(work, "edition"),
        "version": _field(work, "version"),
        "genre": _genre(work, kind),
        "status": clean(state_of(work)),
        "note": _note(work),
        "DOI": doi_of(entry),
        "ISBN": _field(work, "isbn"),
        "ISSN": next(iter(_ISSN.findall(work.get("issn"))), ""),
        "URL": address_of(entry),
        "abstract": _field(work, "abstract"),
        "language": _field(work, "langid"),
    }
    if not item["author"] and work.get("collaboration"):
        item["author"] = [{"literal": _field(work, "collaboration")}]
    made: dict[str, Any] = without_empty(item)
    return made


def csl_type(work: Work) -> str:
    """Return the type of a work in CSL: its own fields come before its entry type."""
    group = type_group(work)
    if group in ("preprints", "talks", "patents", "reviews"):
        return _BY_GROUP[group]
    if group == "press" and work.known.form == JOURNAL:
        magazine = work.get("entrysubtype").lower() == "magazine"
        return "article-magazine" if magazine else "article-newspaper"
    return _BY_TYPE.get(work.type) or _BY_GROUP[group]


def csl_names(people: Iterable[Person]) -> list[dict[str, str]]:
    """Return people as names of CSL; "and others" is the literal that Pandoc writes."""
    return [_name(person) for person in people]


def _name(person: Person) -> dict[str, str]:
    if str(person) == OTHERS:
        return {"literal": OTHERS}
    given, particle, family, suffix = (
        _text(rich(" ".join(without_marks(part) for part in parts)))
        for parts in (
            person.bibtex_first_names,
            person.prelast_names,
            person.last_names,
            person.lineage_names,
        )
    )
    if not given and not particle:
        return {"literal": family}
    named = {
        "family": family,
        "given": given,
        "non-dropping-particle": particle,
        "suffix": suffix,
    }
    return {part: text for part, text in named.items() if text}


def written_name(name: dict[str, str]) -> str:
    """Return a name of CSL as people write it: "Ada King", "von Neumann" with its particle."""
    if "literal" in name:
        return name["literal"]
    given, family = name.get("given", ""), name.get("family", "")
    if is_family_name_first(f"{given}{family}"):
        return f"{family}{given}"
    parts = (given, name.get("non-dropping-particle"), family, name.get("suffix"))
    return " ".join(filter(None, parts))


def authors_of(entry: Entry, references: References) -> str:
    """Return who wrote a publication, as its reference says it: with "et al." and marks."""
    return _text(Reference(entry, references).authors())


def address_of(entry: Entry) -> str:
    """Return the address of the work itself, else the first of its links, ``""`` for none."""
    links = {link.label: link.url for link in links_of(entry)[0]}
    return next((links[label] for label in PAPER_LINKS if label in links), "") or next(
        iter(links.values()), ""
    )


def _issued(work: Work) -> dict[str, Any]:
    dates = date_of(work.fields)
    if dates is None:
        return {}
    years = re.fullmatch(r"(\d{4})–(\d{4})", year_text(work.fields))
    if years and not dates.start.month:
        return {"date-parts": [[int(years[1])], [int(years[2])]]}
    parts = [
        [number for number in (date.year, date.month, date.day) if number]
        for date in dict.fromkeys(dates)
    ]
    return {"date-parts": parts}


def _host(work: Work, kind: str) -> dict[str, str]:
    """Return what holds the work, and where it stands in it."""
    first = {
        "publisher": _title(work, "publisher", "school", "institution", "organization"),
        "publisher-place": _field(work, "address", "location"),
    }
    if work.archive:
        return {
            "publisher": work.archive.name,
            "number": str(work.archive) if work.archive.number else "",
        }
    if kind == "article" and (number := arxiv_number(work.fields)):
        return first | {"publisher": "arXiv", "number": f"arXiv:{number}"}
    if work.form == JOURNAL:
        return first | {
            "container-title": _title(work, "journaltitle", "journal", "booktitle"),
            "collection-title": _field(work, "series"),
            "volume": _text(rich(work.volume)),
            "issue": _text(rich(work.issue)),
            "page": _pages(work),
            "number": _article_number(work),
        }
    if work.form == PART:
        return first | {
            "container-title": _title(work, "booktitle", "maintitle", "eventtitle"),
            "event-title": _field(work, "eventtitle"),
            "event-place": _field(work, "venue"),
            "collection-title": _field(work, "series"),
            "collection-number": _field(work, "number"),
            "volume": _text(rich(work.volume)),
            "chapter-number": work.chapter,
            "page": _pages(work),
            "number": _article_number(work),
        }
    return first | {
        "container-title": _title(work, "journaltitle", "journal", "booktitle"),
        "event-title": _field(work, "eventtitle"),
        "event-place": _field(work, "venue"),
        "collection-title": _field(work, "series"),
        "volume": _text(rich(work.volume)),
        "number": _field(work, "number"),
        # What stands alone has pages of its own.
        "number-of-pages" if _pages(work).isdecimal() else "page": _pages(work),
    }


def _genre(work: Work, kind: str) -> str:
    """Return what the work is called, where its type does not say enough."""
    if work.kind and (typed := work.get("type")):
        return clean(words.string(typed)) or _text(rich(typed))
    if kind == "thesis":
        return clean(words.string(work.known.kind))
    return _text(rich(work.howpublished)) if kind in _LOOSE else ""


def _note(work: Work) -> str:
    """Return the award and the notes of the owner, each a sentence."""
    notes = notes_of(work)
    notes.pop("pubstate", None)
    said = (_text(rich(text)) for text in (award_of(work), *notes.values()))
    return " ".join(f"{text.rstrip('.')}." for text in said if text)


def _pages(work: Work) -> str:
    """Return the pages, "1-9": CSL has hyphens there."""
    return _text(rich(pages(work.get("pages")))).replace("–", "-")


def _article_number(work: Work) -> str:
    names = ("eid", "elocation-id", "articleno", "article-number", "art_number")
    return "" if work.get("pages") else _field(work, *names)


def _title(work: Work, *names: str) -> str:
    """Return the first title that is there, with its subtitle."""
    return next(filter(None, (_text(rich(work.title(name))) for name in names)), "")


def _field(work: Work, *names: str) -> str:
    return _text(rich(work.get(*names)))


def _text(text: Any) -> str:
    return clean(flat(text))
