"""Publications as a .bib file gives them, made by tests."""

from __future__ import annotations

from pybtex.database import Entry, Person

from sphinx_cv.bibliography.facts.links import links_of
from sphinx_cv.bibliography.facts.work import Work


def entry(type_: str = "article", people: str = "King, Ada", **fields: str) -> Entry:
    """Return a publication of *people*, whom ``and`` separates."""
    made = Entry(type_, fields, {"author": [Person(name) for name in people.split(" and ")]})
    made.key = "king2020"
    return made


def whole(type_: str) -> Entry:
    """Return a publication of a type that has a bit of everything."""
    names = "journal booktitle publisher school institution howpublished address eventtitle"
    fields = {name: f"The {name}" for name in names.split()}
    numbers = {"volume": "3", "number": "4", "pages": "11--19", "doi": "10.1000/182"}
    return entry(type_, title="Of mills", date="2020-05-12", **fields, **numbers)


def work(kind: str = "article", **fields: str) -> Work:
    """Return a work, as the parts of a reference get it."""
    return Work(Entry(kind, fields))


def links(**fields: str) -> list[tuple[str, str]]:
    """Return the links of a publication in which nothing is wrong."""
    found, problems = links_of(Entry("misc", fields=fields))
    assert problems == []
    return [(link.label, link.url) for link in found]
