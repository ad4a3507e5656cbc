"""Formulas for print: calls of ``formula``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.math.tokens import MathError
from sphinx_cv.print.spaces import fold

from .literals import string
from .math import typst_math

if TYPE_CHECKING:
    from .writer import TypstWriter


def write_formula(writer: TypstWriter, node: nodes.Element) -> None:
    """Write a call of ``formula``; screen readers read the TeX that it has with it."""
    tex = fold(node.astext()).strip()
    if not tex:
        return
    is_block = isinstance(node, nodes.math_block)
    block = f"block: {str(is_block).lower()}"
    try:
        code = typst_math(node.astext(), block=is_block)
    except MathError:
        # Of another extension, which made it after its page was read and checked.
        writer.write_inline(f"#raw({string(tex)}, {block});")
    else:
        number = f", number: {string(str(node['number']))}" if node.get("number") else ""
        writer.write_inline(f"#formula({string(tex)}, $ {code} $, {block}{number})")
