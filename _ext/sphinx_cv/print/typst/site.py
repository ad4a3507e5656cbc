"""Whether a website comes with a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.model.options.pdf_paths import is_address
from sphinx_cv.model.options.variants import Variant, file_name

if TYPE_CHECKING:
    from sphinx.config import Config


def is_published(config: Config, builder: str) -> bool:
    """Whether *builder* puts a PDF of its own into the site."""
    pdf = config.cv_pdf
    return bool(pdf) and builder in WEBSITES and not is_address(pdf)


def published_variants(config: Config, builder: str) -> dict[str, str]:
    """Return the paths of the variants that *builder* puts into the site, by their names."""
    if builder not in WEBSITES:
        return {}
    whole = config.cv_pdf if is_published(config, builder) else "cv.pdf"
    return {
        name: file_name(name, whole)
        for name, given in config.cv_variants.items()
        if Variant.read(given).public
    }
