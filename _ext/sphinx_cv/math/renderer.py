"""The renderer of formulas on the website, which is loaded with the first formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

RENDERER = "cv-mathml"


def visit_math(self: HTML5Translator, node: nodes.Element) -> None:
    """Write a formula as MathML; one that was not read with a page, as text."""
    from .mathml import mathml
    from .tokens import MathError

    block = isinstance(node, nodes.math_block)
    try:
        self.body.append(mathml(node.astext(), block=block))
    except MathError:
        tag = "div" if block else "span"
        self.body.append(f'<{tag} class="math">{self.encode(node.astext())}</{tag}>')
    raise nodes.SkipNode
