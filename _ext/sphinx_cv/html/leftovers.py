"""Takes out of the site what the base theme leaves there and no page uses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .address import WEBSITES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# A template among the static files, which a host would publish as a broken page.
LEFTOVER = "_static/webpack-macros.html"


def drop_leftovers(app: Sphinx, exception: Exception | None) -> None:
    """Remove it (``build-finished``)."""
    if not exception and app.builder.name in WEBSITES:
        Path(app.outdir, LEFTOVER).unlink(missing_ok=True)
