"""TeX as Markdown: emphasis, links and lists stay; accents and signs become letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexSpecialsNode,
)

from sphinx_cv.bibliography.tex.commands import TAGS
from sphinx_cv.importer.reading.html import is_web
from sphinx_cv.importer.reading.raised import apart_from_digits, from_tex, in_letters, raised

if TYPE_CHECKING:
    from collections.abc import Iterable

_TO_TEXT = LatexNodes2Text(strict_latex_spaces=True, keep_comments=False)
_MARKS = {"textbf": "**", "textit": "*", "emph": "*", "textsl": "*", "bfseries": "", "itshape": ""}
_LISTS = ("itemize", "enumerate", "cvitems", "description", "cvsubentries")
_BREAKS = ("\\", "newline", "par", "linebreak", "break", "cr", "medskip", "smallskip", "bigskip")
_SPACES = (
    "enskip",
    "quad",
    "qquad",
    "enspace",
    "hfill",
    "hskip",
    ",",
    ";",
    ":",
    "nobreakspace",
    " ",
    "thinspace",
    "space",
)
_SILENT = (
    "vspace",
    "hspace",
    "setlength",
    "color",
    "label",
    "noindent",
    "centering",
    "small",
    "footnotesize",
    "large",
    "Large",
    "normalsize",
    "scriptsize",
    "raggedright",
    "newpage",
    "pagebreak",
    "clearpage",
    "faIcon",
    "cite",
    "nocite",
    "protect",
    "vfill",
    "bfseries",
    "itshape",
    "upshape",
    "item",
)
_SIGNS = {
    "cdotp": "·",
    "cdot": "·",
    "textbar": "|",
    "textasciitilde": "~",
    "textbullet": "•",
    "slash": "/",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "textperiodcentered": "·",
    "today": "",
}
# Commands that raise or lower what they are given.
RAISED = {name: tag for name, tag in TAGS.items() if tag in ("sup", "sub")}
# Commands that the reader of .bib files knows as well: chemistry, and a formula within text.
AS_IN_BIB = ("ce", "ensuremath")
_LINE = "\0"


def words_of(node: Any) -> str:
    """Return the words of a node, without markup, on one line."""
    text = in_letters(apart_from_digits(_joined(_markdown(node, marks=False))))
    return " ".join(re.sub(r"\\([^a-zA-Z0-9\s])", r"\1", text.replace(_LINE, " ")).split())


def blocks_of(node: Any) -> list[str]:
    """Return a node as blocks of Markdown: paragraphs and lists."""
    blocks: list[str] = []
    for part in _parts(node):
        if isinstance(part, list):
            blocks.append("\n".join(part))
        else:
            blocks += [
                apart_from_digits(" ".join(line.split()))
                for line in re.split(r"\0|\n\s*\n", part)
                if line.strip()
            ]
    return blocks


def line_of(node: Any) -> str:
    """Return a node as Markdown on one line."""
    text = _joined(_markdown(node, marks=True)).replace(_LINE, " ")
    return apart_from_digits(" ".join(text.split()))


def _joined(texts: Iterable[str]) -> str:
    return "".join(texts)


def _children(node: Any) -> list[Any]:
    if node is None:
        return []
    if isinstance(node, list | tuple):
        return list(node)
    if isinstance(node, LatexGroupNode):
        return list(node.nodelist)
    return [node]


def _parts(node: Any) -> list[str | list[str]]:
    """Return the text of a node, and its lists, each as lines."""
    parts: list[str | list[str]] = [""]
    before = None
    for child in _children(node):
        if isinstance(child, LatexEnvironmentNode) and child.environmentname in _LISTS:
            parts += [_points(child, ""), ""]
        elif isinstance(child, LatexGroupNode | LatexEnvironmentNode) and _has_list(child):
            parts += [*_parts(child.nodelist), ""]
        else:
            space = " " * (_is_argument(before) and isinstance(child, LatexGroupNode))
            parts[-1] = f"{parts[-1]}{space}{_joined(_markdown(child, marks=True))}"
        before = child
    return [part for part in parts if part]


def _has_list(node: Any) -> bool:
    return any(
        (isinstance(child, LatexEnvironmentNode) and child.environmentname in _LISTS)
        or (isinstance(child, LatexGroupNode) and _has_list(child))
        for child in node.nodelist
    )


def _points(node: LatexEnvironmentNode, indent: str) -> list[str]:
    lines: list[str] = []
    point: list[Any] | None = None
    points: list[list[Any]] = []
    for child in node.nodelist:
        if isinstance(child, LatexMacroNode) and child.macroname == "item":
            label = [
                one
                for one in (child.nodeargd.argnlist if child.nodeargd else [])
                if one is not None
            ]
            point = list(label)
            points.append(point)
        elif point is not None:
            point.append(child)
        elif _joined(_markdown(child, marks=False)).strip():
            points.append([child])
    for found in points:
        flat: list[Any] = []
        for child in found:
            flat += (
                child.nodelist
                if isinstance(child, LatexGroupNode) and _has_list(child)
                else [child]
            )
        inner = [
            child
            for child in flat
            if isinstance(child, LatexEnvironmentNode) and child.environmentname in _LISTS
        ]
        words = line_of([child for child in flat if child not in inner])
        lines += [f"{indent}- {words}"] if words else []
        for one in inner:
            lines += _points(one, indent + "  " * bool(words))
    return lines


def _markdown(node: Any, *, marks: bool) -> list[str]:
    if isinstance(node, list | tuple):
        texts: list[str] = []
        for before, child in zip([None, *node], node, strict=False):
            # Arguments of a command that is not known are words of their own.
            texts += [" "] * (_is_argument(before) and isinstance(child, LatexGroupNode))
            texts += _markdown(child, marks=marks)
        return texts
    if node is None or isinstance(node, LatexCommentNode):
        return []
    if isinstance(node, LatexGroupNode):
        return _markdown(list(node.nodelist), marks=marks)
    if isinstance(node, LatexMacroNode):
        return _macro(node, marks=marks)
    if isinstance(node, LatexEnvironmentNode) and node.environmentname in _LISTS:
        # On one line, the points of a list are apart.
        return [" ", "; ".join(line.strip(" -") for line in _points(node, "")), " "]
    if isinstance(node, LatexEnvironmentNode):
        return [" ", *_markdown(list(node.nodelist), marks=marks), " "]
    if isinstance(node, LatexCharsNode):
        chars = node.chars.replace("~", " ").replace("`", "‘")
        return [re.sub(r"\s*\n\s*\n\s*", _LINE, _escaped(chars))]
    if isinstance(node, LatexSpecialsNode):
        chars = node.specials_chars
        return [_LINE] if chars == "\n\n" else [" "] if chars in ("~", "&") else [_text(node)]
    return [_text(node)]


def _is_argument(node: Any) -> bool:
    """Whether a node may have an argument behind it that the parser did not take."""
    if isinstance(node, LatexMacroNode):
        return not (node.nodeargd and node.nodeargd.argnlist) and len(node.macroname) > 1
    return isinstance(node, LatexGroupNode)


def _macro(node: LatexMacroNode, *, marks: bool) -> list[str]:
    name = node.macroname
    arguments = [
        one for one in (node.nodeargd.argnlist if node.nodeargd else []) if one is not None
    ]
    space = " " if node.macro_post_space else ""
    if name in _BREAKS:
        return [_LINE]
    if name in _SPACES:
        return [" "]
    if name in _SILENT:
        return [space]
    if name in _SIGNS:
        return [_escaped(_SIGNS[name]) + space]
    if name in _MARKS and arguments:
        words = _joined(_markdown(arguments[-1], marks=marks))
        mark = _MARKS[name] if marks and words.strip() else ""
        return [f"{mark}{words.strip()}{mark}"] if mark else [words]
    if name in RAISED:
        return [raised(RAISED[name], words_of(arguments))]
    if name in ("href", "url") and arguments:
        url = verbatim(arguments[0])
        words = (
            _joined(_markdown(arguments[-1], marks=marks)).strip()
            if name == "href"
            else _escaped(url)
        )
        return [f"[{words}](<{url}>)" if marks and is_web(url) and words else words]
    if name == "textcolor":
        return _markdown(arguments[-1:], marks=marks)
    text = _text(node)
    if not text.strip() and arguments:
        return _markdown(arguments, marks=marks)
    return [text + (space if not arguments else "")]


def verbatim(node: Any) -> str:
    """Return an address or a user's name as it is typed, without TeX's escapes."""
    text = str(node.latex_verbatim()).strip("{}[] ")
    text = re.sub(r"\\textasciitilde(?:\{\})?|\\~(?:\{\})?", "~", text)
    return re.sub(r"\\([%#&_~{}])", r"\1", text)


def _text(node: Any) -> str:
    if isinstance(node, LatexMathNode):
        before, behind = node.delimiters
        formula = node.latex_verbatim().removeprefix(before).removesuffix(behind)
        return from_tex(rf"\ensuremath{{{formula}}}", _escaped)
    if isinstance(node, LatexMacroNode) and node.macroname in AS_IN_BIB:
        return from_tex(node.latex_verbatim(), _escaped)
    try:
        return _escaped(_TO_TEXT.nodelist_to_text([node]))
    except (IndexError, ValueError, TypeError, AttributeError):
        return _escaped(str(node.latex_verbatim()))


def _escaped(text: str) -> str:
    """Return text as Markdown; spaces at its ends stay."""
    if not text.strip():
        return text
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    inner = re.sub(r"([\\`*_\[\]<>{}$|~&^])", r"\\\1", text.strip())
    return f"{start}{inner}{end}"
