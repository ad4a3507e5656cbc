"""Formulas in the words of LaTeX that Sphinx's own packages define."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import singledispatch

from . import tree
from .parser import parse
from .text import to_tex

# What LaTeX's cases and split have room for.
_PAIR = 2
_WORD = re.compile(r"\\[A-Za-z]+\Z")


def latex(tex: str, *, block: bool = False) -> str:
    """Return a formula; raise ``MathError`` where it cannot be set.

    Nothing is passed on as it was typed: what cannot be read never reaches TeX.
    """
    row = parse(tex, block=block)
    if block and len(row.items) == 1 and isinstance(row.items[0], tree.Rows):
        rows = row.items[0]
        if rows.name == "aligned" and len(rows.columns) <= _PAIR:
            # Sphinx sets a block as rows and columns.
            return _cells(rows)
    made = _row(row)
    # amsmath would strip the braces of a block that is a single group, and then fail.
    return f"{{}}{made}" if block and made.startswith("{") else made


def _row(row: tree.Row) -> str:
    made = ""
    for item in row.items:
        made = _beside(made, _node(item))
    return made


def _beside(before: str, after: str) -> str:
    """Return one behind the other: a letter would become a part of the word before it."""
    return f"{before} {after}" if after[:1].isalpha() and _WORD.search(before) else before + after


def _one(node: tree.Node) -> str:
    """Return *node* as an argument in braces."""
    return f"{{{_row(node) if isinstance(node, tree.Row) else _node(node)}}}"


@singledispatch
def _node(node: tree.Node) -> str:
    """Return a node by its kind."""
    raise TypeError(node)


@_node.register
def _sign(node: tree.Sign) -> str:
    return node.tex


@_node.register
def _name(node: tree.Name) -> str:
    return node.tex


@_node.register
def _text(node: tree.Text) -> str:
    return f"\\{node.command}{{{to_tex(node.text)}}}"


@_node.register
def _space(node: tree.Space) -> str:
    return node.tex


@_node.register
def _group(node: tree.Row) -> str:
    return _one(node)


@_node.register
def _scripts(node: tree.Scripts) -> str:
    below = "" if node.below is None else _one(node.below)
    above = "" if node.above is None else _one(node.above)
    if node.limits and isinstance(node.base, tree.Row):
        made = _one(node.base)
        made = f"{{\\underset{below}{made}}}" if below else made
        return f"\\overset{above}{made}" if above else made[1:-1]
    base = _node(node.base)
    if not isinstance(node.base, tree.Mark) and node.limits is not None:
        base += "\\limits" if node.limits else "\\nolimits"
    return base + (f"_{below}" if below else "") + (f"^{above}" if above else "")


@_node.register
def _mark(node: tree.Mark) -> str:
    return f"\\{node.name}{_one(node.base)}"


@_node.register
def _alphabet(node: tree.Alphabet) -> str:
    body = tree.with_signs(node.body, lambda sign: _fitting(sign, node.name))
    return f"{node.word.latex or f'{chr(92)}{node.name}'}{_one(body)}"


def _fitting(sign: tree.Sign, alphabet: str) -> tree.Sign:
    """Return a sign that the fonts of *alphabet* have: they have others in its place, or none."""
    tex = ""
    if re.fullmatch("[Α-Ω]", sign.text):
        tex = rf"\boldsymbol{{{sign.tex}}}" if alphabet == "mathbf" else rf"\text{{${sign.tex}$}}"
    elif alphabet == "mathbb" and re.fullmatch("[a-z0-9]+", sign.text):
        tex = rf"\mathbf{{{sign.tex}}}"
    elif alphabet in ("mathcal", "mathscr") and re.fullmatch("[a-z0-9]+", sign.text):
        tex = rf"\mathit{{{sign.tex}}}"
    return replace(sign, tex=tex) if tex and alphabet != "boldsymbol" else sign


@_node.register
def _fraction(node: tree.Fraction) -> str:
    return f"\\{node.name}{_one(node.over)}{_one(node.under)}"


@_node.register
def _root(node: tree.Root) -> str:
    degree = "" if node.degree is None else f"[{_one(node.degree)}]"
    return f"\\sqrt{degree}{_one(node.body)}"


@_node.register
def _fence(node: tree.Fence) -> str:
    marks = ["." if sign is None else sign.tex for sign in node.delimiters]
    words = [r"\left", *[r"\middle"] * (len(marks) - 2), r"\right"]
    made = ""
    for word, mark, part in zip(words, marks, [*node.parts, tree.Row(())], strict=True):
        made = _beside(made + word, _beside(mark, _row(part)))
    return made


@_node.register
def _delimiter(node: tree.Delimiter) -> str:
    return f"\\{node.size}{node.sign.tex}"


@_node.register
def _style(node: tree.Style) -> str:
    return f"{{\\{node.name} {_row(node.body)}}}"


@_node.register
def _rows(node: tree.Rows) -> str:
    cells = _cells(node)
    match node.name:
        case "substack":
            return f"\\substack{{{cells}}}"
        case "split":
            return f"\\begin{{aligned}}{cells}\\end{{aligned}}"
        case "cases" if len(node.columns) > _PAIR:
            return f"\\left\\{{{_array(node, cells)}\\right."
        case "array":
            return _array(node, cells)
    return f"\\begin{{{node.name}}}{cells}\\end{{{node.name}}}"


def _array(node: tree.Rows, cells: str) -> str:
    columns = "".join(
        ("|" if place in node.lines else "") + side for place, side in enumerate(node.columns)
    )
    return f"\\begin{{array}}{{{columns}}}{cells}\\end{{array}}"


def _cells(node: tree.Rows) -> str:
    rows = [" & ".join(map(_row, cells)) for cells in node.cells]
    # A bracket behind the end of a row is a length to TeX, a star forbids a new page.
    return r" \\ ".join(f"{{}}{row}" if row.lstrip()[:1] in "[*" else row for row in rows)
