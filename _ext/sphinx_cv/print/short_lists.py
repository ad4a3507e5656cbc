"""Keeps a short list on one page, with the paragraph that introduces it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import cv_kept, cv_lines, cv_talk

from .item_parts import SHORT

if TYPE_CHECKING:
    from collections.abc import Sequence

# A longer list may end a page; in one of three an item alone would be a third of it.
_ITEMS = 3
_LISTS: tuple[type[nodes.Element], ...] = (nodes.bullet_list, nodes.enumerated_list, cv_lines)
_TALL = (nodes.image, nodes.table, nodes.literal_block, nodes.math_block)


class KeepShortLists(SphinxPostTransform):
    """Puts each list of few items into a node that no page ends within."""

    # After the parts of items (20), which have their own rules.
    default_priority = 30
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Wrap the lists; one within another is kept with that."""
        found = [each for kind in _LISTS for each in self.document.findall(kind)]
        for each in found:
            if 1 < len(each) <= _ITEMS and not isinstance(each.parent, nodes.list_item):
                _keep(each)


def _keep(found: nodes.Element) -> None:
    parent = found.parent
    if parent is None or isinstance(parent.parent, cv_talk):
        return
    end = parent.index(found) + 1
    start = end - 1
    # Not the parts of an item, which are paragraphs as well.
    if start and type(parent[start - 1]) is nodes.paragraph:
        start -= 1
    parts = [part for part in parent[start:end] if isinstance(part, nodes.Element)]
    if _is_low(parts):
        parent[start:end] = [cv_kept("", *parts)]


def _is_low(parts: Sequence[nodes.Element]) -> bool:
    letters = sum(len(part.astext()) for part in parts)
    return letters < SHORT and not any(
        isinstance(each, _TALL) for part in parts for each in part.findall(nodes.Element)
    )
