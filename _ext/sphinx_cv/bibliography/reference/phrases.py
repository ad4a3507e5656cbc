"""Parts of a reference put together: phrases between commas, sentences between full stops."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pybtex.richtext import String, Tag, Text

from sphinx_cv.bibliography.tex.text import MATH
from sphinx_cv.model.punctuation import list_comma
from sphinx_cv.model.sentence import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.richtext import BaseText

SEPARATOR = "cv-sep"
_FRENCH_SPACE = re.compile(r" (?=[?!;:»])|(?<=«) ")
_LOOSE_SIGN = re.compile(r"(?<=[^\W_]) +(?=[,;:?!](?:\s|$))")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*(?=[.,;:)!?]*(?:\s|$))")
_ARABIC_COMMA = "، "
# Our own tags for fonts.
_KEPT = (SEPARATOR, MATH)
_CLOSING = "”’\"'»“‘」』 "


def joined(parts: Iterable[BaseText | str], by: str = ", ") -> Text:
    """Join the parts that are there."""
    row: list[BaseText | str] = []
    for part in parts:
        if len(part):
            aside = by == ", " and str(part)[0] == "(" and str(part)[-1] == ")"
            row += [" " if aside else by, part] if row else [part]
    return Text(*row)


def needs_stop(text: str) -> bool:
    """Whether a sentence is still to be ended: "Who?" is not, "(In French.)" is not."""
    bare = text.rstrip(_CLOSING)
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[:-1].rstrip(_CLOSING)
    return not bare.endswith(SENTENCE_ENDS)


def sentences(parts: Iterable[BaseText]) -> Text:
    """Join the parts that are there, each ended by a full stop unless it has its own end."""
    row: list[BaseText] = []
    for part in parts:
        if not len(part):
            continue
        if row:
            row.append(String(" "))
        row.append(part)
        if needs_stop(str(part)):
            row.append(Tag(SEPARATOR, "."))
    return Text(*row)


def clauses(parts: Iterable[BaseText]) -> Text:
    """Join the sentences of one part of a reference; the caller ends the last one."""
    row: list[BaseText] = []
    for part in parts:
        if len(part):
            if row:
                row.append(String(". " if needs_stop(str(row[-1])) else " "))
            row.append(part)
    return Text(*row)


def italic(text: BaseText) -> BaseText:
    """Set *text* in italics, and upright what was in italics in it (Chicago)."""
    if not isinstance(text, Text) or not any(_is_emphasis(part) for part in text.parts):
        return Tag("em", text) if len(text) else text
    return Text(
        *(Text(*part.parts) if _is_emphasis(part) else Tag("em", part) for part in text.parts)
    )


def capital(text: BaseText) -> BaseText:
    """Return *text* with an initial capital, if its first word is in lower case."""
    word = _FIRST_WORD.match(str(text))
    return text.capfirst() if word and word[0] == word[0].lower() else text


def without_parts(text: BaseText) -> BaseText:
    """Return a reference nested in another one, its own parts unmarked."""
    if isinstance(text, String):
        return text
    parts = map(without_parts, text.parts)
    inner = isinstance(text, Tag) and (text.name in _KEPT or not text.name.startswith("cv-"))
    return Tag(text.name, *parts) if inner else Text(*parts)


def with_french_spaces(text: BaseText) -> BaseText:
    """Return *text* with spaces that do not break where French has a space by a sign."""
    if isinstance(text, String):
        return String(_FRENCH_SPACE.sub("\u00a0", str(text)))
    parts = map(with_french_spaces, text.parts)
    return Tag(text.name, *parts) if isinstance(text, Tag) else Text(*parts)


def without_loose_signs(text: BaseText) -> BaseText:
    """Return *text* without a space before a sign, as library catalogs and PDFs have it."""
    return _without_loose_signs(text) if _LOOSE_SIGN.search(str(text)) else text


def _without_loose_signs(text: BaseText) -> BaseText:
    if isinstance(text, String):
        return String(_LOOSE_SIGN.sub("", str(text)))
    if isinstance(text, Tag) and (text.name == MATH or text.name.startswith("cv-lang-fr")):
        return text
    parts = map(_without_loose_signs, text.parts)
    return Tag(text.name, *parts) if isinstance(text, Tag) else Text(*parts)


def with_own_commas(text: BaseText, language: str) -> BaseText:
    """Return *text*, a reference, with Arabic commas where the CV and its first letter are so."""
    comma = list_comma(language)
    directions = (unicodedata.bidirectional(sign) for sign in str(text))
    first = next((each for each in directions if each in ("L", "R", "AL")), "")
    return _with_commas(text, comma) if comma == _ARABIC_COMMA and first == "AL" else text


def _with_commas(text: BaseText, comma: str) -> BaseText:
    if isinstance(text, String):
        return String(str(text).replace(", ", comma))
    parts = (_with_commas(part, comma) for part in text.parts)
    return Tag(text.name, *parts) if isinstance(text, Tag) else Text(*parts)


def _is_emphasis(part: BaseText) -> bool:
    return isinstance(part, Tag) and part.name == "em"
