"""Formulas in Typst's math."""

from __future__ import annotations

import re
from functools import singledispatch

from sphinx_cv.math import tree
from sphinx_cv.math.parser import parse

from .literals import array, string

# Nothing, where Typst wants something.
_NOTHING = '#"";'
_PLAIN = re.compile("[A-Za-zΑ-ωϑϕϖϰϱϵ0-9+=]")
_BARS = {"opening": "opening", "closing": "closing", "fence": "normal"}
_ALIGNED = frozenset({"aligned", "split", "gathered"})


def typst_math(tex: str, *, block: bool = False) -> str:
    """Return the inside of a Typst equation; raise ``MathError`` where it cannot be set."""
    row = parse(tex, block=block)
    if len(row.items) == 1 and isinstance(row.items[0], tree.Rows):
        rows = row.items[0]
        if rows.name in _ALIGNED:
            # The equation has rows and columns of its own.
            return " \\ ".join(" & ".join(map(_row, cells)) for cells in rows.cells)
    return _row(row)


def _row(row: tree.Row) -> str:
    return " ".join(map(_node, row.items))


def _one(node: tree.Node) -> str:
    """Return *node* as an argument, which has no braces of its own."""
    return (_row(node) if isinstance(node, tree.Row) else _node(node)) or _NOTHING


@singledispatch
def _node(node: tree.Node) -> str:
    """Return a node by its kind."""
    raise TypeError(node)


@_node.register
def _sign(node: tree.Sign) -> str:
    if node.typst or node.kind == "number" or _PLAIN.fullmatch(node.text):
        return node.typst or node.text
    # A sign by itself: Typst would take a root for its beginning, and bars for a pair.
    sign = f"\\{node.text}"
    # It takes a bar for a relation, with space around it.
    return f'class("{_BARS[node.kind]}", {sign})' if node.text in "|‖" else sign


@_node.register
def _name(node: tree.Name) -> str:
    return f"op({string(node.text)}{', limits: #true' if node.limits else ''})"


@_node.register
def _text(node: tree.Text) -> str:
    text = f"#{string(node.text)};"
    return f"{node.alphabet.typst.split()[0]}({text})" if node.alphabet else text


@_node.register
def _space(node: tree.Space) -> str:
    return node.word.typst


@_node.register
def _group(node: tree.Row) -> str:
    return _one(node)


@_node.register
def _scripts(node: tree.Scripts) -> str:
    base = _one(node.base)
    if isinstance(node.base, tree.Row) and node.base.items:
        base = f"lr(size: #100%, {base})"
    if node.limits is not None:
        base = f"{'limits' if node.limits else 'scripts'}({base})"
    above = "" if node.above is None else f"^({_one(node.above)})"
    below = "" if node.below is None else f"_({_one(node.below)})"
    return base + above + below


@_node.register
def _mark(node: tree.Mark) -> str:
    return f"{node.word.typst}({_one(node.base)})"


@_node.register
def _alphabet(node: tree.Alphabet) -> str:
    names = node.word.typst.split()
    return f"{'('.join(names)}({_one(node.body)}{')' * len(names)}"


@_node.register
def _fraction(node: tree.Fraction) -> str:
    name = "binom" if node.is_binomial else "frac"
    made = f"{name}({_one(node.over)}, {_one(node.under)})"
    return f"{node.style}({made})" if node.style else made


@_node.register
def _root(node: tree.Root) -> str:
    if node.degree is None:
        return f"sqrt({_one(node.body)})"
    return f"root({_one(node.degree)}, {_one(node.body)})"


@_node.register
def _fence(node: tree.Fence) -> str:
    marks = ["" if sign is None else f"\\{sign.text}" for sign in node.delimiters]
    made = f"{marks[0]} {_row(node.parts[0])}"
    for mark, part in zip(marks[1:-1], node.parts[1:], strict=True):
        made += f" mid({mark}) {_row(part)}"
    return f"lr({made} {marks[-1]})"


@_node.register
def _delimiter(node: tree.Delimiter) -> str:
    return f"lr(size: #{node.word.em:g}em, \\{node.sign.text})"


@_node.register
def _style(node: tree.Style) -> str:
    return f"{node.style}({_one(node.body)})"


@_node.register
def _rows(node: tree.Rows) -> str:
    """Return rows as a matrix: its cells are set to a side by points of alignment."""
    word = node.word
    is_equation = word.columns == "rl"
    rows = [
        ", ".join(
            _cell(_row(cell), side, is_equation)
            for cell, side in zip(row, node.columns, strict=True)
        )
        for row in node.cells
    ]
    delimiters = [string(mark) if mark else "none" for mark in (word.left, word.right)]
    options = f"delim: #{array(delimiters)}"
    if is_equation:
        options += ", column-gap: #0em"
    if node.lines:
        options += f", augment: #(vline: {array([str(line) for line in node.lines])})"
    made = f"mat({options}, {'; '.join(rows)})"
    return f"script({made})" if word.small else made


def _cell(body: str, side: str, is_equation: bool) -> str:
    body = body or _NOTHING
    if is_equation:
        # With the space that a sign has between two sides, though it is the first in its cell.
        body = f"display({_NOTHING} {body})" if side == "l" else f"display({body})"
    return {"l": f"& {body}", "c": body, "r": f"{body} &"}[side]
