"""Formulas in the words that LaTeX knows."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.math.transform import as_text


class WriteFormulas(SphinxPostTransform):
    """Writes each formula anew from what was read of it: nothing typed is passed on to TeX."""

    default_priority = 800
    builders = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Replace the text of each formula."""
        from sphinx_cv.math.latex import latex
        from sphinx_cv.math.tokens import MathError

        for node in [*self.document.findall(nodes.math), *self.document.findall(nodes.math_block)]:
            block = isinstance(node, nodes.math_block)
            try:
                made = latex(node.astext(), block=block)
            except MathError:
                # Of another extension, which made it after its page was read and checked.
                node.replace_self(as_text(node))
            else:
                node[:] = [nodes.Text(made)]
                # It would be set outside math.
                node["nowrap"] = node["no-wrap"] = False
