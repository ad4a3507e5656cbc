"""Definition lists in print: labelled lines, each with its label beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import texescape

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS = (nodes.definition_list, nodes.field_list, nodes.option_list)
_LABELS = (nodes.term, nodes.field_name, nodes.option_group)


class LabelledLines(SphinxPostTransform):
    """Gives each line one label: terms that share a definition are joined."""

    # After the links are resolved (10).
    default_priority = 20
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Join the terms."""
        for item in self.document.findall(nodes.definition_list_item):
            first, *others = [*_terms(item)] or [nodes.term()]
            for term in others:
                first += [nodes.Text(", "), *term.children]
                first["ids"] += term["ids"]
                item.remove(term)


class WidestLabels(SphinxPostTransform):
    """Tells LaTeX the longest label of each list; Typst measures them itself."""

    default_priority = 21
    builders = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Set it before each list."""
        elements = self.document.findall(nodes.Element)
        for found in [each for each in elements if isinstance(each, _LISTS)]:
            items = (item for item in found if isinstance(item, nodes.Element))
            labels = [part.astext() for item in items for part in item if isinstance(part, _LABELS)]
            widest = texescape.escape(max(labels, key=len, default=""), self.config.latex_engine)
            raw = nodes.raw("", f"\n\\cvlabels{{{widest}}}%\n", format="latex")
            found.parent.insert(found.parent.index(found), raw)


def _terms(item: nodes.Node) -> Iterator[nodes.term]:
    return (part for part in item.children if isinstance(part, nodes.term))
