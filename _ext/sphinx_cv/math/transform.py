"""Shows formulas as text that no output could set, and warns of them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_cv.log import warn

from .safety import math_problem


class CheckMath(SphinxTransform):
    """Checks each formula when its page is read, so that all outputs set it, or none."""

    # After the directives and roles have run, before anything is written.
    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Show as text what cannot be set, and warn of it."""
        for node in [*self.document.findall(nodes.math), *self.document.findall(nodes.math_block)]:
            block = isinstance(node, nodes.math_block)
            if fault := math_problem(node.astext(), block=block):
                warn("math", "%s", fault, location=node)
                node.replace_self(as_text(node))


def as_text(node: nodes.Element) -> nodes.Element:
    """Return a formula as the text that it was typed as."""
    text = node.astext()
    if isinstance(node, nodes.math_block):
        return nodes.literal_block(text, text)
    return nodes.literal(text, text)
