"""Puts above a list on the website a field to filter it, and types and years to choose from.

Without JavaScript the years lead to their places in the list, and the rest is not offered.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.reference.groups import TITLES, type_group, year_heading
from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.composing.compose import kind_label
from sphinx_cv.document.nodes import (
    cv_date,
    cv_download,
    cv_entry,
    cv_filter,
    cv_group,
    cv_legend,
    cv_publication,
    cv_publications,
    cv_talk,
)
from sphinx_cv.l10n import _
from sphinx_cv.publications.long_pages import LONG_PUBLICATIONS, LONG_TALKS
from sphinx_cv.settings.kinds import kinds_of
from sphinx_cv.settings.values import exports_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WITH_CODE = "code"


class ListBars(SphinxPostTransform):
    """Adds the field above each list of publications, and above the talks of a long page."""

    # With the other parts that only the web shows.
    default_priority = 6
    builders = WEBSITES

    def run(self, **_kwargs: Any) -> None:
        """Add the fields, and give years a place to link to."""
        self._taken: set[str] = set()
        groups = [group for group in self.document.findall(cv_group) if group["group"] == "year"]
        firsts = [node for node in self.document.findall(nodes.Element) if node.get("filter")]
        pages = [talks for talks in self._talks_by_page() if len(talks) >= LONG_TALKS]
        if groups or firsts or pages:
            self._taken = {
                id_ for node in self.document.findall(nodes.Element) for id_ in node["ids"]
            }
        for group in groups:
            self._id_of(group, group.astext())
        for first in firsts:
            self._add_to_publications(first)
        if firsts and exports_of(self.config).bib:
            self._add_downloads(firsts)
        for talks in pages:
            self._add_to_talks(talks)

    def _talks_by_page(self) -> Iterable[list[nodes.Element]]:
        """Return the talks of each page: Sphinx may have put several pages into one document."""
        pages: dict[nodes.Element, list[nodes.Element]] = {}
        for node in self.document.findall(cv_entry):
            if _is_talk(node):
                *_sections_within, page = _sections(node)
                pages.setdefault(page, []).append(node)
        return pages.values()

    def _add_to_publications(self, first: nodes.Element) -> None:
        """Put the field above the list that begins with *first*."""
        parent, at = first.parent, first.parent.index(first)
        bar = cv_filter(total=first["filter"], objtype="publication")
        if first["filter"] >= LONG_PUBLICATIONS:
            run = [first, *itertools.takewhile(_goes_on, parent.children[at + 1 :])]
            self._describe_publications(bar, run)
            if at and isinstance(parent[at - 1], cv_legend):
                at -= 1
                bar += parent.pop(at)
        parent.insert(at, bar)

    def _describe_publications(self, bar: cv_filter, run: list[nodes.Element]) -> None:
        entries = {citation.key: citation.entry for citation in cite_domain(self.env).citations}
        types: Counter[str] = Counter()
        marks: list[nodes.Element] = []
        for node in run:
            marks += [node] if isinstance(node, cv_group) else node.findall(cv_publication)
        items = [node for node in marks if isinstance(node, cv_publication)]
        for item in items:
            entry = entries[item["key"]]
            named = [type_group(Work(entry))] + [WITH_CODE] * ("code" in item["links"])
            types.update(named)
            item["facets"] = (year_heading(entry), " ".join(named))
        # First: where the line scrolls, many look for it.
        labels = {WITH_CODE: _("With code"), **TITLES}
        self._describe(bar, types, {name: str(labels[name]) for name in labels}, marks)

    def _add_downloads(self, firsts: list[nodes.Element]) -> None:
        """Offer all publications as one file: above a long list, or below the lists."""
        for parent in dict.fromkeys(node.parent for node in firsts):
            bars = [node for node in parent.children if isinstance(node, cv_filter)]
            if bars[0].get("years") or bars[0].get("types"):
                bars[0] += cv_download()
                continue
            # Below its lists, which are above its subsections.
            below = (at for at, part in enumerate(parent) if isinstance(part, nodes.section))
            parent.insert(next(below, len(parent)), cv_download())

    def _add_to_talks(self, talks: Sequence[nodes.Element]) -> None:
        """Put the field above the first of the *talks*, in the part of the page that has all."""
        section = _common(talks)
        first = next(
            at
            for at, child in enumerate(section)
            if isinstance(child, cv_group)
            or any(_is_talk(node) for node in child.findall(cv_entry))
        )
        kinds = kinds_of(self.config).talk
        types: Counter[str] = Counter()
        marks: list[nodes.Element] = []
        for node in section.findall(nodes.Element):
            if _is_talk(node):
                named = [kind for kind in kinds if f"cv-kind-{kind}" in node["classes"]]
                types.update(named)
                node["facets"] = (_year_of(node), " ".join(named))
            if _is_talk(node) or isinstance(node, (cv_group, nodes.section)):
                marks.append(node)
        bar = cv_filter(total=len(talks), objtype="talk")
        self._describe(bar, types, {name: kind_label(kinds, name) for name in kinds}, marks)
        section.insert(first, bar)

    def _describe(
        self,
        bar: cv_filter,
        types: Counter[str],
        labels: dict[str, str],
        marks: Iterable[nodes.Element],
    ) -> None:
        """Give *bar* the types and years of the items in *marks*, which also has the headings."""
        if any(number < bar["total"] for number in types.values()):
            bar["types"] = [(name, labels[name], types[name]) for name in labels if types[name]]
        places: dict[str, nodes.Element] = {}
        numbers: Counter[str] = Counter()
        heading: nodes.Element | None = None
        for node in marks:
            if "facets" not in node:
                heading = node if _names_year(node) else None
            elif year := node["facets"][0]:
                places.setdefault(year, heading or node)
                numbers[year] += 1
        if len(places) > 1:
            bar["years"] = [
                (year, self._id_of(places[year], year), numbers[year])
                for year in in_order(list(places))
            ]

    def _id_of(self, node: nodes.Element, year: str) -> str:
        """Return the id of *node*, a new one where it has none."""
        if not node["ids"]:
            base = nodes.make_id(f"year-{year}")
            numbered = (f"{base}-{number}" for number in itertools.count(2))
            ids = itertools.chain([base], numbered)
            node["ids"] = [next(id_ for id_ in ids if id_ not in self._taken)]
            self._taken.update(node["ids"])
        return str(node["ids"][0])


def in_order(years: list[str]) -> list[str]:
    """Return years in the direction that most of them go: a page may begin with its highlights.

    With words among them, such as "Forthcoming", they stay in the order of the page.
    """
    if not all(map(str.isdigit, years)):
        return years
    falling = sum(one > other for one, other in itertools.pairwise(years))
    return sorted(years, reverse=2 * falling >= len(years) - 1)


def _goes_on(node: nodes.Node) -> bool:
    """Whether a list goes on with *node*."""
    return isinstance(node, (cv_group, cv_publications)) and not node.get("filter")


def _is_talk(node: nodes.Node) -> bool:
    return isinstance(node, cv_talk) or (
        isinstance(node, cv_entry) and node.get("objtype") == "talk"
    )


def _year_of(talk: nodes.Element) -> str:
    """Return the last year that the talk names."""
    dates = [date["iso"] for date in talk.findall(cv_date)]
    return max(re.findall(r"\d{4}", dates[0]), default="") if dates else ""


def _names_year(heading: nodes.Element) -> bool:
    if isinstance(heading, cv_group):
        return bool(heading["group"] == "year")
    title = next(iter(heading.findall(nodes.title)), None)
    return title is not None and bool(re.fullmatch(r"\d{4}", title.astext()))


def _common(talks: Sequence[nodes.Element]) -> nodes.Element:
    """Return the smallest part of the page that holds all *talks*."""
    around = [[*_sections(talk)] for talk in talks]
    return next(section for section in around[0] if all(section in others for others in around))


def _sections(node: nodes.Node) -> Iterator[nodes.Element]:
    """Yield the sections that *node* is in, and the document, the innermost first."""
    parent = node.parent
    while parent is not None:
        if isinstance(parent, (nodes.section, nodes.document)):
            yield parent
        parent = parent.parent
