"""Colors as ``#rrggbb``: how light they are, and their mixtures."""

from __future__ import annotations

WHITE, BLACK = "#ffffff", "#000000"


def contrast_to_white(color: str) -> float:
    """Return the contrast of ``#rrggbb`` to white, 1 to 21 (WCAG 2.2)."""
    return 1.05 / (luminance(color) + 0.05)


def luminance(color: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0 to 1 (WCAG 2.2)."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(color: str, other: str, share: float) -> str:
    """Return *color* with a *share* of *other* in it, from 0 to 1."""
    pairs = ((int(color[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def darker(color: str, least: float) -> str:
    """Return *color*, so much darker that its contrast to white is the *least* one."""
    shades = (mixed(color, BLACK, percent / 100) for percent in range(101))
    return next(shade for shade in shades if contrast_to_white(shade) >= least)
