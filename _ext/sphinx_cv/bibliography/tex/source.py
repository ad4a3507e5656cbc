r"""Normalizes the text of a field to plain TeX for the parser.

Accents become letters, HTML becomes TeX, and what people write for quotation marks, spaces and
formulas takes one form.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from sphinx_cv.bibliography import words
from sphinx_cv.math.safety import math_problem

from .chemistry import without_chemistry
from .commands import ACCENTS
from .html_text import from_html

# "\'e", "\'{e}", "{\'e}", "{\'{e}}" and "\'\i": most of the TeX that there is, and soon read.
_ACCENTED = re.compile(
    r"""(?<!\\)(?P<open>\{)?\\(?P<accent>['`^"~=.])\s*
    (?:\{\s*(?:\\(?P<a>[ij])|(?P<b>[A-Za-z]))\s*\}|\\(?P<c>[ij])(?![A-Za-z])|(?P<d>[A-Za-z]))
    (?(open)\s*\})""",
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
# Before an argument in braces, which must be kept: "\d{\^e}".
_COMMAND_BEFORE = re.compile(r"\\[A-Za-z]+\s*\Z")
_LONGEST_COMMAND = 24
# French quotation marks, as babel has them, with the spaces within.
_OPENING = re.compile(r"(?:\{\\og\}|\\og\{\}|\\og(?![A-Za-z]))[\s~]*")
_CLOSING = re.compile(r"[\s~]*(?:\{\\fg\}|\\fg\{\}|\\fg(?![A-Za-z]))")
# An apostrophe ends no quotation: "`It's {Ada}'".
_QUOTED = re.compile(r"(?<![\w`\\])`(?!`)((?:[^`'$\\]|(?<=\w)'(?=\w)|\\.)+)'(?!')")
# A tilde in an address is not a space: "http://example.org/~king".
_TILDE_IN_ADDRESS = re.compile(r"(?<=/)~(?=\w)")
_DISPLAYED = re.compile(r"(?<!\\)\$\$([^$]+)\$\$")
# A space in the words of TeX alone, as publishers' programs set it.
_SKIP = re.compile(
    r"\\[hv]skip\s*-?[\d.]+\s*[a-z]{2}(?:\s+(?:plus|minus)\s*-?[\d.]+\s*[a-z]{2})*\s*(?:\\relax\b)?\s*"
)
# The height of a sign, as ADS has it: "{\raisebox{-0.5ex}\textasciitilde}".
_HEIGHT = re.compile(r"\\raisebox\s*\{[^{}]*\}(?:\[[^][]*\])*")
# A color is a switch: its name is not part of the text.
_COLOR = re.compile(r"\\color\s*(?:\[[^][]*\])?\{[^{}]*\}\s*")
_SPACE = re.compile(r"\\hspace\*?\s*\{[^{}]*\}|\\q?quad(?![A-Za-z])(?:\{\})?")
# A backslash that a program has doubled: "R\\&D", "$\\beta$".
_DOUBLED = re.compile(r"(?<!\\)\\\\(?=[&%$#_])")
_DOUBLED_IN_MATH = re.compile(r"(?<!\\)\\\\(?=[A-Za-z])")
_NOTE_MARK = re.compile(r"\\footnotemark\s*\[[^][]*\]")
# A space, unless a sign follows that has none before it.
_SPACE_OF_TEXT = re.compile(r"\\xspace(?![A-Za-z])(?:\{\})?[ ]*")
_STARRED = re.compile(r"(\\[A-Za-z]{2,})\*(?=\s*\{)")
# arXiv's line break, each of its signs taken for text: "a title{\textbackslash}n in two lines".
_LINE_BREAK = re.compile(r"(?:\{\\textbackslash\}|\\textbackslash(?:\{\}|\s))n(?=\s|[A-Z])")
_TIED = re.compile(r"\\t\s*\{(\w)(\w)\}")
# Quotation marks as the fonts of TeX have them.
_LOW_QUOTES = re.compile(r"(?<![^\s({\[]),,(?=[\w{])")
_FORMULA = re.compile(r"(\$[^$]*\$)")
_NO_TEXT = re.compile(r"(\$[^$]*\$|https?://\S+|\\(?:url|path|href)\s*\{[^{}]*\})")
_STRING = re.compile(r"\\bibstring\s*\{(\w+)\}")


def in_plain_tex(latex: str) -> str:
    """Return the text of a field in the one form that is parsed."""
    if "\\\\" in latex:
        latex = _DOUBLED.sub(r"\\", latex)
        parts = _FORMULA.split(latex)
        parts[1::2] = [_DOUBLED_IN_MATH.sub(r"\\", part) for part in parts[1::2]]
        latex = "".join(parts)
    typed = _TYPED_MATH.sub(_formula_of_signs, _LINE_BREAK.sub(" ", from_html(latex)))
    typed = without_chemistry(
        _SPACE.sub("{} ", _COLOR.sub("", _HEIGHT.sub("", _SKIP.sub("", typed))))
    )
    typed = _STARRED.sub(r"\1", _NOTE_MARK.sub("", typed))
    if "\\xspace" in typed:
        typed = _SPACE_OF_TEXT.sub(_spaced, typed)
    plain = _RARELY_ACCENTED.sub(_rarely_accented, _ACCENTED.sub(_accented, typed))
    plain = _TIED.sub("\\1\u0361\\2", plain)
    plain = _CLOSING.sub("~»", _OPENING.sub("«~", _QUOTED.sub(r"‘\1’", plain)))
    if "<<" in plain or ">>" in plain or ",," in plain:
        parts = _NO_TEXT.split(plain)
        parts[::2] = map(_with_quotes, parts[::2])
        plain = "".join(parts)
    plain = _TILDE_IN_ADDRESS.sub(r"\\textasciitilde{}", plain)
    return _DISPLAYED.sub(r"$\1$", plain)


def without_accents(latex: str) -> str:
    """Return the text with the common accents resolved."""
    return _ACCENTED.sub("", latex)


def with_strings(latex: str) -> str:
    """Return the text with biblatex's keys replaced by words; unknown keys are kept."""
    if "\\bibstring" not in latex:
        return latex
    return _STRING.sub(lambda match: words.string(match[1]) or match[1], latex)


def _spaced(match: re.Match[str]) -> str:
    behind = match.string[match.end() : match.end() + 1]
    return "" if not behind or behind in ".,;:!?)]}'-/~" else " "


def _with_quotes(text: str) -> str:
    return _LOW_QUOTES.sub("„", text.replace("<<", "«").replace(">>", "»"))


def _accented(match: re.Match[str]) -> str:
    letter = match["a"] or match["b"] or match["c"] or match["d"]
    accented = normalize("NFC", letter + ACCENTS[match["accent"]])
    start = match.start()
    before = match.string[max(0, start - _LONGEST_COMMAND) : start]
    is_argument = match["open"] and _COMMAND_BEFORE.search(before)
    return f"{{{accented}}}" if is_argument else accented


def _rarely_accented(match: re.Match[str]) -> str:
    return normalize("NFC", (match[2] or match[3]) + _RARE_ACCENTS[match[1]])


def _formula_of_signs(match: re.Match[str]) -> str:
    r"""Return a formula whose signs were taken for text; "\$5 and \$6" has no such sign."""
    formula = _TYPED_SIGN.sub(lambda sign: sign["plain"] or _TYPED_SIGNS[sign["sign"]], match[1])
    is_formula = re.search(r"[\\^_]", formula) and not math_problem(formula)
    return f"${formula.strip()}$" if is_formula else match[0]
