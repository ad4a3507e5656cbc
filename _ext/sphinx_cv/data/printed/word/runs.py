"""Runs of text in the Word file: how each is set, and which way it goes.

Written as elements: python-docx looks through all properties for each that it sets.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from sphinx_cv.data.values import fit

from .styles import element

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sphinx_cv.data.printed.blocks import Mark

_CODE = "Consolas"
_BREAKS = re.compile(r"([\t\n])")
_FROM_THE_RIGHT, _FROM_THE_LEFT = {"R", "AL"}, {"L", "EN", "AN"}
_SPACE = qn("xml:space")
# After the sign that ends English words in a Hebrew paragraph, so that it stays with them.
_LEFT_TO_RIGHT_MARK = "\u200e"


def run_element(
    text: str, marks: Collection[Mark] = (), *, style: str = "", rtl: bool = False
) -> Any:
    """Return text as a run; *style* is the id of a style of characters.

    *rtl* says whether the document goes from right to left.
    """
    text = fit(text)
    kinds = {unicodedata.bidirectional(sign) for sign in text}
    leftward = bool(kinds & _FROM_THE_RIGHT) or (rtl and not kinds & _FROM_THE_LEFT)
    if rtl and not leftward and text.endswith(("?", "!", ".")):
        text += _LEFT_TO_RIGHT_MARK
    run, properties = element("r"), [*_properties(marks, style, leftward=leftward)]
    if properties:
        run.append(_with(element("rPr"), properties))
    for part in _BREAKS.split(text):
        if part in ("\t", "\n"):
            run.append(element("tab" if part == "\t" else "br"))
        elif part:
            words = element("t")
            words.text = part
            words.set(_SPACE, "preserve")
            run.append(words)
    return run


def _properties(marks: Collection[Mark], style: str, *, leftward: bool) -> Iterator[Any]:
    """Yield the properties of a run in the order that the format asks for.

    Hebrew and Arabic are bold by a property of their own; they are never slanted.
    """
    if style:
        yield element("rStyle", val=style)
    if "code" in marks:
        yield element("rFonts", ascii=_CODE, hAnsi=_CODE)
    if "strong" in marks:
        yield from (element("b"), element("bCs"))
    if "emphasis" in marks:
        yield element("i")
    for mark in ("superscript", "subscript"):
        if mark in marks:
            yield element("vertAlign", val=mark)
    if leftward:
        yield element("rtl")


def _with(parent: Any, children: list[Any]) -> Any:
    parent.extend(children)
    return parent
