"""Formulas for print: set as math, or as they were typed where they cannot be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.log import warn

from .literals import fold, string
from .math import UnknownWordError, typst_math

if TYPE_CHECKING:
    from .writer import TypstWriter


def write_formula(writer: TypstWriter, node: nodes.Element) -> None:
    """Write a call of ``formula``; one without a letter has no words to be read aloud."""
    tex = fold(node.astext()).strip()
    if not tex:
        return
    is_block = isinstance(node, nodes.math_block)
    block = f"block: {str(is_block).lower()}"
    # Between empty lines stand formulas of their own.
    parts = re.split(r"\n[ \t]*\n", node.astext().strip()) if is_block else [tex]
    try:
        code = " \\ ".join(typst_math(fold(part)) for part in parts)
    except UnknownWordError as error:
        warn(
            "print",
            'the PDF cannot set "%s" as math: it is printed as it was typed, or say it without',
            error,
            location=node,
        )
        writer.write_inline(f"#raw({string(tex)}, {block});")
    else:
        number = f", number: {string(str(node['number']))}" if node.get("number") else ""
        writer.write_inline(f"#formula({string(tex)}, $ {code} $, {block}{number})")
