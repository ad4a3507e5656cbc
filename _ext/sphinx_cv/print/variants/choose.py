"""Which sections, items and publications a variant has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.reference.groups import age, year_of_list
from sphinx_cv.document.above import above, enclosing
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.nodes import cv_entry, cv_phrase, cv_publication
from sphinx_cv.model.selection import Selection, select
from sphinx_cv.print.places import drop, elements
from sphinx_cv.publications.condition import is_selected
from sphinx_cv.settings.dates import today_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pybtex.database import Entry
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.document.records import Record
    from sphinx_cv.model.options.variants import Variant


def sections_of(tree: nodes.Element) -> dict[str, nodes.Element]:
    """Return the sections by the names that settings have for them.

    These are the names of their pages, or the ids of the headings of a CV of one page.
    """
    pages = list(tree.findall(addnodes.start_of_file))
    if pages:
        return {page["docname"].rpartition("/")[2]: page for page in reversed(pages)}
    whole = next(tree.findall(nodes.section), None)
    parts = [part for part in whole or () if isinstance(part, nodes.section)]
    return {id_: part for part in parts for id_ in part["ids"][:1]}


def keep_sections(tree: nodes.Element, names: Iterable[str]) -> None:
    """Leave the sections of these *names*, in their order."""
    known = sections_of(tree)
    wanted = list(dict.fromkeys(name for name in names if name in known))
    if not known:
        return
    holder = next(iter(known.values())).parent
    chosen = [known[name] for name in wanted]
    for section in [*known.values(), *tree.findall(addnodes.start_of_file)]:
        # One within another stays in it, unless it is named itself.
        if section in chosen or not any(each in chosen for each in above(section)):
            drop(section)
    holder.extend(chosen)


class Items:
    """The entries and talks of the document, with what is known of each."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self._records = {
            f"{record.docname}#{record.anchor}": record for record in CvDomain.of(env).records()
        }

    def choose(self, tree: nodes.Element, docname: str, variant: Variant) -> None:
        """Drop the items that the tags and the years of *variant* leave out."""
        for node, record in self._of(tree, docname):
            if not _has_tag(record, variant.tags) or not _lasts(record, variant.since):
                _drop_item(node)

    def limit(self, section: nodes.Element, docname: str, number: int) -> None:
        """Leave the newest *number* of items; what is within one goes with it."""
        found = [
            (node, record)
            for node, record in self._of(section, docname)
            if enclosing(node, cv_entry) is None
        ]
        today = today_of(self._env.config)
        kept = select([record for _node, record in found], Selection(limit=number), today)
        for node, record in found:
            if all(record is not each for each in kept):
                _drop_item(node)

    def _of(self, tree: nodes.Element, docname: str) -> list[tuple[nodes.Element, Record]]:
        found: list[tuple[nodes.Element, Record]] = []
        for page, node in elements(tree, docname):
            if isinstance(node, (cv_entry, cv_phrase)):
                name = node.get("record") or f"{page}#{next(iter(node['ids']), '')}"
                if record := self._records.get(name):
                    found.append((node, record))
        return found


def _has_tag(record: Record, tags: Iterable[str]) -> bool:
    """Whether an item has one of the *tags*, or none at all."""
    return not tags or not record.item.tags or not {*tags}.isdisjoint(record.item.tags)


def _lasts(record: Record, year: int) -> bool:
    dates = record.item.dates
    return not year or dates is None or dates.meet(year, 0)


def _drop_item(node: nodes.Element) -> None:
    """Take an item out; one in a sentence goes with the comma before it, or behind it."""
    row = node.parent
    if isinstance(node, cv_phrase) and row is not None and node in row.children:
        place = row.index(node)
        later = [part for part in row[place + 1 :] if isinstance(part, cv_phrase)]
        earlier = [part for part in row[:place] if isinstance(part, cv_phrase)]
        if later:
            del row[place + 1]
        elif earlier:
            del row[place - 1]
    drop(node)


class Publications:
    """The publications of the document."""

    def __init__(self, env: BuildEnvironment) -> None:
        citations = cite_domain(env).citations
        self.entries: Mapping[str, Entry] = {each.key: each.entry for each in citations}

    def choose(self, tree: nodes.Element, variant: Variant) -> None:
        """Drop the publications that *variant* leaves out."""
        for node in list(tree.findall(cv_publication)):
            entry = self.entries[node["key"]]
            year = year_of_list(Work(entry))
            if (variant.publications == "selected" and not is_selected(entry)) or (
                0 < year < variant.since
            ):
                drop(node)

    def limit(self, section: nodes.Element, number: int) -> None:
        """Leave the newest *number* of publications."""
        found = list(section.findall(cv_publication))
        found.sort(key=lambda node: age(self.entries[node["key"]]))
        for node in found[number:]:
            drop(node)
