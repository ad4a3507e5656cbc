"""Stylesheet and scripts of entries, talks and publications, under every theme.

Our own theme carries them in files of its own, which ask for fewer requests.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.html.frame import has_frame

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

FOLDER = Path(__file__).parent / "static"
STYLESHEET = "cv-items.css"
SCRIPTS = ("cv-text.js", "cv-items.js", "cv-parts.js", "cv-filter.js")


def add_folder(app: Sphinx) -> None:
    """Let Sphinx copy the files into the site (``builder-inited``)."""
    if app.builder.name in WEBSITES:
        app.config.html_static_path = [*app.config.html_static_path, str(FOLDER)]


def add_files(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load them on the pages that have something of ours (``html-page-context``)."""
    body = context.get("body", "")
    if app.builder.name not in WEBSITES or ' class="cv-' not in body:
        return
    if app.config.cv_preset and has_frame(app.builder):
        # Its files have both (site/stylesheet.py).
        return
    app.add_css_file(STYLESHEET)
    for script in SCRIPTS:
        app.add_js_file(script, loading_method="defer")
