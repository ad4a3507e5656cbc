"""Fonts for letters that the engine's own fonts lack, and the packages that install them."""

from __future__ import annotations

from sphinx_cv.print.scripts import cjk_cut, emoji_in, has_cjk

CJK, EMOJI, OTHERS = "fonts-noto-cjk", "fonts-noto-color-emoji", "fonts-noto-core"
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


def fallbacks(language: str) -> tuple[str, ...]:
    """Return the installed fonts to try for a text in *language*, a BCP 47 tag."""
    cut = cjk_cut(language)
    return (*FALLBACKS, f"Noto Serif CJK {cut}", f"Noto Sans CJK {cut}")


def packages(letters: str) -> tuple[str, ...]:
    """Return the Debian packages whose fonts have the *letters*."""
    return tuple(sorted({_package(letter) for letter in letters}, reverse=True))


def _package(letter: str) -> str:
    if has_cjk(letter):
        return CJK
    return EMOJI if emoji_in(letter) else OTHERS
