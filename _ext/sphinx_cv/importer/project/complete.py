"""Completes publications that lack what every reference has: people, a title, a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.bibliography.entry_types import type_of
from sphinx_cv.importer.bib import with_fields

if TYPE_CHECKING:
    from sphinx_cv.importer.bib import BibEntry
    from sphinx_cv.importer.draft import Draft

_PEOPLE = ("author", "editor", "collaboration", "organization", "institution", "translator")
_YEARS = ("year", "date", "eventdate", "pubstate")
# Entries that take fields from another.
_FROM_OTHERS = ("crossref", "xdata", "xref")


def complete_papers(draft: Draft, owner: str) -> None:
    """Give each publication a title, people and a year, and report what was missing."""
    draft.papers = [_completed(paper, owner, draft) for paper in draft.papers]


def _completed(paper: BibEntry, owner: str, draft: Draft) -> BibEntry:
    kind = type_of(paper.text[1:].partition("{")[0])
    added, place = {}, f"refs.bib, {paper.key}"
    if any(paper.fields.get(name) for name in _FROM_OTHERS):
        return paper
    if not paper.fields.get("title"):
        added["title"] = paper.fields.get("booktitle") or paper.fields.get("note") or "Untitled"
        draft.changed(place, f'without a title, "{added["title"]}" is its title')
    if not kind.nameless and not any(paper.fields.get(name) for name in _PEOPLE):
        added["author"] = f"{owner} and others"
        draft.changed(place, "without authors, you and others are its authors: complete them")
    if not kind.undated and not any(paper.fields.get(name) for name in _YEARS):
        added["pubstate"] = "forthcoming"
        draft.changed(place, "without a year, it is printed as forthcoming")
    return with_fields(paper, added)
