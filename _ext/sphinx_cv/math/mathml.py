"""Formulas as MathML (MathML Core, W3C), made when the site is built."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import singledispatch
from html import escape

from . import tree
from .letters import lettered
from .parser import parse

_NAMESPACE = "http://www.w3.org/1998/Math/MathML"
# Browsers stretch these beside a tall fraction; TeX only on request.
_STRETCHY = frozenset({"opening", "closing", "fence"})
_ARROWS = frozenset("↑↓↕⇑⇓⇕")
_PLAIN = frozenset({"letter", "number", "ordinary", "upright"})
# Between a function and what it is of: nothing to see, but to be read aloud.
_APPLY = "<mo>\u2061</mo>"
_STYLES = {
    "display": ' displaystyle="true" scriptlevel="0"',
    "inline": ' displaystyle="false" scriptlevel="0"',
    "script": ' displaystyle="false" scriptlevel="1"',
    "sscript": ' displaystyle="false" scriptlevel="2"',
}


def mathml(tex: str, *, block: bool = False) -> str:
    """Return a formula as MathML; raise ``MathError`` where it cannot be set."""
    display = ' display="block"' if block else ""
    # On one line: white space would be read as part of the sentence.
    return f'<math xmlns="{_NAMESPACE}"{display}>{_row(parse(tex, block=block))}</math>'


def _row(row: tree.Row) -> str:
    """Return the items of a row, side by side."""
    made = []
    for place, item in enumerate(row.items):
        before = row.items[place - 1] if place else None
        if _is_negative(item, before):
            made.append('<mo form="prefix">−</mo>')
        else:
            made.append(_node(item))
        if isinstance(item, tree.Name) and not item.limits and place + 1 < len(row.items):
            made.append(_APPLY)
    return "".join(made)


def _is_negative(item: tree.Node, before: tree.Node | None) -> bool:
    """Whether *item* is the minus of a number, not one between two."""
    return item == tree.Sign("−", "binary", "-") and (
        isinstance(before, tree.Sign) and before.text in ("(", "[", "=")
    )


def _as_row(node: tree.Node) -> tree.Row:
    return node if isinstance(node, tree.Row) else tree.Row((node,))


def _element(tag: str, text: str, more: str = "") -> str:
    return f"<{tag}{more}>{escape(text, quote=False)}</{tag}>"


@singledispatch
def _node(node: tree.Node) -> str:
    """Return a node by its kind."""
    raise TypeError(node)


@_node.register
def _sign(node: tree.Sign) -> str:
    return _operator(node) if node.kind not in _PLAIN else _plain(node)


def _plain(sign: tree.Sign) -> str:
    """Return a number, or a single letter or sign."""
    if sign.kind == "number":
        return _element("mn", sign.text)
    if sign.text in "./@":
        return _element("mo", sign.text, ' stretchy="false"' if sign.text == "/" else "")
    # A capital Greek letter is upright, as in TeX.
    is_upright = sign.kind == "upright" or re.fullmatch("[Α-Ω]", sign.text)
    return _element("mi", sign.text, ' mathvariant="normal"' if is_upright else "")


def _operator(sign: tree.Sign, more: str = "") -> str:
    if sign.kind in _STRETCHY or sign.text in _ARROWS:
        more += ' stretchy="false"'
    if sign.tex == r"\colon":
        more += ' form="postfix" lspace="0" rspace="0.28em"'
    return _element("mo", sign.text, more)


@_node.register
def _group(node: tree.Row) -> str:
    if len(node.items) == 1:
        return _node(node.items[0])
    return f"<mrow>{_row(node)}</mrow>"


@_node.register
def _name(node: tree.Name) -> str:
    if node.limits:
        return _element("mo", node.text, ' movablelimits="true"')
    return _element("mi", node.text)


@_node.register
def _text(node: tree.Text) -> str:
    text = node.text
    if node.alphabet:
        text = "".join(lettered(mark, node.alphabet.unicode) for mark in text)
    # A space at an end would be dropped.
    return _element("mtext", re.sub("^ | $", "\u00a0", text))


@_node.register
def _space(node: tree.Space) -> str:
    return f'<mspace width="{node.word.em:g}em"></mspace>'


@_node.register
def _scripts(node: tree.Scripts) -> str:
    base = _base(node.base, node.limits)
    below, above = (None if part is None else _node(part) for part in (node.below, node.above))
    over = node.limits or (node.limits is None and _has_limits(node.base))
    if below is not None and above is not None:
        tag = "munderover" if over else "msubsup"
    elif below is not None:
        tag = "munder" if over else "msub"
    else:
        tag = "mover" if over else "msup"
    return f"<{tag}>{base}{below or ''}{above or ''}</{tag}>"


def _base(base: tree.Node, limits: bool | None) -> str:
    """Return what has indices; *limits* are those that are asked for."""
    movable = "true" if limits is None else "false"
    if isinstance(base, tree.Sign) and _has_limits(base):
        return _operator(base, f' movablelimits="{movable}"')
    if isinstance(base, tree.Name) and base.limits:
        return _element("mo", base.text, f' movablelimits="{movable}"')
    return _node(base)


def _has_limits(base: tree.Node) -> bool:
    """Whether TeX sets the indices of *base* below and above it in a displayed formula."""
    if isinstance(base, tree.Sign):
        return base.kind == "operator" and base.text not in "∫∬∭⨌∮"
    return isinstance(base, tree.Name) and base.limits


@_node.register
def _mark(node: tree.Mark) -> str:
    base = _node(node.base)
    sign = node.word.sign
    if not sign:
        # A line: few fonts have one that is as wide as what it is drawn at.
        side = "top" if node.word.kind == "over" else "bottom"
        style = f"border-{side}:thin solid;padding-{side}:0.1em"
        return _element_of("mrow", _row(_as_row(node.base)), style)
    if node.word.kind == "under":
        return f"<munder>{base}{_element('mo', sign)}</munder>"
    if node.word.kind == "over":
        mark = _element("mo", sign, ' accent="true"')
        return f'<mover accent="false">{base}{mark}</mover>'
    # An arrow is drawn as large as a sign.
    small = ' scriptlevel="+1"' if node.name == "vec" else ""
    mark = _element("mo", sign, f' stretchy="false"{small}')
    return f'<mover accent="true">{base}{mark}</mover>'


@_node.register
def _alphabet(node: tree.Alphabet) -> str:
    row = _as_row(node.body)
    letters = [item.text if isinstance(item, tree.Sign) else "" for item in row.items]
    if not node.word.unicode and len(letters) > 1 and all(map(str.isalpha, letters)):
        # One word, not a product of letters.
        return _element("mi", "".join(letters))
    alphabet = node.word.unicode
    return _node(tree.with_signs(row, lambda sign: _in_alphabet(sign, alphabet)))


def _in_alphabet(sign: tree.Sign, alphabet: str) -> tree.Sign:
    """Return a letter or digit in *alphabet*, upright where that has no name."""
    if sign.kind not in _PLAIN:
        return sign
    if alphabet:
        return replace(sign, text="".join(lettered(mark, alphabet) for mark in sign.text))
    return replace(sign, kind="upright") if sign.text.isalpha() else sign


@_node.register
def _fraction(node: tree.Fraction) -> str:
    style = _STYLES.get(node.style, "")
    thickness = ' linethickness="0"' if node.is_binomial else ""
    made = f"<mfrac{thickness}{style}>{_node(node.over)}{_node(node.under)}</mfrac>"
    return f"<mrow><mo>(</mo>{made}<mo>)</mo></mrow>" if node.is_binomial else made


@_node.register
def _root(node: tree.Root) -> str:
    if node.degree is None:
        return f"<msqrt>{_row(_as_row(node.body))}</msqrt>"
    return f"<mroot>{_node(node.body)}{_node(node.degree)}</mroot>"


@_node.register
def _fence(node: tree.Fence) -> str:
    marks = [
        _element("mo", sign.text, ' stretchy="true"') if sign else "" for sign in node.delimiters
    ]
    parts = [mark + _row(part) for mark, part in zip(marks[:-1], node.parts, strict=True)]
    return f"<mrow>{''.join(parts)}{marks[-1]}</mrow>"


@_node.register
def _delimiter(node: tree.Delimiter) -> str:
    size = f"{node.word.em:g}em"
    more = f' stretchy="true" symmetric="true" minsize="{size}" maxsize="{size}"'
    return _element("mo", node.sign.text, more)


@_node.register
def _style(node: tree.Style) -> str:
    return f"<mstyle{_STYLES[node.style]}>{_row(node.body)}</mstyle>"


@_node.register
def _rows(node: tree.Rows) -> str:
    word = node.word
    rows = [
        f"<mtr>{''.join(_cell(node, *cell) for cell in enumerate(row))}</mtr>" for row in node.cells
    ]
    size = _STYLES["script"] if word.small else _STYLES["display"] if word.columns == "rl" else ""
    made = f"<mtable{size}>{''.join(rows)}</mtable>"
    if not word.left and not word.right:
        return made
    left, right = (_element("mo", mark) if mark else "" for mark in (word.left, word.right))
    return f"<mrow>{left}{made}{right}</mrow>"


def _cell(table: tree.Rows, place: int, cell: tree.Row) -> str:
    # MathML Core leaves the sides to CSS, and what is in a cell is a block of its own.
    side = {"l": "left", "c": "", "r": "right"}[table.columns[place]]
    styles = [f"text-align:{side};text-align:-webkit-{side}"] if side else []
    if table.word.columns == "rl" or table.word.small:
        styles.append(f"padding-inline:{'0.2em' if table.word.small else '0'}")
    if place in table.lines:
        styles.append("border-left:thin solid")
    return _element_of("mtd", _row(cell), ";".join(styles))


def _element_of(tag: str, content: str, style: str) -> str:
    attribute = f' style="{style}"' if style else ""
    return f"<{tag}{attribute}>{content}</{tag}>"
