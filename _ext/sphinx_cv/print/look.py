"""The look of the document, as both layouts read it: ``layout/look.typ`` and ``cv.sty``."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from babel.core import get_global

from sphinx_cv.model.languages import has_italics, locale_of
from sphinx_cv.model.options.looks import LOOKS, Look
from sphinx_cv.model.options.printing import LOOK_KEYS

if TYPE_CHECKING:
    from babel import Locale

    from sphinx_cv.model.options.printing import Printing

# The scripts of which the fonts have small capitals.
_SMALL_CAPS = ("Latn",)
# Those whose letters join: a space between two would cut the line that they share.
_JOINED = ("Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng", "Guru")


def resolved_look(printing: Printing) -> Look:
    """Return the look with what the owner has chosen in place of its defaults."""
    look = LOOKS[printing.look]
    chosen = {name: getattr(printing, name) for name in LOOK_KEYS}
    if look.density != printing.density:
        # Its gaps belong to a density.
        other = LOOKS["compact" if printing.density == "compact" else "classic"]
        gaps = ("entry_gap", "talk_gap", "line_gap", "publication_gap")
        chosen |= {name: getattr(other, name) for name in gaps}
    return replace(look, **chosen)


def look_of(printing: Printing, *, language: str) -> dict[str, Any]:
    """Return the numbers and words of a look, by the names of ``Look`` with hyphens."""
    look, locale = resolved_look(printing), locale_of(language)
    numbers: dict[str, Any] = _dashed(asdict(look))
    if _script(locale) in _JOINED:
        numbers |= {name: {**numbers[name], "tracking": 0.0} for name in ("name", "section")}
    return numbers | {
        "heavy": 700 if look.font == "cm" else 600,
        "emphasis": printing.emphasis,
        "icons": printing.icons,
        "rtl": locale.character_order == "right-to-left",
        "italics": has_italics(language),
        "small-caps": _script(locale) in _SMALL_CAPS,
    }


def _dashed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name.replace("_", "-"): _dashed(each) for name, each in value.items()}
    return [_dashed(each) for each in value] if isinstance(value, (list, tuple)) else value


def _script(locale: Locale) -> str:
    """Return the ISO 15924 code of the script that a language is written in (CLDR)."""
    likely: str = get_global("likely_subtags").get(locale.language, "")
    known = [part for part in likely.split("_") if len(part) == len("Latn")]
    return locale.script or next(iter(known), "Latn")
