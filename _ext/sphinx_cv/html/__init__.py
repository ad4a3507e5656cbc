"""The website: visitors, the context of the pages, and the theme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..formulas import RENDERER, visit_math
from .visitors import VISITORS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["VISITORS", "setup"]

THEME = "sphinx_cv"


def setup(app: Sphinx) -> None:
    """Register the theme and what its templates know."""
    from .leftovers import drop_leftovers, drop_removed
    from .notfound import write_page
    from .page import add_context
    from .photo import write_photo
    from .pictures import draw_pictures
    from .search import drop_lost_words
    from .sitemap import write_sitemap
    from .stylesheet import write_stylesheet
    from .templates import keep_templates

    renderer = (visit_math, None)
    app.add_html_math_renderer(RENDERER, inline_renderers=renderer, block_renderers=renderer)
    app.add_html_theme(THEME, str(Path(__file__).parent / "theme"))
    app.connect("builder-inited", keep_templates)
    # Before the base theme (500), which tries the templates out.
    app.connect("html-page-context", add_context, priority=400)
    app.connect("html-collect-pages", write_page)
    app.connect("env-get-outdated", drop_removed)
    app.connect("build-finished", write_stylesheet)
    app.connect("build-finished", write_photo)
    app.connect("build-finished", draw_pictures)
    app.connect("build-finished", write_sitemap)
    app.connect("build-finished", drop_lost_words)
    app.connect("build-finished", drop_leftovers)
