"""Keeps a short list or quotation on one page, and a line on that of what it introduces."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import cv_entry, cv_kept, cv_leading, cv_lines, cv_talk

from .introductions import leads
from .item_parts import are_low

# A longer list may end a page; in one of three an item alone would be a third of it.
_ITEMS = 3
_LISTS: tuple[type[nodes.Element], ...] = (nodes.bullet_list, nodes.enumerated_list, cv_lines)


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
        for quote in [*self.document.findall(nodes.block_quote)]:
            _keep(quote)
        for line in [*self.document.findall(nodes.paragraph)]:
            _lead_to_next(line)


def _keep(found: nodes.Element) -> None:
    parent = found.parent
    if parent is None or isinstance(parent, nodes.footnote) or isinstance(parent.parent, cv_talk):
        return
    end = parent.index(found) + 1
    start = end - 1
    # Not the parts of an item, which are paragraphs as well.
    if start and type(parent[start - 1]) is nodes.paragraph:
        start -= 1
    if start == 0 and isinstance(parent, (nodes.definition, nodes.field_body)):
        # Its first line stands beside the term.
        return
    parts = [part for part in parent[start:end] if isinstance(part, nodes.Element)]
    if are_low(sum(len(part.astext()) for part in parts), parts):
        parent[start:end] = [cv_kept("", *parts)]


def _lead_to_next(line: nodes.paragraph) -> None:
    below = line.next_node(nodes.Element, siblings=True, descend=False)
    within = isinstance(line.parent, (nodes.section, nodes.document))
    if type(line) is nodes.paragraph and within and below is not None and leads(line):
        is_list = isinstance(below, (nodes.bullet_list, nodes.enumerated_list))
        wrapper = cv_leading("", to_list=is_list, to_items=isinstance(below, (cv_lines, cv_entry)))
        line.replace_self(wrapper)
        wrapper.append(line)
