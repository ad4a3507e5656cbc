"""The website: visitors, pages and files, pictures, and the theme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

THEME = "sphinx_cv"


def setup(app: Sphinx) -> None:
    """Register the theme, and how it shows formulas."""
    from sphinx_cv.math.mathml import RENDERER, visit_math

    renderer = (visit_math, None)
    app.add_html_math_renderer(RENDERER, inline_renderers=renderer, block_renderers=renderer)
    app.add_html_theme(THEME, str(Path(__file__).parent / "theme"))
