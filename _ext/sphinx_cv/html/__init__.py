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
    from .page import add_context
    from .search import drop_lost_words

    app.add_html_theme(THEME, str(Path(__file__).parent / "theme"))
    app.connect("html-page-context", add_context)
    app.connect("build-finished", drop_lost_words)
