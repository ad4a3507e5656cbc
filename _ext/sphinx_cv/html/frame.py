"""Whether a page is in our frame: the theme is ours, or made from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.output.dry import is_dry

from . import THEME_FOLDER

if TYPE_CHECKING:
    from sphinx.builders import Builder


def has_frame(builder: Builder) -> bool:
    """Whether *builder* writes pages, and these are in our frame."""
    if is_dry(builder):
        return False
    theme = getattr(builder, "theme", None)
    return theme is not None and THEME_FOLDER in map(Path, theme.get_theme_dirs())
