"""Fills the lists of entries and talks, and says which pages go stale when facts change."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from .bibliography.cite import cite_domain
from .domain import CvDomain, Record, head_of
from .nodes import cv_entry, cv_list, cv_talk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class ItemLists(SphinxPostTransform):
    """Fills every ``entry-list`` and ``talk-list``, before references are resolved (10)."""

    default_priority = 3

    def run(self, **_kwargs: Any) -> None:
        """Fill the lists of the document."""
        for place in list(self.document.findall(cv_list)):
            records = selected(CvDomain.of(self.env), place)
            found = self._find({record.docname for record in records})
            place.replace_self(
                [_copy(record, found[record.docname, record.anchor]) for record in records]
            )

    def _find(self, docnames: set[str]) -> dict[tuple[str, str], cv_entry]:
        """Return the items of the documents by their place; each document is read once."""
        return {
            (docname, node["ids"][0]): node
            for docname in docnames
            for node in self.env.get_doctree(docname).findall(cv_entry)
        }


def selected(domain: CvDomain, place: cv_list) -> list[Record]:
    """Return the records of a list, newest first; those of one day stay in their order."""
    records = [
        record
        for record in domain.records(place["objtype"])
        if not place["kind"] or record.item.kind == place["kind"]
    ]
    # Entries stand newest first in a CV and talks often oldest first: of two equal dates
    # the later talk, but the earlier entry, is the newer one.
    if place["objtype"] == "talk":
        records.reverse()
    records.sort(key=_date, reverse=True)
    return records[: place["limit"] or None]


def stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that show facts of other pages which have changed (``env-updated``)."""
    domain = CvDomain.of(env)
    cite = cite_domain(env)
    # The section list on every page.
    navigation = _digest(
        f"{docname} {env.titles[docname].astext()}"
        for docname in (env.config.root_doc, *env.toctree_includes.get(env.config.root_doc, ()))
        if docname in env.titles
    )
    citations = _digest(
        f"{cit.key} {cit.citation_id} {cit.formatted_entry.label} {cit.formatted_entry.text!r}"
        for cit in cite.citations
    )
    items = citations + _digest(
        f"{record.docname} {record.anchor} {record.digest}" for record in domain.records()
    )
    citing = {ref.docname for ref in cite.citation_refs}
    citing |= {key.docname for key in cite.bibliographies}
    stale = []
    for docname in sorted(env.found_docs):
        depends = items if docname in domain.dependents else citations if docname in citing else ""
        digest = navigation + depends
        if domain.shown.get(docname) != digest:
            domain.shown[docname] = digest
            stale.append(docname)
    return stale


def _date(record: Record) -> tuple[Any, ...]:
    dates = record.item.dates
    return dates.sort_key if dates else ()


def _copy(record: Record, node: cv_entry) -> cv_entry:
    """Return the item without its body and its anchor, which stay on its own page."""
    copy = (cv_talk if record.objtype == "talk" else cv_entry)()
    copy["classes"] += node["classes"]
    copy += [part.deepcopy() for part in head_of(node)]
    return copy


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
