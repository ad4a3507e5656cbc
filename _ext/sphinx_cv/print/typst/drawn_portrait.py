"""A portrait that is a drawing: told about where the engine, which draws it for TeX too, cannot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.log import warn
from sphinx_cv.output.portraits import is_drawing
from sphinx_cv.settings.conf_file import location_of
from sphinx_cv.settings.values import printing_of, profile_of

from .compiler import draws

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def check_drawn(app: Sphinx, config: Config) -> None:
    """Drop a portrait that is to be printed and cannot be drawn (``config-inited``)."""
    photo = profile_of(config).photo
    if not (printing_of(config).photo and is_drawing(photo)):
        return
    if not draws(Path(app.confdir, photo).read_bytes(), ".svg"):
        text = 'the photo "%s" cannot be drawn in a PDF: save it as JPEG or PNG'
        warn("profile", text, photo, location=location_of(app, "photo"))
        config.cv_profile = config.cv_profile | {"photo": ""}
