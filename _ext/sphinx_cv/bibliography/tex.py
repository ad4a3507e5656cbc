r"""TeX in the fields of a .bib file, as rich text.

Accents, groups and the usual commands are read; a command that is not known is shown as it was
typed, and nothing is ever run. Math is kept as TeX, in a tag of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pybtex.richtext import HRef, String, Tag, Text
from pylatexenc import latexwalker
from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexWalker, LatexWalkerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pybtex.richtext import BaseText
    from pylatexenc.latexwalker import LatexNode

MATH = "cv-math"

_MARKUP = re.compile(r"[\\{}~$%`']|--")
# A formula, or a dollar sign that is none: "$5 and $6" is money.
_DOLLARS = re.compile(r"(?<!\\)(?:\$(\S(?:[^$]*[^\s$\\])?)\$(?!\d)|\$)")
# The commands that set their argument in another type, and the tags for it.
_TAGS = {
    "emph": "em",
    "textit": "em",
    "textsl": "em",
    "textbf": "strong",
    "texttt": "tt",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
# The commands that change nothing that a CV shows.
_PLAIN = {"textsc", "textrm", "textsf", "textup", "textmd", "text", "mbox", "url", "path"}
_SWITCHES = {
    **dict.fromkeys(("it", "em", "sl", "itshape", "slshape"), "em"),
    **dict.fromkeys(("bf", "bfseries"), "strong"),
    **dict.fromkeys(("sc", "rm", "sf", "tt", "scshape", "upshape", "mdseries"), ""),
}
# What pylatexenc has no letter for.
_LETTERS = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textquotesingle": "'",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "/": "",
    "-": "",
    "relax": "",
}
_CONVERTER = LatexNodes2Text(strict_latex_spaces=True)


def has_markup(latex: str) -> bool:
    """Whether a field has more than letters as they are."""
    return bool(_MARKUP.search(latex))


def rich(latex: str) -> BaseText:
    """Return the text of a field; plain text is passed on."""
    if not has_markup(latex):
        return Text(String(latex))
    # TeX would take what follows a percent sign for a comment; nobody means one in a field.
    escaped = re.sub(r"(?<!\\)((?:\\\\)*)%", r"\1\\%", latex)
    escaped = _DOLLARS.sub(lambda match: match[0] if match[1] else r"\$", escaped)
    try:
        nodes = LatexWalker(escaped, tolerant_parsing=False).get_latex_nodes()[0]
    except (LatexWalkerError, IndexError):
        return Text(String(latex))
    return Text(*_texts(nodes))


def math_of(latex: str) -> list[str]:
    """Return the formulas of a field, without their dollar signs."""
    found: list[str] = []

    def collect(text: BaseText) -> None:
        if isinstance(text, Tag) and text.name == MATH:
            found.append(str(text))
        for part in getattr(text, "parts", ()):
            if not isinstance(part, str):
                collect(part)

    collect(rich(latex))
    return found


def _texts(nodes: Iterable[LatexNode]) -> Iterator[BaseText]:
    """Yield the rich text of nodes; a command takes the group behind it."""
    rest = iter(nodes)
    for node in rest:
        if isinstance(node, latexwalker.LatexMathNode):
            yield Tag(MATH, String(_formula(node)))
        elif isinstance(node, latexwalker.LatexGroupNode):
            yield Text(*_texts(node.nodelist))
        elif isinstance(node, latexwalker.LatexMacroNode):
            yield from _macro(node, rest)
        elif isinstance(node, latexwalker.LatexSpecialsNode) and node.specials_chars == "&":
            yield String("&")
        elif isinstance(node, latexwalker.LatexCharsNode):
            yield String(node.chars)
        elif isinstance(node, latexwalker.LatexSpecialsNode):
            yield String(_plain(node))
        else:
            yield String(node.latex_verbatim())


def _macro(node: latexwalker.LatexMacroNode, rest: Iterator[LatexNode]) -> Iterator[BaseText]:
    name = node.macroname
    if name in _SWITCHES:
        # "{\it text}": the switch holds for what is left of its group.
        content = Text(*_texts(rest))
        yield Tag(_SWITCHES[name], content) if _SWITCHES[name] else content
    elif name in _TAGS:
        yield Tag(_TAGS[name], *_texts(_argument(node, rest)))
    elif name in _PLAIN:
        yield Text(*_texts(_argument(node, rest)))
    elif name == "ensuremath":
        yield Tag(
            MATH, "".join(part.latex_verbatim().strip("{}") for part in _argument(node, rest))
        )
    elif name == "href":
        url, *shown = [*_argument(node, rest), *_argument(node, rest)]
        yield HRef(url.latex_verbatim().strip("{}"), *_texts(shown))
    elif name in _LETTERS:
        yield String(_LETTERS[name])
    else:
        # Unknown, or nothing but an instruction to TeX: shown as it was typed.
        yield String(_plain(node) or node.latex_verbatim())


def _argument(node: latexwalker.LatexMacroNode, rest: Iterator[LatexNode]) -> list[LatexNode]:
    """Return the command's argument: its own, or the group or letter that follows."""
    own = [part for part in (node.nodeargd.argnlist if node.nodeargd else ()) if part is not None]
    return own or [part for part in [next(rest, None)] if part is not None]


def _formula(node: latexwalker.LatexMathNode) -> str:
    return (
        cast("str", node.latex_verbatim())
        .removeprefix(node.delimiters[0])
        .removesuffix(node.delimiters[1])
    )


def _plain(node: LatexNode) -> str:
    try:
        return cast("str", _CONVERTER.nodelist_to_text([node]))
    except IndexError:
        # A command without the arguments that it needs.
        return ""
