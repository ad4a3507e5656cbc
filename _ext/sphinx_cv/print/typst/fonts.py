"""Fonts for letters that the engine's own fonts lack, and the packages that install them."""

from __future__ import annotations

import re

# Han, kana, hangul, bopomofo, and the forms that go with them.
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3000-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00016fe0-\U00018aff\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
)
CJK, OTHERS = "fonts-noto-cjk", "fonts-noto-core"
# Searched in this order for a letter that the engine's own fonts lack. Upright text faces come
# first; fonts that are not installed are skipped.
FALLBACKS = (
    "Noto Serif",
    "Noto Naskh Arabic",
    "Noto Serif Devanagari",
    "Noto Serif Bengali",
    "Noto Serif Thai",
    "Noto Serif Armenian",
    "Noto Serif Georgian",
    "DejaVu Serif",
    "DejaVu Sans",
)
# The cut of Noto CJK that draws a language's own forms of the letters.
CUTS = {"ja": "JP", "ko": "KR", "zh-tw": "TC", "zh-hant": "TC", "zh-hk": "TC"}


def fallbacks(language: str) -> tuple[str, ...]:
    """Return the installed fonts to try for a text in *language*, a BCP 47 tag."""
    cut = CUTS.get(language.lower(), "SC")
    return (*FALLBACKS, f"Noto Serif CJK {cut}", f"Noto Sans CJK {cut}")


def packages(letters: str) -> tuple[str, ...]:
    """Return the Debian packages whose fonts have the *letters*."""
    needed = {CJK if _CJK.match(letter) else OTHERS for letter in letters}
    return tuple(sorted(needed, reverse=True))
