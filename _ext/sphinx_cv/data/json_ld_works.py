"""Publications as schema.org JSON-LD: what they are, who wrote them, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.bibliography.facts.links import links_of
from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.reference.people import OTHERS
from sphinx_cv.model.dates.typed import iso_date
from sphinx_cv.source.addresses import is_local

from .csl import written_name
from .json_ld import reference_to_owner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pybtex.database import Entry

    from sphinx_cv.bibliography.people.owner import OwnerNames

    Node = dict[str, Any]
    Item = Mapping[str, Any]

# The types by those of CSL; any other work is a CreativeWork.
_TYPES = {
    **dict.fromkeys(("article", "article-journal", "paper-conference"), "ScholarlyArticle"),
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "entry-encyclopedia": "Chapter",
    "dataset": "Dataset",
    "graphic": "VisualArtwork",
    "legislation": "Legislation",
    "motion_picture": "VideoObject",
    "periodical": "Periodical",
    "report": "Report",
    "review": "Review",
    "software": "SoftwareSourceCode",
    "song": "AudioObject",
    "speech": "PresentationDigitalDocument",
    "standard": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
_ROLES = ("author", "editor", "translator")
# Those that are parts with pages.
_PAGED = ("Article", "Chapter", "NewsArticle", "Report", "ScholarlyArticle")


def work(
    entry: Entry, item: Item, owner: OwnerNames, *, base: str, address: str, url: str = ""
) -> Node:
    """Return a publication; the owner among its authors is a reference.

    *item* is the publication as CSL-JSON has it. *address* names it everywhere, empty where the
    site has none; *url* is the page that shows it.
    """
    kind = _TYPES.get(item["type"], "CreativeWork")
    dates = item.get("issued", {}).get("date-parts", [[]])[-1]
    links = [link for link in links_of(entry)[0] if not is_local(link.url)]
    return {
        "@type": kind,
        "@id": address,
        "url": url if url != address else "",
        "name": item["title"],
        "headline": item["title"] if kind.endswith("Article") else "",
        **{role: _people(entry, item, role, owner, base) for role in _ROLES},
        "datePublished": iso_date(*dates) if dates else "",
        "creativeWorkStatus": item.get("status", ""),
        "isPartOf": _host(item, kind),
        "pagination": item.get("page", "").replace("-", "–") if kind in _PAGED else "",
        "publisher": _organization(item.get("publisher", "")),
        "reportNumber": item.get("number", "") if kind == "Report" else "",
        "isbn": item.get("ISBN", "") if kind == "Book" else "",
        "codeRepository": item.get("URL", "") if kind == "SoftwareSourceCode" else "",
        "identifier": _doi(item.get("DOI", "")),
        "sameAs": [link.url for link in links if link.label in ("paper", "arxiv", "web")],
        "abstract": item.get("abstract", ""),
        "award": item.get("note", "") if Work(entry).get("award", "award_name") else "",
    }


def in_short(item: Item, *, address: str, url: str) -> Node:
    """Return a publication that has a page of its own, as other pages name it."""
    return {
        "@type": _TYPES.get(item["type"], "CreativeWork"),
        "@id": address,
        "name": item["title"],
        "url": url,
    }


def _people(entry: Entry, item: Item, role: str, owner: OwnerNames, base: str) -> list[Node]:
    people = entry.persons.get(role, ())
    names = item.get(role, ())
    mine = {*owner.places_in(people)}
    return [
        reference_to_owner(base) if place in mine else _person(name)
        for place, name in enumerate(names)
    ]


def _person(name: dict[str, str]) -> Node:
    if name == {"literal": OTHERS}:
        return {}
    if "literal" in name:
        # A body, or a person of one name: the file does not say.
        return {"@type": "Organization" if " " in name["literal"] else "Person"} | {
            "name": name["literal"]
        }
    return {"@type": "Person", "name": written_name(name)}


def _host(item: Item, kind: str) -> Node:
    name = item.get("container-title", "")
    if not name:
        return {}
    if item["type"] not in ("article-journal", "review", "article-magazine", "article-newspaper"):
        return {"@type": "Book" if kind != "WebPage" else "WebSite", "name": name}
    host: Node = {"@type": "Periodical", "name": name, "issn": item.get("ISSN", "")}
    if volume := item.get("volume"):
        host = {"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": host}
    if issue := item.get("issue"):
        host = {"@type": "PublicationIssue", "issueNumber": issue, "isPartOf": host}
    return host


def _organization(name: str) -> Node:
    return {"@type": "Organization", "name": name} if name else {}


def _doi(doi: str) -> Node:
    if not doi:
        return {}
    return {
        "@type": "PropertyValue",
        "propertyID": "doi",
        "value": doi,
        "url": f"https://doi.org/{doi}",
    }
