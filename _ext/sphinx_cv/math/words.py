"""The words of math, from ``words.toml``: the only ones that a formula may have."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# The kinds of words and characters that are one sign in every output.
SIGNS = frozenset(
    "letter ordinary binary relation operator opening closing fence punctuation".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A row of the table; ``kind`` is its section, and says which of the fields are used.

    ``sign`` is what a row that is one string says, ``em`` a length in the size of the letters.
    """

    kind: str
    sign: str = ""
    typst: str = ""
    latex: str = ""
    unicode: str = ""
    em: float = 0
    left: str = ""
    right: str = ""
    columns: str = ""
    small: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """All words, without their backslash; all environments; all characters that may be typed.

    ``older`` maps words that are read in a ``.bib`` file alone to those that stand for them.
    """

    words: Mapping[str, Word]
    older: Mapping[str, str]
    environments: Mapping[str, Word]
    typed: Mapping[str, Word]


@cache
def table() -> Table:
    """Return the table, read when the first formula is."""
    sections = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    typed = sections.pop("typed")
    environments = sections.pop("environment")
    older = sections.pop("older")
    return Table(
        words=_rows(sections),
        older=older,
        environments=_rows({"environment": environments}),
        typed=_rows(typed),
    )


def _rows(sections: dict[str, dict[str, Any]]) -> dict[str, Word]:
    return {
        word: Word(kind=kind, **(row if isinstance(row, dict) else {"sign": row}))
        for kind, rows in sections.items()
        for word, row in rows.items()
    }


@cache
def word_of(character: str) -> str:
    """Return the word for a character outside ASCII; ``""`` if there is none."""
    return _words_by_character().get(character, "")


@cache
def _words_by_character() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, word in table().words.items():
        if word.kind in SIGNS and not word.sign.isascii():
            found.setdefault(word.sign, name)
    return found
