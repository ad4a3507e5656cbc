"""The look that a CV in TeX sets, as keys of ``cv_print`` where ours has its like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.model.options.colors import darker
from sphinx_cv.model.options.printing import LEAST_CONTRAST

from .text import words_of

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft

# Styles of moderncv; dates in the margin are our "modern".
_STYLES = {"banking": "banking", "classic": "modern", "casual": "modern"}
# The first color of each of moderncv's, and those of awesome-cv.
_COLORS = {
    "black": "#000000",
    "blue": "#3873b3",
    "burgundy": "#980000",
    "cerulean": "#007ba7",
    "green": "#59b34d",
    "grey": "#8c8c8c",
    "orange": "#f28c26",
    "purple": "#8054cc",
    "red": "#f23333",
    "awesome-emerald": "#00a388",
    "awesome-skyblue": "#0395de",
    "awesome-red": "#dc3522",
    "awesome-pink": "#ef4089",
    "awesome-orange": "#ff6138",
    "awesome-nephritis": "#27ae60",
    "awesome-concrete": "#95a5a6",
    "awesome-darknight": "#131a28",
}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
# The date of the day in the foot of a page.
_TODAY = re.compile(r"\\today(?![A-Za-z])")
_NOW = re.compile(r"\\the\s*\\year|\\today")
# How many words stand beside that date.
_FEW = 4


def _style(draft: Draft, arguments: list[Any]) -> None:
    style = words_of(arguments[-1])
    if look := _STYLES.get(style):
        _take(draft, "look", look, f"moderncvstyle {style}")
    else:
        draft.left_out("moderncvstyle", f"{style} (no look of ours is like it)")


def _color(draft: Draft, arguments: list[Any]) -> None:
    """Take a color by its name or its digits, as dark as text must be."""
    color = words_of(arguments[-1])
    accent = _COLORS.get(color) or (f"#{color.lower()}" if _HEX.fullmatch(color) else "")
    if accent:
        _take(draft, "accent", darker(accent, LEAST_CONTRAST), f"color {color}")


def _theme(draft: Draft, arguments: list[Any]) -> None:
    _style(draft, arguments)
    _color(draft, arguments[:1])


def _named_color(draft: Draft, arguments: list[Any]) -> None:
    """Take the color of awesome-cv, which has a name among others."""
    if words_of(arguments[0]) == "awesome":
        _color(draft, arguments)


def _footer(draft: Draft, arguments: list[Any]) -> None:
    take_date(draft, arguments)


LOOKS = {
    "moderncvstyle": _style,
    "moderncvcolor": _color,
    "moderncvtheme": _theme,
    "colorlet": _named_color,
    "definecolor": _named_color,
    "makecvfooter": _footer,
}


def take_date(draft: Draft, nodes: list[Any]) -> bool:
    """Take the day of the build in the foot of the pages; return whether *nodes* have it."""
    typed = "".join(node.latex_verbatim() for node in nodes if node)
    has_date = bool(_TODAY.search(typed))
    if has_date:
        _take(draft, "updated", True, " ".join(typed.split()))
    return has_date


def take_lone_date(draft: Draft, nodes: list[Any], words: list[str]) -> bool:
    """Take a paragraph that only says the day of the build; return whether it does."""
    return len(" ".join(words).split()) <= _FEW and take_date(draft, nodes)


def tell_now(draft: Draft, place: str, when: Any) -> None:
    """Report a date that is that of the build: it is read as the present."""
    if said := _NOW.search(when.latex_verbatim() if when else ""):
        draft.changed(place, f'"{said[0]}" is read as "present"')


def _take(draft: Draft, key: str, value: object, source: str) -> None:
    if draft.look.setdefault(key, value) is value and source not in draft.look_of:
        draft.look_of.append(source)
