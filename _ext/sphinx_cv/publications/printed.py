"""What single outputs need of the publication list: print, and text without markup."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from pybtex.richtext import Tag
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.bibliography.facts.identifiers import identifier
from sphinx_cv.bibliography.tex.text import MATH, flat
from sphinx_cv.document.composing.rows import remove_from_row
from sphinx_cv.document.nodes import (
    cv_group,
    cv_legend,
    cv_links,
    cv_publication,
    cv_publications,
    cv_reference,
    cv_web,
)
from sphinx_cv.settings.values import printing_of


class PrintedLists(SphinxPostTransform):
    """Makes one list of the groups by year: in print the year ends each reference.

    Looks with a margin have it there as well.
    """

    default_priority = 6
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Remove the year headings, and join the lists between them."""
        for group in list(self.document.findall(cv_group)):
            if group["group"] == "year":
                _note_year(group)
                group.parent.remove(group)
        for legend in list(self.document.findall(cv_legend)):
            if not legend.get("above"):
                _move_up(legend)
        for items in list(self.document.findall(cv_publications)):
            place = items.parent.index(items)
            before = items.parent[place - 1] if place else None
            if isinstance(before, cv_publications):
                before += items.children
                before["ids"] += items["ids"]
                items.parent.remove(items)


def _note_year(group: cv_group) -> None:
    """Let the first publication below a year know it; looks with a margin show it there."""
    first = group.next_node(cv_publication, siblings=True)
    if first is not None and group.astext().isdecimal():
        first["year"] = group.astext()


class PrintedLinks(SphinxPostTransform):
    """Lets the row behind a publication say the numbers of its links, or nothing."""

    # After the links to files (6).
    default_priority = 7
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Change the rows of links."""
        chosen = printing_of(self.config).links
        if chosen == "names":
            return
        for publication in self.document.findall(cv_publication):
            row = next(publication.findall(cv_links))
            if chosen == "none":
                row["print"] = False
            else:
                said = next(publication.findall(cv_reference)).astext()
                _show_numbers(row, said)


def _show_numbers(row: cv_links, said: str) -> None:
    """Show the numbers that the reference itself has not *said*, also that of its title."""
    for held in list(row.findall(cv_web)):
        titles = [identifier(link["refuri"]) for link in held.findall(nodes.reference)]
        if any(titles):
            held.replace_self(held.children)
    for link in list(row.findall(nodes.reference)):
        number = identifier(link.get("refuri", ""))
        if number and number in said:
            remove_from_row(link)
        elif number:
            link[:] = [nodes.Text(number)]


def _move_up(legend: cv_legend) -> None:
    """Put a legend above its list: on paper, its end may be pages away."""
    parent = legend.parent
    place = parent.index(legend)
    parent.remove(legend)
    while place and isinstance(parent[place - 1], (cv_publications, cv_group)):
        place -= 1
    parent.insert(place, legend)


class PlainFormulas(SphinxPostTransform):
    """Writes the formulas of references in Unicode, where an output would show them as TeX."""

    default_priority = 6
    formats = ("text", "man")

    def run(self, **_kwargs: Any) -> None:
        """Replace the formulas by text."""
        for reference in self.document.findall(cv_reference):
            for formula in list(reference.findall(nodes.math)):
                formula.replace_self(nodes.Text(flat(Tag(MATH, formula.astext()))))
