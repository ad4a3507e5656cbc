"""Tables of MyST, which all have a header row, without the one that was left empty.

A table of header rows alone is one of rows: no output has a form for the other.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform


class DropEmptyHeaders(SphinxTransform):
    """Removes the header rows that say nothing, and gives each table a body."""

    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Remove the rows, and the tables that hold no others."""
        for head in [*self.document.findall(nodes.thead)]:
            if not head.astext().strip() and not [*head.findall(nodes.image)]:
                head.parent.remove(head)
        for group in [*self.document.findall(nodes.tgroup)]:
            if any(isinstance(part, nodes.tbody) and len(part) for part in group):
                continue
            rows = [*group.findall(nodes.row)]
            for part in [*group.findall(lambda node: isinstance(node, (nodes.thead, nodes.tbody)))]:
                group.remove(part)
            if rows:
                group.append(nodes.tbody("", *rows))
            else:
                group.parent.parent.remove(group.parent)
