"""Which PDFs come with the website. The engine is loaded only where one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.document.builders import WEBSITES

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def is_published(config: Config, builder: str) -> bool:
    """Whether *builder* puts a PDF of its own into the site."""
    pdf = config.cv_pdf
    return bool(pdf) and builder in WEBSITES and not pdf.startswith(("http://", "https://"))


def publish_pdfs(app: Sphinx, exception: Exception | None) -> None:
    """Write the PDFs that come with the website (``build-finished``)."""
    if exception or app.builder.name not in WEBSITES:
        return
    if app.config.cv_own_pdf or is_published(app.config, app.builder.name):
        from .publish import write_pdfs

        write_pdfs(app)
