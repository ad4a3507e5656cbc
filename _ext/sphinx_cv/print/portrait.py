"""The portrait in the printed header."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.l10n import _
from sphinx_cv.log import warn
from sphinx_cv.model.privacy import PRIVATE
from sphinx_cv.output.portraits import cropped, is_drawing
from sphinx_cv.settings.conf_file import location_of
from sphinx_cv.settings.values import printing_of, profile_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

NAME = "portrait"
# Three to four, at 600 dots to the inch of the largest form.
_SIZE = (600, 800)


def check_portrait(app: Sphinx, config: Config) -> None:
    """Tell where a portrait is to be printed that there is not (``config-inited``)."""
    if printing_of(config).photo and "photo" not in config.cv_profile:
        where = location_of(app, "photo", setting="cv_print")
        is_private = "photo" in config.cv_profile.get(PRIVATE, ())
        why = (
            "that of cv_profile is private, and not printed"
            if is_private
            else 'cv_profile has no "photo"'
        )
        warn("print", '"photo" in cv_print: %s', why, location=where)


def portrait(builder: Builder) -> dict[str, bytes]:
    """Return the portrait by its file's name, nothing where none is to be printed."""
    photo = profile_of(builder.config).photo
    if not photo or not printing_of(builder.config).photo:
        return {}
    source = Path(builder.confdir, photo)
    if is_drawing(photo):
        return {f"{NAME}.svg": source.read_bytes()}
    return {f"{NAME}.jpg": cropped(source, *_SIZE, form="JPEG")}


def alternative(name: str) -> str:
    """Return the alternative text of the portrait."""
    return str(_("Portrait of %s")) % name
