"""Fills the lists of entries and talks, and says which pages go stale when facts change."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .bibliography.cite import cite_domain
from .compose import kind_label
from .config import today_of
from .domain import CvDomain, Record
from .nodes import cv_date, cv_entry, cv_group, cv_list, cv_subline, cv_talk
from .selection import Selection, select, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class ItemLists(SphinxPostTransform):
    """Fills every ``entry-list`` and ``talk-list``, before references are resolved (10)."""

    default_priority = 3

    def run(self, **_kwargs: Any) -> None:
        """Fill the lists of the document."""
        places = list(self.document.findall(cv_list))
        lists = [(Selection(**place["selection"]), place["objtype"]) for place in places]
        domain, today = CvDomain.of(self.env), today_of(self.config)
        chosen = [select(domain.records(objtype), selection, today) for selection, objtype in lists]
        for place, (selection, _objtype), records in zip(places, lists, chosen, strict=True):
            place.replace_self(_nodes(records, selection))


def _nodes(records: list[Record], selection: Selection) -> list[nodes.Element]:
    made: list[nodes.Element] = []
    heading = ""
    for same in _folded(records) if selection.fold else [[record] for record in records]:
        first = same[0]
        group = _group(first, selection.group)
        if group != heading:
            made.append(cv_group("", group, group=selection.group))
            heading = group
        node = _copy(first)
        if len(same) > 1:
            _fold(node, same)
        made.append(node)
    return made


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
        f"{cit.key} {cit.bibliography_key.docname} {cit.citation_id} "
        f"{cite.bibliographies[cit.bibliography_key].list_} "
        f"{cit.formatted_entry.label} {cit.formatted_entry.text!r}"
        for cit in cite.citations
    )
    records = _digest(
        f"{record.docname} {record.anchor} {record.item!r} "
        f"{hashlib.sha256(record.head).hexdigest()}"
        for record in domain.records()
    )
    software = _digest(f"{docname} {links}" for docname, links in sorted(domain.software.items()))
    items = citations + records + software
    citing = {ref.docname for ref in cite.citation_refs}
    # A list of publications names the talks and the software of each.
    showing = {*domain.dependents, *(key.docname for key in cite.bibliographies)}
    named = domain.by_name()
    stale = []
    for docname in sorted(env.found_docs):
        depends = items if docname in showing else citations if docname in citing else ""
        day = str(today_of(env.config)) if domain.dependents.get(docname) else ""
        digest = navigation + depends + _targets(env, docname, named) + day
        # The builders share what is read: the PDF may have been made since the last website.
        shown = domain.shown.setdefault(docname, {})
        if shown.get(app.builder.name) != digest:
            shown[app.builder.name] = digest
            stale.append(docname)
    return stale


def _targets(env: BuildEnvironment, docname: str, named: Mapping[str, Record]) -> str:
    """Return a digest of what the references of a page lead to, and of the text they show."""
    std = env.domains.standard_domain
    return _digest(
        f"{name} {std.labels.get(name)} {std.anonlabels.get(name)}"
        + (
            f" {record.objtype} {record.docname} {record.anchor} {record.item.title}"
            if record
            else ""
        )
        for name in CvDomain.of(env).mentions.get(docname, ())
        for record in [named.get(name)]
    )


def _group(record: Record, group: str) -> str:
    """Return the heading under which a list puts the record."""
    if group == "year":
        return year_of(record.item)
    return str(kind_label(record.item.kind)) if group == "kind" else ""


def _folded(records: list[Record]) -> list[list[Record]]:
    """Put the records of one title together, in the order of their first."""
    titles: dict[str, list[Record]] = {}
    for record in records:
        titles.setdefault(record.item.title.casefold(), []).append(record)
    return list(titles.values())


def _fold(node: cv_entry, records: list[Record]) -> None:
    """Let *node*, the copy of the first record, name the places and years of all."""
    years = dict.fromkeys(year_of(record.item) for record in reversed(records))
    for date in node.findall(cv_date):
        date.children = [nodes.Text(", ".join(filter(None, years)))]
        date["iso"] = ""
    for line in node.findall(cv_subline):
        line.children = [nodes.Text(" · ".join(record.where for record in records))]


def _copy(record: Record) -> cv_entry:
    """Return the item without its body and its anchor, which stay on its own page."""
    copy = (cv_talk if record.objtype == "talk" else cv_entry)()
    if record.item.kind:
        copy["classes"].append(f"cv-kind-{record.item.kind}")
    copy["classes"] += record.item.classes
    copy += record.lines_of_head()
    return copy


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
