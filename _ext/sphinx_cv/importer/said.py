"""What a file says, as texts with their keys: to be compared with what was taken of it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from sphinx_cv.model.text import fold

from .tags import said_by_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+")
# What is for the browser alone.
_SILENT = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
# Commands of TeX, with the names that are no text; and what joins two letters.
_COMMAND = re.compile(r"\\(?:begin|end|input|include|subfile)\{[^{}]*\}|\\[a-zA-Z]+\*?|\\.")
_JOINS = re.compile(r"\\[-/]|(?<=\w)[{}]+|[{}]+(?=\w)")
# Accents of TeX over a letter, and its names of letters.
_MARK = r"\\(?:[\"'`^~=.]|[uvHcdbtkr](?=\{))\{?(\\?[a-zA-Z])\}?"
_ACCENT = re.compile(rf"\{{{_MARK}\}}|{_MARK}")
_LETTER = re.compile(r"\\((?:La)?TeX|ss|aa|AA|ae|AE|oe|OE|o|O|l|L|i|j)(?![a-zA-Z])(?:\{\}|\s+)?")


def texts_in(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text in values of JSON, YAML or TOML, with the key it is under."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from texts_in(one, str(name))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_in(one, key)
    elif value is not None and value != "":
        yield key, str(value)


def parts_of(text: str) -> list[str]:
    """Return what is between the spaces of a text; of HTML, only addresses and words.

    What TeX has as an option is a part by itself: the argument behind it may be taken without it.
    """
    return said_by_tags(_SILENT.sub(" ", text)).replace("]{", "] {").split()


def readings_of(text: str) -> tuple[set[str], set[str]]:
    """Return the words of a text, in one case and without accents.

    They are read in two ways: where TeX has commands and braces, words end or go on.
    """
    plain = _ACCENT.sub(lambda one: (one[1] or one[2]).lstrip("\\"), unescape(text))
    plain = _LETTER.sub(lambda one: "a" if one[1] in ("aa", "AA") else one[1], plain)
    apart, joined = _COMMAND.sub(" ", plain), _JOINS.sub("", _COMMAND.sub("", plain))
    return _words(apart), _words(joined)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))
