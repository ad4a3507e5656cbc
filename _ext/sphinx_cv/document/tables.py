"""Tables of MyST, which all have a header row, without the one that was left empty."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform


class DropEmptyHeaders(SphinxTransform):
    """Removes the header rows that say nothing."""

    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Remove them."""
        for head in [*self.document.findall(nodes.thead)]:
            if not head.astext().strip() and not [*head.findall(nodes.image)]:
                head.parent.remove(head)
