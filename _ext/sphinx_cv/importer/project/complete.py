"""Completes publications that lack a title or a year; people are not made up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_cv.bibliography.entry_types import type_of
from sphinx_cv.importer.bib import with_fields
from sphinx_cv.importer.draft import counted
from sphinx_cv.source.silence import AS_IMPORTED

from .write import BIBFILE

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx_cv.importer.bib import BibEntry
    from sphinx_cv.importer.draft import Draft

_PEOPLE = ("author", "editor", "collaboration", "organization", "institution", "translator")
_YEARS = ("year", "date", "eventdate", "pubstate")
# How many publications a line names.
_MOST = 5
# The field that answers notes of the check.
SILENT = "silence"
# What is told of other fields.
_TOLD = {
    "title": 'without a title, "{}" is its title',
    "pubstate": "without a year, it is printed as {}",
}
# Entries that take fields from another.
_FROM_OTHERS = ("crossref", "xdata", "xref")


def complete_papers(draft: Draft, known: Collection[str] = ()) -> None:
    """Give each publication a title and a year, and report what was missing.

    Whom a publication without people is by is for its owner to say: until then, the check tells it.
    Of works with a mark in *known*, which the project has, nothing is told.
    """
    nameless = []
    for number, paper in enumerate(draft.papers):
        added = _missing(paper)
        completed = replace(with_fields(paper, added), completed=frozenset(added))
        draft.papers[number] = completed
        if completed.marks() & {*known}:
            continue
        for name in filter(_TOLD.get, added):
            draft.changed(f"{BIBFILE}, {paper.key}", _TOLD[name].format(added[name]))
        nameless += [paper.key] * (not _has_people(completed) and _needs_people(completed))
    if nameless:
        papers = counted(len(nameless), "publication names", "publications name")
        first = ", ".join(nameless[:_MOST]) + ", …" * (len(nameless) > _MOST)
        draft.look_at(BIBFILE, f"{papers} no authors: add author = {{…}} to {first}")


def _has_people(paper: BibEntry) -> bool:
    return any(paper.fields.get(name) for name in (*_PEOPLE, *_FROM_OTHERS))


def _needs_people(paper: BibEntry) -> bool:
    """Whether a reference is hardly one without people; of some types the check says nothing."""
    name = _type(paper)
    return name == "misc" or not type_of(name).nameless


def _type(paper: BibEntry) -> str:
    return paper.text[1:].partition("{")[0].strip().lower()


def _missing(paper: BibEntry) -> dict[str, str]:
    kind = type_of(_type(paper))
    added: dict[str, str] = {}
    if any(paper.fields.get(name) for name in _FROM_OTHERS):
        return added
    if not paper.fields.get("title"):
        added["title"] = paper.fields.get("booktitle") or paper.fields.get("note") or "Untitled"
    if not kind.nameless and not _has_people(paper):
        added[SILENT] = f"owner, {AS_IMPORTED}"
    if not kind.undated and not any(paper.fields.get(name) for name in _YEARS):
        added["pubstate"] = "forthcoming"
    return added
