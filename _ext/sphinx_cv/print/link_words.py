"""Describes links in words: what a screen reader says in place of an address or a page."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import start_of_file
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.bibliography.reference.style import TITLE
from sphinx_cv.document.composing.contacts import before_text
from sphinx_cv.document.nodes import cv_entry, cv_links, cv_phrase, cv_publication, cv_words

_ITEMS = (cv_entry, cv_phrase, cv_publication)
_TITLES = frozenset((TITLE, "cv-title"))
_PLACES = (start_of_file, nodes.section)


class DescribeLinks(SphinxPostTransform):
    """Gives each place that links lead to its title as ``description``, and each link its text.

    A link in the row of an item, such as "arXiv", is described by its text and that title.
    """

    # After the parts of items (20).
    default_priority = 40
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Set the descriptions."""
        for place in self.document.findall(nodes.Element):
            if isinstance(place, nodes.reference):
                place.setdefault("description", place.astext())
            if isinstance(place, _ITEMS):
                place["description"] = title = _title(place)
                _describe_row(place, title)
            elif isinstance(place, _PLACES):
                heading = next(iter(place.findall(nodes.title)), None)
                place["description"] = heading.astext() if heading is not None else ""


def _title(item: nodes.Element) -> str:
    titles = (part for part in item.findall(cv_words) if not _TITLES.isdisjoint(part["classes"]))
    return next((part.astext() for part in titles), "")


def _describe_row(item: nodes.Element, title: str) -> None:
    for row in item.children:
        if title and isinstance(row, cv_links):
            for link in row.findall(nodes.reference):
                link["description"] = f"{before_text(link.astext())}{title}"
