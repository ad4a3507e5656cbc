"""A fault in a source, and the word that was probably meant. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A fault found in a source.

    ``message`` says what is wrong and what to write instead. ``place`` is the document or the
    file. ``line`` and ``column`` count from 1; where ``column`` is 0, the fault is the first
    word in quotes that stands in the line. ``length`` is that of the faulty text.
    """

    subtype: str
    message: str
    line: int
    place: str = ""
    column: int = 0
    length: int = 0


def suggestion(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Return `` Did you mean "x"?`` for the nearest of the *known* words, else ``""``.

    Capitals tell no word from another, unless both are known.
    """
    words = list(known)
    folded = {other.casefold(): other for other in reversed(words)}
    nearest = get_close_matches(word, words, n=1, cutoff=cutoff) or [
        folded[other] for other in get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
    ]
    return f' Did you mean "{nearest[0]}"?' if nearest else ""
