"""The engine's fonts, those for letters that they lack, and the packages that install them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.print.scripts import cjk_cut, emoji_in, has_cjk

if TYPE_CHECKING:
    from typst import Fonts

_OURS = Path(__file__).parents[1] / "fonts"
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


@cache
def font_book(*, system: bool) -> Fonts:
    """Return what the engine carries and what comes with us, with *system* the machine's as well.

    They are looked for once, and each is read once, for all PDFs of a process.
    """
    import typst

    return typst.Fonts(include_system_fonts=system, font_paths=[_OURS])


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
