"""The word that was probably meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Comparing takes the product of two lengths, and no word that is meant is longer.
_LONGEST = 100


def suggestion(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Return `` Did you mean "x"?`` for the nearest of the *known* words, else ``""``.

    Capitals tell no word from another, unless both are known.
    """
    if len(word) > _LONGEST:
        return ""
    words = list(known)
    folded = {other.casefold(): other for other in reversed(words)}
    nearest = get_close_matches(word, words, n=1, cutoff=cutoff) or [
        folded[other] for other in get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
    ]
    return f' Did you mean "{nearest[0]}"?' if nearest else ""
