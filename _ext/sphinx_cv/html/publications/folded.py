"""Folds the last links of a publication in a long list, where it has too many to step through.

The keyboard stops at each link. What the folded ones are stays in the row, as the name of the
button that shows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.document.nodes import (
    cv_abstract,
    cv_bibtex,
    cv_folded,
    cv_links,
    cv_publication,
    cv_rest_count,
    cv_separator,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

# At most this many stops of the keyboard: the title, links, buttons and related facts.
STOPS = 5


class FoldedLinks(SphinxPostTransform):
    """Folds links once all of them are there."""

    # Once Sphinx has made all links, at 10.
    default_priority = 11
    builders = WEBSITES

    def run(self, **_kwargs: Any) -> None:
        """Look at the lists that have years and types to choose from."""
        for place in self.document.findall(cv_publication):
            if "facets" in place:
                _fold(place)


def _fold(place: cv_publication) -> None:
    row = next(place.findall(cv_links))
    links = [node for node in row if _names(node)]
    closed = [part for part in place if isinstance(part, (cv_abstract, cv_bibtex))]
    inside = sum(len(list(part.findall(nodes.reference))) for part in closed)
    stops = len(closed) - inside + sum(1 for _ in place.findall(_is_stop))
    shown = max(STOPS - 1 - (stops - len(links)), 1)
    # A button for a single link saves nothing.
    if stops > STOPS and len(links) > shown + 1:
        last = row.index(links[shown - 1]) + 1
        del row[last:]
        place.insert(place.index(row) + 1, _button(links[shown:], title=row["title"]))


def _is_stop(node: nodes.Node) -> bool:
    return isinstance(node, (nodes.reference, cv_rest_count))


def _names(node: nodes.Node) -> list[str]:
    return [link.astext() for link in node.findall(nodes.reference)]


def _button(links: Sequence[nodes.Node], *, title: str) -> cv_folded:
    row = cv_links("", title=title)
    for link in links:
        row += [cv_separator("", " ")] * bool(row.children) + [link]
    return cv_folded("", row, names=_names(row))
