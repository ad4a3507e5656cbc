"""The description in the first lines of a page, as a text that is translated with the page."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform


class Described(SphinxTransform):
    """Writes the ``description`` of a page as its meta element, whose words Sphinx translates."""

    # Before translations (20), and before the first lines are taken for data of the page (340).
    default_priority = 6

    def apply(self, **_kwargs: Any) -> None:
        """Add the element."""
        first = self.document[0] if len(self.document) else None
        if not isinstance(first, (nodes.field_list, nodes.docinfo)):
            return
        for field in first.findall(nodes.field):
            if field[0].astext() == "description" and (words := field[1].astext()):
                meta = nodes.meta("", name="description", content=words)
                meta.source, meta.line = self.document["source"], field.line or 1
                self.document.insert(1, meta)


class PlainMeta(SphinxTransform):
    """Removes what Sphinx notes of a translation in these elements: HTML has no such attribute."""

    default_priority = 990

    def apply(self, **_kwargs: Any) -> None:
        """Remove it."""
        for meta in self.document.findall(nodes.meta):
            meta.attributes.pop("translated", None)
