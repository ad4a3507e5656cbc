"""Puts entries, or talks, that follow each other into one list.

In a tagged PDF each of them is an item that a screen reader steps through, and the first thing
that it says is how many there are.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import cv_entry, cv_items, cv_talk


class ListItems(SphinxPostTransform):
    """Wraps each run of entries, and each of talks."""

    # After everything that looks at what stands beside an item.
    default_priority = 40
    formats = ("typst",)

    def run(self, **_kwargs: Any) -> None:
        """Wrap them."""
        for item in [*self.document.findall(cv_entry)]:
            if type(item) in (cv_entry, cv_talk) and not isinstance(item.parent, cv_items):
                _wrap_from(item)


def _wrap_from(first: cv_entry) -> None:
    parent = first.parent
    start = end = parent.index(first)
    for place, node in enumerate(parent[start:], start):
        if type(node) is type(first):
            end = place
        elif not isinstance(node, nodes.Invisible):
            break
    parent[start : end + 1] = [cv_items("", *parent[start : end + 1])]
