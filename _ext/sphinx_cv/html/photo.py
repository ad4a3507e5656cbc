"""The portrait: copied beside the theme's files, or told about where it cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import profile_of
from ..log import warn
from .address import WEBSITES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Every page loads it, and shows it 112 pixels wide.
HEAVY = 100_000


def copy_photo(app: Sphinx, exception: Exception | None) -> None:
    """Copy the portrait into the site (``build-finished``)."""
    photo = profile_of(app.config).photo
    if not photo or exception or app.builder.name not in WEBSITES:
        return
    source, target = Path(app.confdir, photo), Path(app.outdir, "_static")
    if not source.is_file():
        warn("profile", 'there is no photo "%s" beside conf.py', photo, location=None)
        return
    if source.stat().st_size > HEAVY:
        warn(
            "profile",
            'the photo "%s" has %d kB, and every page loads it: save it at 400 × 400 pixels',
            photo,
            source.stat().st_size // 1000,
            location=None,
        )
    if target.is_dir():
        shutil.copy(source, target)
