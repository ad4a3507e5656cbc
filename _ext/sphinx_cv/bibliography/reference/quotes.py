"""Quotation marks around a title, by language; single ones inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.richtext import String, Tag, Text

from .phrases import needs_stop

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

# The outer and the inner pair.
MARKS = {
    "en": ("“”", "‘’"),
    "de": ("„“", "‚‘"),
    "fr": ("«»", "“”"),
    "es": ("«»", "“”"),
}


def quoted(title: BaseText, language: str) -> BaseText:
    """Return *title* in quotation marks; English has the full stop inside (Chicago)."""
    code = language[:2] if language[:2] in MARKS else "en"
    outer, inner = MARKS[code]
    text = _with_inner(title, inner, [])
    stop = "." if code == "en" and needs_stop(str(text)) else ""
    gap = "\u00a0" if code == "fr" else ""
    return Text(f"{outer[0]}{gap}", text, f"{stop}{gap}{outer[1]}")


def _with_inner(text: BaseText, inner: str, opened: list[str]) -> BaseText:
    """Return *text* with *inner* marks for its own; *opened* are those that are not yet closed."""
    if not isinstance(text, String):
        parts = [_with_inner(part, inner, opened) for part in text.parts]
        return Tag(text.name, *parts) if isinstance(text, Tag) else Text(*parts)

    def swap(match: re.Match[str]) -> str:
        # The mark that closes in German opens in English.
        mark = match[0].strip()
        if mark in "„«" or (mark == "“" and opened[-1:] != ["„"]):
            opened.append(mark)
            return inner[0]
        del opened[-1:]
        return inner[1]

    # The spaces within French marks are theirs.
    return String(re.sub(r"[„“”]|«\s*|\s*»", swap, str(text)))
