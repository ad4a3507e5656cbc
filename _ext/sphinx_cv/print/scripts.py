"""Scripts that need fonts of their own in print."""

from __future__ import annotations

import re

# Han, kana, hangul, bopomofo, and the forms that go with them.
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3000-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00016fe0-\U00018aff\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
)
# Pictures, with what joins several to one; stars, ticks, suits and notes are in most typefaces.
_PICTURE = (
    "(?![★☆♀♂♠-♧♩-♯✓✔✗✘➡])"
    "[\u231a\u231b\u23e9-\u23fa\u2600-\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff]"
)
_EMOJI = re.compile(f"{_PICTURE}(?:[\ufe0f\u200d]*{_PICTURE})*\ufe0f?|[\ufe0f\u20e3]")
# The cut of Noto CJK that draws a language's own forms of the letters.
_CUTS = {"ja": "JP", "ko": "KR", "zh-tw": "TC", "zh-hant": "TC", "zh-hk": "TC"}


def has_cjk(text: str) -> bool:
    """Whether a text has Chinese, Japanese or Korean letters."""
    return bool(_CJK.search(text))


def emoji_in(text: str) -> list[str]:
    """Return the emoji and other pictures among the letters of a text, in their order."""
    return _EMOJI.findall(text)


def cjk_cut(tag: str) -> str:
    """Return the cut of the Noto CJK fonts for a language, a BCP 47 tag, such as ``SC``."""
    return _CUTS.get(tag.lower(), "SC")
