"""Signs that end a sentence, and lists of names, in the scripts of CVs."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from babel.lists import format_list

from .languages import locale_of
from .sentence import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE = ("。", "！", "？", "，", "：", "；", "、")
_WIDE_SIGNS = ("zh", "ja")
_COMMAS = {"zh": "、", "ja": "、", **dict.fromkeys(("ar", "fa", "ps", "ug", "ur"), "، ")}
# French sets these off.
_FRENCH = (":", ";", "!", "?", "»")


def ends_wide(text: str) -> bool:
    """Whether a text ends with a Chinese or Japanese sign, which is as wide as its space."""
    return text.endswith(_WIDE)


def space_between(before: str, after: str) -> str:
    """Return the space between two words: Chinese and Japanese have none."""
    is_one = is_wide(before[-1:]) and is_wide(after[:1])
    return "" if is_one or ends_wide(before) else " "


def stop_between(before: str, after: str) -> str:
    """Return the full stop between two sentences and its space, unless the first has its own."""
    if ends_wide(before):
        return ""
    if is_wide(before[-1:]) and is_wide(after[:1]):
        return "。"
    return " " if ends_sentence(before) else ". "


def in_brackets(words: str, language: str) -> str:
    """Return words in brackets as they follow others; Chinese and Japanese brackets are wide."""
    return f"（{words}）" if locale_of(language).language in _WIDE_SIGNS else f" ({words})"


def list_comma(language: str) -> str:
    """Return the comma between the items of a list, with its space."""
    return _COMMAS.get(locale_of(language).language, ", ")


def is_wide(letter: str) -> bool:
    """Whether a letter is Chinese or Japanese, whose words have no spaces between them."""
    return unicodedata.east_asian_width(letter or " ") == "W" and not "\uac00" <= letter <= "\ud7af"


def space_before(sign: str, language: str) -> str:
    """Return what stands before a letter or sign that follows a word."""
    if language.startswith("fr") and sign in _FRENCH:
        return "\N{NO-BREAK SPACE}"
    return " " if sign.isalnum() and not is_wide(sign) else ""


def between(texts: Sequence[str], language: str) -> list[str]:
    """Return what stands before, between and behind *texts* in "one, two and three"."""
    marks = [f"\0{number}\0" for number in range(len(texts))]
    pieces = format_list(marks, locale=locale_of(language)).split("\0")[::2]
    if language.startswith("he") and len(texts) > 1 and not _is_hebrew(texts[-1]):
        # "And" is a letter at the head of a Hebrew word; other words get a hyphen (maqaf).
        pieces[-2] += "\N{HEBREW PUNCTUATION MAQAF}"
    return pieces


def _is_hebrew(text: str) -> bool:
    return "\u05d0" <= text[:1] <= "\u05ea"
