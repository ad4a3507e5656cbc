"""Publications as RIS, which every reference manager imports.

The tags are those of Zotero and EndNote, one a line, ``ER`` at the end of each publication.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.bibliography.reference.people import OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_TYPES = {
    "article-journal": "JOUR",
    "review": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "article": "GEN",
    "paper-conference": "CPAPER",
    "book": "BOOK",
    "periodical": "EJOUR",
    "chapter": "CHAP",
    "entry-encyclopedia": "ENCYC",
    "thesis": "THES",
    "report": "RPRT",
    "standard": "STAND",
    "software": "COMP",
    "dataset": "DATA",
    "webpage": "ELEC",
    "patent": "PAT",
    "speech": "SLIDE",
    "pamphlet": "PAMP",
    "song": "SOUND",
    "motion_picture": "VIDEO",
    "graphic": "ART",
    "legislation": "STAT",
    "legal_case": "CASE",
    "personal_communication": "PCOMM",
}
_TAGS = {
    "title": "TI",
    "container-title": "T2",
    "event-title": "C1",
    "collection-title": "T3",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "edition": "ET",
    "publisher": "PB",
    "publisher-place": "CY",
    "genre": "M3",
    "note": "N1",
    "status": "N1",
    "ISSN": "SN",
    "ISBN": "SN",
    "DOI": "DO",
    "URL": "UR",
    "abstract": "AB",
    "language": "LA",
    "id": "ID",
}


def to_ris(items: Iterable[Mapping[str, Any]]) -> str:
    """Return publications, as items of CSL-JSON, as one RIS file."""
    return "\r\n".join(map(ris_of, items))


def ris_of(item: Mapping[str, Any]) -> str:
    """Return an item of CSL-JSON in RIS, each line ended by a carriage return and a line feed."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(item))


def _lines(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(item["type"], "GEN")
    for tag, role in (("AU", "author"), ("A2", "editor"), ("A4", "translator")):
        for name in item.get(role, ()):
            if written := _name(name):
                yield tag, written
    for name, tag in _TAGS.items():
        if name in item:
            yield tag, item[name]
    if dates := item.get("issued", {}).get("date-parts"):
        year, *rest = dates[-1]
        yield "PY", f"{year:04}"
        if rest:
            yield "DA", "/".join([f"{year:04}", *(f"{number:02}" for number in rest)])
    first, _hyphen, last = item.get("page", "").partition("-")
    if first:
        yield "SP", first
    if last:
        yield "EP", last
    yield "ER", ""


def _name(name: dict[str, str]) -> str:
    """Return a name as RIS has it, "von Neumann, John, Jr."; ``""`` for those not named."""
    if "literal" in name:
        return name["literal"] if name["literal"] != OTHERS else ""
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    return ", ".join(filter(None, (family, name.get("given"), name.get("suffix"))))
