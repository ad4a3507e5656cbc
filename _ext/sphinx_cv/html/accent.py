"""The accent of the website: that of the printed CV, where ``cv_print`` gives one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.options.colors import BLACK, WHITE, luminance, mixed

if TYPE_CHECKING:
    from sphinx.config import Config

DEFAULT = "#0b5a8a"
# The grounds of dark pages, the lighter one first, and the contrast that a link has on them.
_DARK, _DARK_PAGE, _CONTRAST = "#1c242e", "#12171e", 7


def accent_of(config: Config) -> str:
    """Return the accent, ``#rrggbb``."""
    return str(config.cv_print.get("accent", DEFAULT))


def accent_rules(config: Config) -> str:
    """Return the rules that color the website; none are needed for the accent of the theme."""
    accent = accent_of(config)
    if accent == DEFAULT:
        return ""
    dark = _on_dark(accent)
    colors = {
        "accent": f"light-dark({accent},{dark})",
        "accent-strong": f"light-dark({mixed(accent, BLACK, 0.3)},{mixed(dark, WHITE, 0.4)})",
        "accent-soft": f"light-dark({mixed(accent, WHITE, 0.9)},{mixed(dark, _DARK_PAGE, 0.8)})",
        "accent-disc": f"linear-gradient(135deg,{accent},{mixed(accent, WHITE, 0.15)})",
    }
    return "html:root{" + ";".join(f"--cv-{name}:{color}" for name, color in colors.items()) + "}\n"


def _on_dark(color: str) -> str:
    """Return *color*, lighter, so that it can be read on a dark page."""
    shades = (mixed(color, WHITE, percent / 100) for percent in range(101))
    least = (luminance(_DARK) + 0.05) * _CONTRAST - 0.05
    return next(shade for shade in shades if luminance(shade) >= least)
