"""Takes out of the site what is left there and belongs to no page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.output.files import remove_or_tell

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# A template among the static files, which a host would publish as a broken page.
LEFTOVER = "_static/webpack-macros.html"


def drop_leftovers(app: Sphinx, exception: Exception | None) -> None:
    """Remove it (``build-finished``)."""
    if not exception and app.builder.name in WEBSITES:
        remove_or_tell(Path(app.outdir, LEFTOVER))
