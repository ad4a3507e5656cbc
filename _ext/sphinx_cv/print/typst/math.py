r"""TeX's math to Typst's, from a closed list of control words.

What is not on the list is not passed on: ``\input`` and its like never reach an engine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils.utils.math import tex2unichar

from .literals import string

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.)|[{}^_&~]|\s+|.", re.DOTALL)

_SAME = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau
    upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
    limsup ln log max min Pr sec sin sinh sup tan tanh sum forall exists approx prop
    """.split()
SYMBOLS: dict[str, str] = {name: name for name in _SAME} | {
    "epsilon": "epsilon.alt", "varepsilon": "epsilon", "vartheta": "theta.alt",
    "varphi": "phi", "phi": "phi.alt", "varrho": "rho.alt", "varsigma": "sigma.alt",
    "varpi": "pi.alt", "ell": "ell", "hbar": "planck", "aleph": "aleph", "infty": "infinity",
    "partial": "partial", "nabla": "nabla", "emptyset": "nothing", "varnothing": "nothing",
    "prod": "product", "coprod": "product.co", "int": "integral", "iint": "integral.double",
    "iiint": "integral.triple", "oint": "integral.cont", "bigcup": "union.big",
    "bigcap": "inter.big", "bigoplus": "plus.o.big", "bigotimes": "times.o.big",
    "cup": "union", "cap": "inter", "setminus": "without", "subset": "subset",
    "subseteq": "subset.eq", "supset": "supset", "supseteq": "supset.eq", "in": "in",
    "notin": "in.not", "ni": "in.rev", "neg": "not", "lnot": "not", "land": "and", "wedge": "and",
    "lor": "or", "vee": "or", "nexists": "exists.not", "propto": "prop", "sim": "tilde.op",
    "simeq": "tilde.eq", "cong": "tilde.equiv", "equiv": "equiv", "neq": "eq.not", "ne": "eq.not",
    "leq": "lt.eq", "le": "lt.eq", "geq": "gt.eq", "ge": "gt.eq", "ll": "lt.double",
    "gg": "gt.double", "prec": "prec", "succ": "succ", "preceq": "prec.eq", "succeq": "succ.eq",
    "perp": "perp", "parallel": "parallel", "mid": "divides",
    "pm": "plus.minus", "mp": "minus.plus",
    "times": "times", "div": "div", "cdot": "dot.op", "ast": "ast.op", "star": "star.op",
    "circ": "compose", "bullet": "bullet.op", "oplus": "plus.o",
    "otimes": "times.o", "odot": "dot.o",
    "to": "arrow.r", "rightarrow": "arrow.r", "leftarrow": "arrow.l", "gets": "arrow.l",
    "leftrightarrow": "arrow.l.r", "Rightarrow": "arrow.r.double", "Leftarrow": "arrow.l.double",
    "Leftrightarrow": "arrow.l.r.double", "implies": "arrow.r.double.long",
    "iff": "arrow.l.r.double.long", "longrightarrow": "arrow.r.long", "mapsto": "arrow.r.bar",
    "hookrightarrow": "arrow.r.hook", "uparrow": "arrow.t", "downarrow": "arrow.b",
    "ldots": "dots.h", "dots": "dots.h", "cdots": "dots.h.c", "vdots": "dots.v",
    "ddots": "dots.down", "prime": "prime", "dagger": "dagger", "top": "top", "bot": "bot",
    "langle": "chevron.l", "rangle": "chevron.r", "lfloor": "floor.l", "rfloor": "floor.r",
    "lceil": "ceil.l", "rceil": "ceil.r", "Vert": "parallel", "|": "parallel", "vert": "bar.v",
    "lbrace": "brace.l", "rbrace": "brace.r", "{": "brace.l", "}": "brace.r", "%": "percent",
    "$": "dollar", "#": "hash", "&": "amp", "_": '"_"', "Re": "Re", "Im": "Im", "angle": "angle",
    ",": "thin", ":": "med", ";": "thick", "!": "#h(-0.167em)", " ": "space", "quad": "quad",
    "qquad": "wide", "colon": "colon", "backslash": "backslash", "\\": "\\ ",
}  # fmt: skip
# The other letters and signs, for which Typst takes the sign itself.
_TABLES = ("mathalpha", "mathbin", "mathclose", "mathfence", "mathop", "mathopen", "mathord",
    "mathpunct", "mathrel")  # fmt: skip
SIGNS: dict[str, str] = {
    name: sign
    for table in _TABLES
    for name, sign in getattr(tex2unichar, table, {}).items()
    if len(sign) == 1 and not sign.isascii()
}
# Words with one argument, and the function that takes it.
FUNCTIONS = {
    "sqrt": "sqrt", "hat": "hat", "widehat": "hat", "tilde": "tilde", "widetilde": "tilde",
    "bar": "overline", "overline": "overline", "underline": "underline", "vec": "arrow",
    "dot": "dot", "ddot": "dot.double", "mathbb": "bb", "mathcal": "cal", "mathscr": "cal",
    "mathfrak": "frak", "mathbf": "bold", "boldsymbol": "bold", "bm": "bold", "mathrm": "upright",
    "mathsf": "sans", "mathtt": "mono", "mathit": "italic", "overbrace": "overbrace",
    "underbrace": "underbrace", "acute": "acute", "grave": "grave", "check": "caron",
    "breve": "breve", "mathring": "circle", "textbf": "bold", "textit": "italic",
}  # fmt: skip
# Words whose argument is text.
TEXTS = {"text", "textrm", "mbox", "operatorname", "operatorname*"}
# Words that change nothing but space or size.
IGNORED = {
    "displaystyle", "textstyle", "limits", "nolimits", "big", "Big", "bigg", "Bigg", "bigl",
    "bigr", "Bigl", "Bigr", "nonumber", "notag",
}  # fmt: skip
FRACTIONS = {"frac": "frac", "dfrac": "frac", "tfrac": "frac", "binom": "binom"}
# Environments of rows; the delimiter of a matrix.
MATRICES = {"matrix": "#none", "pmatrix": '"("', "bmatrix": '"["', "vmatrix": '"|"'}
ALIGNED = {"aligned", "align", "align*", "split", "gathered", "gather", "gather*"}
_PLAIN = {
    "+": "+", "-": "-", "=": "=", "<": "<", ">": ">", "(": r"\(", ")": r"\)", "[": r"\[",
    "]": r"\]", "|": "bar.v", "/": r"\/", ",": r"\,", ".": r"\.", ";": r"\;", ":": r"\:",
    "!": r"\!", "'": "prime", "*": "ast.op", "?": r"\?",
}  # fmt: skip
_DELIMITERS = {"(": r"\(", ")": r"\)", "[": r"\[", "]": r"\]", "|": "bar.v", ".": "", "/": r"\/"}

# Python stops at some depth: a row of square roots nests without a brace.
_DEEPEST = 100


class UnknownWordError(ValueError):
    """A control word that is not on the list, or math that cannot be read."""


def typst_math(tex: str) -> str:
    """Return the inside of a Typst equation; ``UnknownWordError`` names what cannot be set."""
    parser = _Parser([token for token in _TOKEN.findall(tex) if not token.isspace()], tex)
    return parser.row(ends=())


@dataclass
class _Parser:
    """Reads tokens once, from left to right."""

    tokens: list[str]
    tex: str
    place: int = 0
    depth: int = 0

    def peek(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self) -> str:
        part = self.peek()
        if not part:
            raise UnknownWordError(self.tex)
        self.place += 1
        return part

    def row(self, *, ends: tuple[str, ...]) -> str:
        """Read up to one of *ends*, which is left, or to the end of the math."""
        # TeX takes one digit at a time; side by side they are one number.
        return re.sub(r"(?<=\d) (?=\d)", "", " ".join(self.items(ends)))

    def items(self, ends: tuple[str, ...]) -> Iterator[str]:
        while (part := self.peek()) and part not in ends:
            if part == "}":
                raise UnknownWordError(self.tex)
            yield self.scripted()
        if ends and not self.peek():
            raise UnknownWordError(self.tex)

    def scripted(self) -> str:
        """Read one item with its indices."""
        group = self.peek() == "{"
        base = '#"";' if self.peek() in ("^", "_") else self.item()
        if group and self.peek() in ("^", "_"):
            base = f"lr(size: #100%, {base})"
        while self.peek() in ("^", "_"):
            mark = self.take()
            base = f"{base}{mark}({self.item()})"
        return base

    def item(self) -> str:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise UnknownWordError(self.tex)
        made = self.group_or_sign()
        self.depth -= 1
        return made

    def group_or_sign(self) -> str:
        part = self.take()
        if part == "{":
            inside = self.row(ends=("}",))
            self.take()
            return inside or '#"";'
        if part.startswith("\\"):
            return self.word(part[1:])
        if part == "&":
            return "&"
        if part == "~":
            return "space.nobreak"
        if re.fullmatch(r"[A-Za-z0-9]", part):
            return part
        return _PLAIN.get(part) or f"#{string(part)};"

    def word(self, name: str) -> str:
        if name in SYMBOLS or name in SIGNS or name in IGNORED:
            return SYMBOLS.get(name) or SIGNS.get(name, "")
        if name in FUNCTIONS or name in FRACTIONS:
            return self.function(name)
        if name in TEXTS:
            return self.text(upright=name.startswith("operator"))
        if name in ("left", "begin"):
            return self.fence() if name == "left" else self.environment()
        raise UnknownWordError(f"\\{name}")

    def function(self, name: str) -> str:
        if name in FRACTIONS:
            return f"{FRACTIONS[name]}({self.item()}, {self.item()})"
        if name == "sqrt" and self.peek() == "[":
            self.take()
            degree = self.row(ends=("]",))
            self.take()
            return f"root({degree}, {self.item()})"
        return f"{FUNCTIONS[name]}({self.item()})"

    def text(self, *, upright: bool) -> str:
        """Read a group as it was typed."""
        start = self.place
        if self.take() != "{":
            raise UnknownWordError(self.tex)
        depth = 1
        while depth:
            depth += {"{": 1, "}": -1}.get(self.take(), 0)
        words = [each for each in self.tokens[start + 1 : self.place - 1] if each not in "{}"]
        if any(word.startswith("\\") for word in words):
            raise UnknownWordError(next(word for word in words if word.startswith("\\")))
        text = "".join(words)
        return f"op({string(text)})" if upright else f"#{string(self.typed(text))};"

    def typed(self, text: str) -> str:
        """Return *text* with the spaces that the math has at it."""
        spaced = r"\s*".join(re.escape(letter) for letter in text)
        match = re.search(rf"\{{(\s*{spaced}\s*)\}}", self.tex) if text else None
        return re.sub(r"\s+", " ", match[1]) if match else text

    def fence(self) -> str:
        left = self.delimiter()
        inside = self.row(ends=("\\right",))
        self.take()
        return f"lr({left} {inside} {self.delimiter()})"

    def delimiter(self) -> str:
        part = self.take()
        if part in _DELIMITERS:
            return _DELIMITERS[part]
        if part[1:] in SYMBOLS:
            return SYMBOLS[part[1:]]
        if part[1:] in SIGNS:
            return SIGNS[part[1:]]
        raise UnknownWordError(part)

    def name(self) -> str:
        if self.take() != "{":
            raise UnknownWordError(self.tex)
        name = ""
        while (part := self.take()) != "}":
            name += part
        return name

    def environment(self) -> str:
        name = self.name()
        if name not in {*MATRICES, *ALIGNED, "cases"}:
            raise UnknownWordError(f"\\begin{{{name}}}")
        rows = [[""]]
        while self.peek() != "\\end":
            if self.peek() == "\\\\":
                self.take()
                rows.append([""])
            elif self.peek() == "&":
                self.take()
                rows[-1].append("")
            else:
                rows[-1][-1] += f" {self.scripted()}"
        self.take()
        if self.name() != name:
            raise UnknownWordError(self.tex)
        if name in ALIGNED:
            return " \\ ".join(" & ".join(row) for row in rows)
        if name == "cases":
            # Typst sets columns at their right and their left in turn; TeX at their left.
            return f"cases({', '.join('& ' + ' & & quad '.join(row) for row in rows)})"
        cells = "; ".join(", ".join(cell or '#"";' for cell in row) for row in rows)
        return f"mat(delim: {MATRICES[name]}, {cells})"
