"""Formulas as MathML, made when the site is built."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


RENDERER = "cv-mathml"


# What docutils has under another name, or reads in braces alone.
_SYNONYMS = {
    "dots": "ldots",
    "iff": "Longleftrightarrow",
    "bm": "boldsymbol",
    "stackrel": "overset",
    "argmax": "operatorname{argmax}",
    "argmin": "operatorname{argmin}",
    "textbf": "mathbf",
    "textit": "mathit",
    "textsf": "mathsf",
    "texttt": "mathtt",
    **{size: f"{size}l" for size in ("big", "Big", "bigg", "Bigg")},
}


_SYNONYM = re.compile(rf"\\({'|'.join(_SYNONYMS)})(?![A-Za-z])")


_FRACTION = re.compile(r"(\\[cdt]?frac)\s*(\d)\s*(\d)")


def visit_math(self: HTML5Translator, node: nodes.Element) -> None:
    """Write a formula as MathML, or as text where it cannot be read."""
    block = isinstance(node, nodes.math_block)
    # An index without a base is an error to docutils, and nothing special to TeX: M$_\odot$.
    latex = re.sub(r"^\s*(?=[_^])", "{}", node.astext())
    latex = _SYNONYM.sub(lambda match: f"\\{_SYNONYMS[match[1]]}", latex)
    latex = _FRACTION.sub(r"\1{\2}{\3}", latex)
    try:
        # On one line: white space would be read as part of the sentence.
        self.body.append(re.sub(r"\s*\n\s*", "", tex2mathml(latex, as_block=block)))
    except (MathError, LookupError, ValueError, AttributeError, TypeError, RecursionError):
        tag = "div" if block else "span"
        self.body.append(f'<{tag} class="math">{self.encode(node.astext())}</{tag}>')
    raise nodes.SkipNode
