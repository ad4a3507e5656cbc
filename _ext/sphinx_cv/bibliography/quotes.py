"""Quotation marks of the language around a title, those within it single."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pybtex.richtext import String, Tag, Text

from .phrases import needs_stop

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

# The outer pair, and the pair within.
MARKS = {
    "en": ("“”", "‘’"),
    "de": ("„“", "‚‘"),
    "fr": ("«»", "“”"),
    "es": ("«»", "“”"),
}


def quoted(title: BaseText, language: str) -> BaseText:
    """Return *title* in quotation marks, in English with its full stop within (Chicago)."""
    code = language[:2] if language[:2] in MARKS else "en"
    outer, inner = MARKS[code]
    text = _with_inner(title, outer, inner)
    stop = "." if code == "en" and needs_stop(str(text)) else ""
    gap = "\u00a0" if code == "fr" else ""
    return Text(f"{outer[0]}{gap}", text, f"{stop}{gap}{outer[1]}")


def _with_inner(text: BaseText, outer: str, inner: str) -> BaseText:
    if isinstance(text, String):
        table = str.maketrans("“”" + outer, inner + inner)
        return String(str(text).translate(table))
    if isinstance(text, Tag):
        return Tag(text.name, *(_with_inner(part, outer, inner) for part in text.parts))
    return Text(*(_with_inner(part, outer, inner) for part in text.parts))
