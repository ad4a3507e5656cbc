"""The website: visitors, pages and files, pictures, and the theme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

THEME = "sphinx_cv"
THEME_FOLDER = Path(__file__).parent / "theme"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the theme: all that Sphinx asks for where conf.py names it without the extension."""
    from .site.templates import share_icons

    app.add_html_theme(THEME, str(THEME_FOLDER))
    app.connect("builder-inited", share_icons)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
