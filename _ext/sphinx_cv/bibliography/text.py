r"""TeX in the fields of a .bib file, as rich text.

Accents, groups and the usual commands are read; a command that is not known is shown as it was
typed, and nothing is ever run. Math is kept as TeX, in a tag of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, cast
from unicodedata import normalize

from pybtex.richtext import String, Tag, Text
from pylatexenc import latexwalker
from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexWalker, LatexWalkerError

from .chemistry import without_chemistry
from .letters import LETTERS
from .math_words import in_new_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.richtext import BaseText
    from pylatexenc.latexwalker import LatexNode

MATH = "cv-math"

_MARKUP = re.compile(
    r"[\\{}~$`]|''|--|&[#A-Za-z]"
    r"|</?(?:i|em|b|br|strong|p|span|scp|su[bp]|inf|italic|bold|astrobj|tex|tex-math"
    r"|(?:inline-)?formula|(?:jats|mml|ce):\w+)[\s/>]",
    re.IGNORECASE,
)
# "\'e", "\'{e}", "{\'e}", "{\'{e}}" and "\'\i": most of the TeX that there is, and soon read.
_ACCENTED = re.compile(
    r"""(?<!\\)(?P<open>\{)?\\(?P<accent>['`^"~=.])\s*
    (?:\{\s*(?:\\(?P<a>[ij])|(?P<b>[A-Za-z]))\s*\}|\\(?P<c>[ij])(?![A-Za-z])|(?P<d>[A-Za-z]))
    (?(open)\s*\})""",
    re.VERBOSE,
)
_COMMAND = re.compile(r"\\(?![%&#$_{},;:\-])")
_MATH = re.compile(r"\$|\\[(\[]|\\ensuremath")
# A formula, or a dollar sign that is none: "$5 and $6" is money, "$<$5" and "$ p $" are math.
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
# A formula in a title as Zotero exports it, each of its signs taken for text: "\$\_2\$".
_TYPED_MATH = re.compile(r"\\\$([^$]+?)\\\$")
_TYPED_SIGNS = {"textbackslash": "\\", "textasciicircum": "^", "^": "^"}
_TYPED_SIGN = re.compile(
    r"(?P<open>\{)?\\(?P<sign>textbackslash|textasciicircum|\^)(?:\{\}|[ ]|(?![A-Za-z]))(?(open)\})"
    r"|\\(?P<plain>[_{}&%#])"
)
# Accents of single languages: Romanian, Polish, Czech and Vietnamese.
_RARE_ACCENTS = {
    "textcommabelow": "\u0326",
    "polhk": "\u0328",
    "ogonek": "\u0328",
    "soft": "\u030c",
    "udot": "\u0323",
    "horn": "\u031b",
    "h": "\u0309",
}
_RARELY_ACCENTED = re.compile(
    rf"\\({'|'.join(_RARE_ACCENTS)})(?:\s*\{{\s*([^\W\d_])\s*\}}|\s+([^\W\d_]))"
)
# Before an argument in braces, which it would lose with them: "\d{\^e}".
_COMMAND_BEFORE = re.compile(r"\\[A-Za-z]+\s*\Z")
_LONGEST_COMMAND = 24
# French quotation marks, as babel has them, with the spaces within.
_OPENING = re.compile(r"(?:\{\\og\}|\\og\{\}|\\og(?![A-Za-z]))[\s~]*")
_CLOSING = re.compile(r"[\s~]*(?:\{\\fg\}|\\fg\{\}|\\fg(?![A-Za-z]))")
_TILDE = re.compile(r"\$\\sim\$|\\textasciitilde(?:\{\}|(?![A-Za-z]))")
# A tilde in an address is no space: "http://example.org/~king".
_TILDE_IN_ADDRESS = re.compile(r"(?<=/)~(?=\w)")
_DISPLAYED = re.compile(r"(?<!\\)\$\$([^$]+)\$\$")
# What sites that know HTML alone leave of a mark: "&amp;", often with a backslash.
_ENTITY = re.compile(r"\\?(&(?:amp;)*(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z]+\d*);)")
_HTML_COMMANDS = {
    **dict.fromkeys(("i", "em", "italic"), "emph"),
    **dict.fromkeys(("b", "strong", "bold"), "textbf"),
    **dict.fromkeys(("sub", "inf"), "textsubscript"),
    "sup": "textsuperscript",
}
_HTML = re.compile(rf"<({'|'.join(_HTML_COMMANDS)})>([^<>{{}}\\$]*)</\1>", re.IGNORECASE)
# Tags of publishers that say nothing to a reader.
_HTML_FRAMES = re.compile(
    r"</?(?:p|span|scp|astrobj|tex|tex-math|(?:inline-)?formula|(?:jats|mml|ce):\w+)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_HTML_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
# What Mendeley and Crossref make of a tag, and of an entity.
_TAG_IN_TEX = re.compile(
    r"(?:\{\\textless\}|\{?\$(?:<|\\less)\$\}?)(/?[a-z]+(?::\w+)?)"
    r"(?:\{\\textgreater\}|\{?\$(?:>|\\greater)\$\}?)"
)
_ENTITY_IN_TEX = re.compile(r"\{\\&\}(?=#?\w+;)")
# A space in the words of TeX alone, as publishers' programs set it.
_SKIP = re.compile(
    r"\\[hv]skip\s*-?[\d.]+\s*[a-z]{2}(?:\s+(?:plus|minus)\s*-?[\d.]+\s*[a-z]{2})*\s*(?:\\relax\b)?\s*"
)
# A formula that is but an index: H$_2$O, the 10$^{th}$.
_INDEX = re.compile(r"([_^])\s*(?:\{([\w\s+\-.,/*]*)\}|(\w))")
# The commands that set their argument in another type, and the tags for it.
_TAGS = {
    "emph": "em",
    "textit": "em",
    "textsl": "em",
    "mkbibemph": "em",
    "mkbibitalic": "em",
    "textbf": "strong",
    "mkbibbold": "strong",
    "texttt": "tt",
    "textsuperscript": "sup",
    "mkbibsuperscript": "sup",
    "up": "sup",
    "textsubscript": "sub",
    "mkbibsubscript": "sub",
}
# The commands that change nothing that a CV shows.
_PLAIN = frozenset(
    """
    textsc textrm textsf textup textmd textnormal text mbox hbox fbox underline
    uline uuline sout uppercase lowercase MakeUppercase MakeLowercase MakeSentenceCase
    MakeTitleCase NoCaseChange BibTeXProtect oldstylenums acro acr ac gls natexlab bibinfo
    mkbibacro mkbibnamefamily mkbibnamegiven mkbibnameprefix mkbibnamesuffix autocap bibstring
    textgreek textcyrillic textcyr textrussian textlatin textfrench textgerman textls bsc
    """.split()
)
# The commands whose first argument is no text.
_OF_TWO = frozenset("foreignlanguage textcolor color bibinfo href".split())
_DROPPED = frozenset(
    """
    noopsort noop sortnoop SortNoop singleletter switchargs vspace hspace
    phantom hphantom vphantom
    """.split()
)
# An apostrophe ends no quotation: "`It's {Ada}'".
_QUOTED = re.compile(r"(?<![\w`\\])`(?!`)((?:[^`'$\\]|(?<=\w)'(?=\w)|\\.)+)'(?!')")
_QUOTES = {
    **dict.fromkeys(("enquote", "mkbibquote", "textquote"), "“”"),
    **dict.fromkeys(("mkbibparens", "parentext"), "()"),
    **dict.fromkeys(("mkbibbrackets", "brackettext"), "[]"),
}
_SWITCHES = {
    **dict.fromkeys(("it", "em", "sl", "itshape", "slshape"), "em"),
    **dict.fromkeys(("bf", "bfseries"), "strong"),
    **dict.fromkeys(
        """
        sc rm sf tt scshape upshape mdseries normalfont rmfamily sffamily ttfamily cal
        tiny scriptsize footnotesize small normalsize large Large
        protect relax noindent leavevmode unskip ignorespaces xspace allowbreak nobreak
        """.split(),
        "",
    ),
}
_ADDRESSES = frozenset("url path nolinkurl".split())
_COMMANDS = frozenset({*_TAGS, *_PLAIN, *_OF_TWO, *_DROPPED, *_QUOTES, *_ADDRESSES, "ensuremath"})
# What stands elsewhere in a paper than in a field, and has no place in one.
_ELSEWHERE = frozenset(
    """
    today maketitle title author date item footnote part chapter section subsection subsubsection
    paragraph subparagraph includegraphics ref autoref cref Cref eqref cite citet citep textfrac
    exercise uebung hint hints hinweis hinweise input include
    """.split()
)
_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
}
# What is nested deeper is no text: Python itself stops at some depth, and Typst at a lesser one.
_DEEPEST = 20
# A letter with an accent of its own; what is longer is no sign that HTML knows.
_LONGEST_SIGN = 2
_CONVERTER = LatexNodes2Text(strict_latex_spaces=True)


def has_markup(latex: str) -> bool:
    """Whether a field has more than letters as they are."""
    return bool(_MARKUP.search(latex))


def rich(latex: str) -> BaseText:
    """Return the text of a field; plain text is passed on."""
    return _read(latex).text if has_markup(latex) else Text(String(latex))


def unknown_commands(latex: str) -> list[str]:
    """Return what is shown as it was typed, for no one knows what TeX would make of it."""
    # Reading takes its time, and most fields have accents at most.
    if _COMMAND.search(_ACCENTED.sub("", latex)) or latex.count("{") != latex.count("}"):
        return list(dict.fromkeys(_read(latex).unknown))
    return []


def math_of(latex: str) -> list[str]:
    """Return the formulas of a field, without their dollar signs."""
    return list(_read(latex).formulas) if _MATH.search(latex) else []


# A field is asked for its text, its formulas and its faults, on the list and on its own page.
@lru_cache(maxsize=10_000)
def _read(latex: str) -> _Reader:
    return _Reader(latex)


class _Reader:
    """Reads one field; keeps its text, its formulas, and what it could not read."""

    def __init__(self, latex: str) -> None:
        self.formulas: list[str] = []
        self.unknown: list[str] = []
        self._depth = 0
        self.text = self._read(latex)

    def _read(self, latex: str) -> BaseText:
        typed = _TYPED_MATH.sub(_formula_of_signs, _from_html(latex))
        typed = without_chemistry(_SKIP.sub("", typed))
        plain = _RARELY_ACCENTED.sub(_rarely_accented, _ACCENTED.sub(_accented, typed))
        plain = _CLOSING.sub("~»", _OPENING.sub("«~", _QUOTED.sub(r"‘\1’", plain)))
        plain = _TILDE_IN_ADDRESS.sub(r"\\textasciitilde{}", plain)
        if not has_markup(plain):
            return Text(String(plain))
        # TeX would take what follows a percent sign for a comment; nobody means one in a field.
        escaped = re.sub(r"(?<!\\)((?:\\\\)*)%", r"\1\\%", plain)
        escaped = _DISPLAYED.sub(r"$\1$", escaped)
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
                # A column of a table to TeX, which no field has.
                made.append(String("&" if node.specials_chars == "&" else _plain(node)))
            else:
                self.unknown.append(node.latex_verbatim())
                made.append(String(node.latex_verbatim()))
        self._depth -= 1
        return made

    def _macro(self, node: latexwalker.LatexMacroNode, rest: list[LatexNode]) -> list[BaseText]:
        """Return the text of a command, which takes its arguments from the *rest*."""
        name = node.macroname
        if name in _SWITCHES:
            # "{\it text}": the switch holds for what is left of its group.
            content = self._texts(rest)
            rest.clear()
            return [Tag(_SWITCHES[name], *content)] if _SWITCHES[name] else content
        if name in LETTERS:
            return [String(LETTERS[name])]
        if name not in _COMMANDS:
            return [String(self._letter(node, rest))]
        return self._command(name, _last_argument(node, rest))

    def _command(self, name: str, argument: list[LatexNode]) -> list[BaseText]:
        """Return the text of a command with its last argument; those before it are no text."""
        typed = "".join(part.latex_verbatim() for part in argument)
        if name in _DROPPED:
            return []
        if name in _ADDRESSES:
            address = _TILDE.sub("~", typed)
            return [String(re.sub(r"\\([%#&_~$])|[{}]", r"\1", address))]
        if name == "ensuremath":
            return self._math(typed.removeprefix("{").removesuffix("}"))
        text = self._texts(argument)
        if name in _TAGS:
            return [Tag(_TAGS[name], *text)]
        marks = _QUOTES.get(name, "")
        return [String(marks[:1]), *text, String(marks[1:])]

    def _math(self, formula: str) -> list[BaseText]:
        formula = in_new_words(formula.strip())
        if index := _INDEX.fullmatch(formula):
            return [Tag("sub" if index[1] == "_" else "sup", index[2] or index[3] or "")]
        if len(formula) == 1 and not formula.isascii():
            return [String(formula)]
        self.formulas.append(formula)
        return [Tag(MATH, String(formula))]

    def _letter(self, node: latexwalker.LatexMacroNode, rest: list[LatexNode]) -> str:
        """Return the letter that a command stands for, or the command as it was typed."""
        typed = cast("str", node.latex_verbatim())
        letter = _plain(node) if node.macroname not in _ELSEWHERE else ""
        if letter and "\\" not in letter:
            return letter
        if node.macroname in _ACCENTS and not re.search(r"\w", typed):
            return str(node.macroname)
        # Unknown, or nothing but an instruction to TeX.
        while rest and isinstance(rest[0], latexwalker.LatexGroupNode):
            typed += rest.pop(0).latex_verbatim()
        self.unknown.append(f"\\{node.macroname}")
        return typed


def _accented(match: re.Match[str]) -> str:
    letter = match["a"] or match["b"] or match["c"] or match["d"]
    accented = normalize("NFC", letter + _ACCENTS[match["accent"]])
    start = match.start()
    before = match.string[max(0, start - _LONGEST_COMMAND) : start]
    is_argument = match["open"] and _COMMAND_BEFORE.search(before)
    return f"{{{accented}}}" if is_argument else accented


def _rarely_accented(match: re.Match[str]) -> str:
    return normalize("NFC", (match[2] or match[3]) + _RARE_ACCENTS[match[1]])


def _formula_of_signs(match: re.Match[str]) -> str:
    r"""Return a formula whose signs were taken for text; "\$5 and \$6" has no such sign."""
    formula = _TYPED_SIGN.sub(lambda sign: sign["plain"] or _TYPED_SIGNS[sign["sign"]], match[1])
    return f"${formula.strip()}$" if re.search(r"[\\^_]", formula) else match[0]


def _from_html(text: str) -> str:
    """Return *text* with HTML's names of signs, and its italics and indices, in TeX's form."""

    def sign(match: re.Match[str]) -> str:
        # Some sites write the "&" in HTML's form once more.
        mark = unescape(unescape(match[1]))
        if len(mark) > _LONGEST_SIGN or not mark.isprintable():
            return "~" if mark == "\u00a0" else match[0]
        return {"\\": r"\textbackslash{}", "&": r"\&"}.get(
            mark, re.sub(r"([%$#_{}])", r"\\\1", mark)
        )

    text = _ENTITY.sub(sign, _ENTITY_IN_TEX.sub("&", _TAG_IN_TEX.sub(r"<\1>", text)))
    text = _HTML_FRAMES.sub("", _HTML_BREAK.sub(" ", text))
    return _HTML.sub(lambda match: f"\\{_HTML_COMMANDS[match[1].lower()]}{{{match[2]}}}", text)


def _last_argument(node: latexwalker.LatexMacroNode, rest: list[LatexNode]) -> list[LatexNode]:
    """Return the command's last argument: its own, or a group or letter of those that follow."""
    own = [part for part in (node.nodeargd.argnlist if node.nodeargd else ()) if part is not None]
    if own:
        return own[-1:]
    count = 2 if node.macroname in _OF_TWO else 1
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
