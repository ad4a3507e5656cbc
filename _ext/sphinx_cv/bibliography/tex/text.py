r"""TeX in the fields of a .bib file, as rich text.

Accents, groups and the usual commands are read; a command that is not known is shown as it was
typed, and nothing is ever run. Math is kept as TeX, in a tag of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from pybtex.richtext import String, Tag, Text
from pylatexenc import latexwalker
from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexWalker, LatexWalkerError

from .commands import (
    ACCENTS,
    ADDRESSES,
    COMMANDS,
    DROPPED,
    ELSEWHERE,
    OF_TWO,
    PHONETIC,
    QUOTES,
    SWITCHES,
    TAGS,
)
from .letters import LETTERS
from .math_words import in_new_words
from .phonetics import KEYS
from .source import in_plain_tex, with_strings, without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.richtext import BaseText
    from pylatexenc.latexwalker import LatexNode

MATH = "cv-math"

_MARKUP = re.compile(
    r"[\\{}~$`\u00ad\u200b-\u200d\u2060\ufeff]|''|--|<<|>>|,,|&[#A-Za-z]"
    r"|</?(?:i|em|b|br|strong|p|span|scp|su[bp]|inf|italic|bold|astrobj|tex|tex-math"
    r"|(?:inline-)?formula|(?:jats|mml|ce):\w+)[\s/>]"
    r"|</?(?:a|div|embed|font|iframe|object|section|small|video)\b[^<>]*>",
    re.IGNORECASE,
)
_COMMAND = re.compile(r"\\(?![%&#$_{},;:\-])")
_MATH = re.compile(r"\$|\\[(\[]|\\ensuremath")
# A formula, or a plain dollar sign: "$5 and $6" is money, "$<$5" and "$ p $" are math.
_DOLLARS = re.compile(
    r"""(?<!\\)(?:(?P<math>
        \$\S(?:[^$]*[^\s$\\])?\$(?!\d)
        |\$\\[A-Za-z][^$]*\$
        |\$[A-Za-z][^$\s]*\$
        |\$[^\w\s$]+\$
        |\$\ (?:[^$A-Za-z\\]|\\(?:[A-Za-z]+|[^A-Za-z])|(?<![A-Za-z])[A-Za-z](?![A-Za-z]))+\ \$
    )|\$)""",
    re.VERBOSE,
)
_TILDE = re.compile(r"\$\\sim\$|\\textasciitilde(?:\{\}|(?![A-Za-z]))")
# A formula that is only an index: H$_2$O, the 10$^{th}$, DBLP's "n\\({}^{\\mbox{2}}\\)".
_INDEX = re.compile(
    r"(?:\{\})?([_^])\s*(?:\{([\w\s+\-.,/*]*)\}|(\w)"
    r"|\{\\(?:mbox|hbox|text|textrm|mathrm)\s*\{([\w\s+\-.,/*]*)\}\})"
)
# "10$^{-3}$", "O$^{2-}$".
_MINUS = re.compile(r"(?<!\w)-|-(?!\w)")
# The letter that it belongs to stands in the text before it: "M$_{\odot}$".
_INDEX_SIGN = re.compile(r"^(?:\{\})?[_^]")
_DEGREES = re.compile(r"(?:\{\})?\^\s*(?:\{\s*\\circ\s*\}|\\circ(?![A-Za-z]))")
# Not a full stop in the middle.
_DOT = re.compile(r"\\cdotp?(?![A-Za-z])\s*")
_NUMBER = re.compile(r"[-+−]?\d+[-+−]?")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
# Deeper nesting is not text; Python and Typst have limits.
_DEEPEST = 20
_CONVERTER = LatexNodes2Text(strict_latex_spaces=True)


def has_markup(latex: str) -> bool:
    """Whether a field has more than plain letters."""
    return bool(_MARKUP.search(latex))


def rich(latex: str) -> BaseText:
    """Return the text of a field; plain text is passed on."""
    # The result is cached, and another build may have another language.
    latex = with_strings(latex)
    return _read(latex).text if has_markup(latex) else Text(String(latex))


def flat(text: BaseText) -> str:
    """Return rich text as plain text with formulas in Unicode, where markup is impossible."""
    if isinstance(text, String):
        return str(text)
    content = "".join(map(flat, text.parts))
    if isinstance(text, Tag) and text.name == "sup" and _NUMBER.fullmatch(content):
        # 10<sup>10</sup> is not 1010.
        return content.translate(_RAISED)
    if isinstance(text, Tag) and text.name == MATH:
        try:
            signs = _DEGREES.sub("°", _DOT.sub("⋅", content))
            plain = str(_CONVERTER.latex_to_text(f"${_INDEX_SIGN.sub('', signs)}$"))
        except (AttributeError, IndexError, KeyError, TypeError):
            # A command without the arguments that it needs.
            plain = content
        return " ".join(plain.split())
    return content


def unknown_commands(latex: str) -> list[str]:
    """Return the parts shown as typed because TeX's result is unknown."""
    latex = with_strings(latex)
    # Parsing is slow, and most fields have accents at most.
    if _COMMAND.search(without_accents(latex)) or latex.count("{") != latex.count("}"):
        return list(dict.fromkeys(_read(latex).unknown))
    return []


def math_of(latex: str) -> list[str]:
    """Return the formulas of a field, without their dollar signs."""
    return list(_read(latex).formulas) if _MATH.search(latex) else []


# A field is used for its text, formulas and faults, on the list and on its page.
@lru_cache(maxsize=10_000)
def _read(latex: str) -> _Reader:
    return _Reader(latex)


class _Reader:
    """Reads one field; keeps its text, its formulas, and what it could not read."""

    def __init__(self, latex: str) -> None:
        self.formulas: list[str] = []
        self.unknown: list[str] = []
        self._depth = 0
        # How many quotations are open.
        self._quotes = 0
        self.text = self._read(latex)

    def _read(self, latex: str) -> BaseText:
        plain = in_plain_tex(latex)
        if not has_markup(plain):
            return Text(String(plain))
        # TeX would take what follows a percent sign for a comment; nobody means one in a field.
        escaped = re.sub(r"(?<!\\)((?:\\\\)*)%", r"\1\\%", plain)
        escaped = _DOLLARS.sub(lambda match: match["math"] or r"\$", escaped)
        try:
            nodes = LatexWalker(escaped, tolerant_parsing=False).get_latex_nodes()[0]
            return Text(*self._texts(nodes))
        except (LatexWalkerError, IndexError, RecursionError):
            self.formulas.clear()
            self.unknown += re.findall(r"\\[A-Za-z]+|[{}]", latex) or [latex]
            return Text(String(latex))

    def _texts(self, nodes: Iterable[LatexNode]) -> list[BaseText]:
        """Return the rich text of nodes; a command takes the group behind it."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise RecursionError
        rest = list(nodes)
        made: list[BaseText] = []
        while rest:
            node = rest.pop(0)
            if isinstance(node, latexwalker.LatexMathNode):
                made += self._math(_formula(node))
            elif isinstance(node, latexwalker.LatexGroupNode):
                made.append(Text(*self._texts(node.nodelist)))
            elif isinstance(node, latexwalker.LatexMacroNode):
                made += self._macro(node, rest)
            elif isinstance(node, latexwalker.LatexCharsNode):
                made.append(String(node.chars))
            elif isinstance(node, latexwalker.LatexSpecialsNode):
                # A column separator in TeX; fields have no tables.
                made.append(String("&" if node.specials_chars == "&" else _plain(node)))
            else:
                self.unknown.append(node.latex_verbatim())
                made.append(String(node.latex_verbatim()))
        self._depth -= 1
        return made

    def _macro(self, node: latexwalker.LatexMacroNode, rest: list[LatexNode]) -> list[BaseText]:
        """Return the text of a command, which takes its arguments from the *rest*."""
        name = node.macroname
        if name in SWITCHES:
            # "{\it text}": the switch applies to the rest of its group.
            content = self._texts(rest)
            rest.clear()
            return [Tag(SWITCHES[name], *content)] if SWITCHES[name] else content
        if name in LETTERS:
            return [String(LETTERS[name])]
        if name not in COMMANDS:
            return [String(self._letter(node, rest))]
        return self._command(name, _last_argument(node, rest))

    def _command(self, name: str, argument: list[LatexNode]) -> list[BaseText]:
        """Return the text of a command from its last argument; the others are not text."""
        typed = "".join(part.latex_verbatim() for part in argument)
        if name in DROPPED:
            return []
        if name in ADDRESSES:
            address = _TILDE.sub("~", typed)
            return [String(re.sub(r"\\([%#&_~$])|[{}]", r"\1", address))]
        if name == "ensuremath":
            return self._math(typed.removeprefix("{").removesuffix("}"))
        self._quotes += name in QUOTES
        text = self._texts(argument)
        self._quotes -= name in QUOTES
        if name == PHONETIC:
            return [_phonetic(part) for part in text]
        if name in TAGS:
            return [Tag(TAGS[name], *text)]
        marks = QUOTES.get(name, "")
        if marks == "“”" and self._quotes % 2:
            marks = "‘’"
        return [String(marks[:1]), *text, String(marks[1:])]

    def _math(self, formula: str) -> list[BaseText]:
        formula = in_new_words(formula.strip())
        if _DEGREES.fullmatch(formula):
            return [String("°")]
        if index := _INDEX.fullmatch(formula):
            inner = _MINUS.sub("−", index[2] or index[3] or index[4] or "")
            return [Tag("sub" if index[1] == "_" else "sup", inner)]
        if len(formula) == 1 and not formula.isascii():
            return [String(formula)]
        self.formulas.append(formula)
        return [Tag(MATH, String(formula))]

    def _letter(self, node: latexwalker.LatexMacroNode, rest: list[LatexNode]) -> str:
        """Return the letter for a command, or the command as typed."""
        typed = cast("str", node.latex_verbatim())
        letter = _plain(node) if node.macroname not in ELSEWHERE else ""
        if letter and "\\" not in letter:
            return letter
        if node.macroname in ACCENTS and not re.search(r"\w", typed):
            return str(node.macroname)
        # Unknown, or an instruction to TeX only.
        while rest and isinstance(rest[0], latexwalker.LatexGroupNode):
            typed += rest.pop(0).latex_verbatim()
        self.unknown.append(f"\\{node.macroname}")
        return typed


def _phonetic(text: BaseText) -> BaseText:
    if isinstance(text, String):
        return String(str(text).translate(KEYS))
    parts = map(_phonetic, text.parts)
    return Tag(text.name, *parts) if isinstance(text, Tag) else Text(*parts)


def _last_argument(node: latexwalker.LatexMacroNode, rest: list[LatexNode]) -> list[LatexNode]:
    """Return the command's last argument: its own, or a group or letter of those that follow."""
    own = [part for part in (node.nodeargd.argnlist if node.nodeargd else ()) if part is not None]
    if own:
        return own[-1:]
    count = 2 if node.macroname in OF_TWO else 1
    rest[:1] = _first_letter_apart(rest[:1])
    arguments, rest[:count] = rest[:count], []
    return arguments[-1:]


def _first_letter_apart(nodes: list[LatexNode]) -> list[LatexNode]:
    r"""Return *nodes*, the first letter of text by itself: "\textsubscript2 is" lowers the 2."""
    if not nodes or not isinstance(nodes[0], latexwalker.LatexCharsNode):
        return nodes
    node = nodes[0]
    return [
        latexwalker.LatexCharsNode(
            node.chars[start:end],
            parsing_state=node.parsing_state,
            pos=node.pos + start,
            len=end - start,
        )
        for start, end in ((0, 1), (1, len(node.chars)))
        if start < end <= len(node.chars)
    ]


def _formula(node: latexwalker.LatexMathNode) -> str:
    return (
        cast("str", node.latex_verbatim())
        .removeprefix(node.delimiters[0])
        .removesuffix(node.delimiters[1])
    )


def _plain(node: LatexNode) -> str:
    try:
        return cast("str", _CONVERTER.nodelist_to_text([node]))
    except (AttributeError, IndexError, KeyError, TypeError):
        # A command without the arguments that it needs.
        return ""
