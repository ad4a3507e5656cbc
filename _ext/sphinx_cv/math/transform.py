"""Shows formulas that no output can set as text, and warns of them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_cv.log import warn

from .safety import unsafe_words


class CheckMath(SphinxTransform):
    """Shows formulas with control words outside the list as text, and warns of them."""

    # After the directives and roles have run, before anything is written.
    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Check every formula of the document."""
        for node in [*self.document.findall(nodes.math), *self.document.findall(nodes.math_block)]:
            block = isinstance(node, nodes.math_block)
            if unsafe := unsafe_words(node.astext(), block=block):
                warn_unsafe(unsafe, node)
                node.replace_self(as_text(node))


def warn_unsafe(words: list[str], location: nodes.Element | str | None) -> None:
    """Say which control words, or other signs, stand in the way."""
    are_words = all(word.startswith("\\") for word in words)
    warn(
        "math",
        "%s is not %s math in a CV; the formula is shown as text",
        ", ".join(words),
        "a control word for" if are_words else "for",
        location=location,
    )


def as_text(node: nodes.Element) -> nodes.Element:
    """Return a formula as the text that it was typed as."""
    text = node.astext()
    if isinstance(node, nodes.math_block):
        return nodes.literal_block(text, text)
    return nodes.literal(text, text)
