"""Whether a website comes with a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.model.print_options import is_address

if TYPE_CHECKING:
    from sphinx.config import Config


def is_published(config: Config, builder: str) -> bool:
    """Whether *builder* puts a PDF of its own into the site."""
    pdf = config.cv_pdf
    return bool(pdf) and builder in WEBSITES and not is_address(pdf)
