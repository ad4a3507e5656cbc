"""Raised and lowered text, and formulas: roles of Markdown, or letters where there is no markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.richtext import String, Tag

from sphinx_cv.bibliography.tex.text import MATH, flat, rich
from sphinx_cv.math.safety import math_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from pybtex.richtext import BaseText

_LETTERS = {
    "sup": str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}
ROLE = r"\{su[bp]\}`[^`\n]+`"
_FORMULA = re.compile(r"(?<!\\)\$(?=[^\s$])(?:[^$\\\n]|\\.)+\$")
# A formula in the text of others, where "$5 and $6" is money: it has a sign of one.
FORMULA = r"(?<![\\$])\$\$?(?=[^\s$])(?=[^$\n]*[\\^_<>=+])(?:[^$\\\n]|\\.)*[^\s$]\$\$?(?![\d$])"
_MARKED = re.compile(rf"\{{(su[bp]|math)\}}`([^`\n]+)`|({FORMULA})")
_INDEX = re.compile(r"([_^])\s*(?:\{([+-]?\d+)\}|(\d))")
# A letter, or signs alone, which need no formula.
_SIGNS = re.compile(r"[^\w^{}\\]+|\d+|[a-zA-Z]")


def raised(tag: str, words: str) -> str:
    """Return *words* as a role, "sup" or "sub"."""
    words = " ".join(words.replace("`", "'").split())
    return f"{{{tag}}}`{words}`" if words else ""


def from_tex(tex: str, escape: Callable[[str], str]) -> str:
    r"""Return a formula or a command of TeX as Markdown, as it would be in a field of a .bib file.

    What no output can set is text; *escape* is done to all text.
    """
    return _markdown(rich(tex), escape)


def _markdown(text: BaseText, escape: Callable[[str], str]) -> str:
    if isinstance(text, String):
        return escape(str(text))
    if isinstance(text, Tag) and text.name in _LETTERS:
        return raised(text.name, flat(text))
    if isinstance(text, Tag) and text.name == MATH:
        tex, words = "".join(map(str, text.parts)), flat(text)
        if _SIGNS.fullmatch(words) or math_problem(tex):
            return escape(words)
        return f"${tex}$"
    return "".join(_markdown(part, escape) for part in text.parts)


def apart_from_digits(text: str) -> str:
    """Return Markdown in which no formula is taken for money: beside a digit it is a role."""
    return _FORMULA.sub(_apart, text)


def _apart(match: re.Match[str]) -> str:
    beside = match.string[max(match.start() - 1, 0) : match.start()]
    beside += match.string[match.end() : match.end() + 1]
    is_beside_digit = any(map(str.isdigit, beside))
    return f"{{math}}`{match[0][1:-1]}`" if is_beside_digit else match[0]


def kept(formula: str) -> str:
    """Return a formula in the text of others as one of ours, ``""`` if not every output has it."""
    tex = formula.strip("$").strip()
    return "" if math_problem(tex) else f"${tex}$"


def in_letters(text: str) -> str:
    """Return Markdown with letters of Unicode in place of these roles and formulas."""
    return _MARKED.sub(_letters, text)


def _letters(match: re.Match[str]) -> str:
    if match[1] in _LETTERS:
        return _raised_letters(match[1], match[2])
    tex = match[2] or match[3].strip("$")
    tex = _INDEX.sub(
        lambda one: _raised_letters("sub" if one[1] == "_" else "sup", one[2] or one[3]), tex
    )
    return flat(rich(rf"\ensuremath{{{tex}}}")) or match[0]


def _raised_letters(tag: str, words: str) -> str:
    table = _LETTERS[tag]
    return words.translate(table) if all(ord(sign) in table for sign in words) else words
