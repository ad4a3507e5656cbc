"""Letters and apostrophes folded, so that one name in two spellings is one. Knows no Sphinx.

The script of the site folds what it looks for by the same table (``plain`` in ``cv-text.js``).
"""

from __future__ import annotations

import functools
from unicodedata import combining, normalize

# Letters that Unicode does not decompose, each with what is typed for it without its sign.
LETTERS = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ŋ": "n",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
}
# What German and the Nordic languages write for a letter where they have no sign for it.
TWO_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
# All that is typed for an apostrophe, which many leave out.
APOSTROPHES = "'’‘ʼʻʹ′`´"

_LETTERS = str.maketrans(LETTERS)
_TWO_LETTERS = str.maketrans(TWO_LETTERS)
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_NO_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, ""))


@functools.lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return *text* without accents, signs of letters, apostrophes and capitals."""
    if text.isascii():
        return text.translate(_NO_APOSTROPHES).lower()
    # First: an acute accent by itself decomposes into a space.
    decomposed = normalize("NFKD", text.translate(_NO_APOSTROPHES))
    letters = "".join(letter for letter in decomposed if not combining(letter))
    return letters.casefold().translate(_LETTERS)


def spell_out(text: str) -> str:
    """Return *text* with two letters for one, as German writes "ae" for "ä"."""
    return text if text.isascii() else normalize("NFC", text).lower().translate(_TWO_LETTERS)


def with_one_apostrophe(text: str) -> str:
    """Return *text* with one sign for all that are typed for an apostrophe."""
    return text.translate(_ONE_APOSTROPHE)
