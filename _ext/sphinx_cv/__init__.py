"""A curriculum vitae from MyST Markdown and BibTeX, as a website and a print PDF, by Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything."""
    from . import data, document, html, l10n, log, pipeline, print, publications, settings  # noqa: A004
    from .output import catalogs

    for extension in ("myst_parser", "sphinxcontrib.bibtex"):
        app.setup_extension(extension)
    l10n.setup(app, own=catalogs.own_words(app, l10n.CATALOG))
    log.setup(app)
    settings.setup(app)
    document.setup(app)
    publications.setup(app)
    html.setup(app)
    print.setup(app)
    data.setup(app)
    pipeline.setup(app)
    return {
        "version": __version__,
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
