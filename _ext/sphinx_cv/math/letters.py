"""Letters of Unicode's mathematical alphabets."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Those that Unicode had before it had the alphabets, by other names.
_OLDER = {"SCRIPT": "SCRIPT", "FRAKTUR": "BLACK-LETTER", "DOUBLE-STRUCK": "DOUBLE-STRUCK"}


@cache
def lettered(character: str, alphabet: str) -> str:
    """Return a letter or digit in *alphabet* ("bold italic"), itself where that has none."""
    style = alphabet.upper()
    if not re.match("[A-Za-zα-ωϑϕϖϰϱϵ∂]", character):
        # TeX has no other in italics.
        style = style.replace("BOLD ITALIC", "BOLD")
    if character == "h" and style == "ITALIC":
        return "ℎ"
    name = unicodedata.name(character, "")
    for part in ("LATIN ", "GREEK ", "LETTER ", "LUNATE "):
        name = name.replace(part, "")
    for found in (f"MATHEMATICAL {style} {name}", f"{_OLDER.get(style, '')} {name}"):
        try:
            return unicodedata.lookup(found)
        except KeyError:
            continue
    return character
