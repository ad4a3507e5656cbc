"""The website: visitors, the context of the pages, and the theme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .visitors import VISITORS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["VISITORS", "setup"]

THEME = "sphinx_cv"


def setup(app: Sphinx) -> None:
    """Register the theme and what its templates know."""
    from .page import add_context, copy_photo
    from .search import drop_lost_words

    app.add_html_theme(THEME, str(Path(__file__).parent / "theme"))
    # Before the base theme (500), which tries the templates out.
    app.connect("html-page-context", add_context, priority=400)
    app.connect("build-finished", copy_photo)
    app.connect("build-finished", drop_lost_words)
