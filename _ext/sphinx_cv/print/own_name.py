"""What the owner's PDF is called in each language of a CV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.languages import folder_of
from sphinx_cv.settings.languages import is_translation

if TYPE_CHECKING:
    from sphinx.config import Config

# As LaTeX's.
PDF = "cv.pdf"


def own_name_of(name: str, language: str) -> str:
    """Return the name of a PDF in another language: ``cv.fr.pdf`` of ``cv.pdf``."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem or suffix}.{folder_of(language)}{dot}{suffix if stem else ''}"


def own_name(config: Config, name: str) -> str:
    """Return the name of a PDF that the print builder writes: of each language one of its own."""
    return own_name_of(name, config.language) if is_translation(config) else name
