"""The accessible PDF by Typst: a builder, and the PDFs that come with the website.

The engine is loaded when a PDF is made: most builds and every check do without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .visitors import VISITORS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["VISITORS", "is_published", "setup"]

BUILDERS = ("html", "dirhtml", "singlehtml")


def setup(app: Sphinx) -> None:
    """Register the builder, and connect the PDFs of the website."""
    from .builder import TypstBuilder

    app.add_builder(TypstBuilder)
    # After the files of the author are copied.
    app.connect("build-finished", publish_pdfs)


def is_published(config: Config, builder: str) -> bool:
    """Whether *builder* puts a PDF of its own into the site."""
    pdf = config.cv_pdf
    return bool(pdf) and builder in BUILDERS and not pdf.startswith(("http://", "https://"))


def publish_pdfs(app: Sphinx, exception: Exception | None) -> None:
    """Write the PDFs that come with the website (``build-finished``)."""
    if exception or app.builder.name not in BUILDERS:
        return
    if app.config.cv_own_pdf or is_published(app.config, app.builder.name):
        from .publish import write_pdfs

        write_pdfs(app)
