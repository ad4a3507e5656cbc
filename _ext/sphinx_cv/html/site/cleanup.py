"""Takes out of the site what is left there and belongs to no page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.document.builders import PAGED_WEBSITES, WEBSITES

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

# A template among the static files, which a host would publish as a broken page.
LEFTOVER = "_static/webpack-macros.html"


def drop_leftovers(app: Sphinx, exception: Exception | None) -> None:
    """Remove it (``build-finished``)."""
    if not exception and app.builder.name in WEBSITES:
        Path(app.outdir, LEFTOVER).unlink(missing_ok=True)


def drop_removed(
    app: Sphinx,
    env: BuildEnvironment,
    added: AbstractSet[str],
    changed: AbstractSet[str],
    removed: AbstractSet[str],
) -> list[str]:
    """Remove the pages of deleted documents, which would stay public (``env-get-outdated``)."""
    if app.builder.name in PAGED_WEBSITES:
        for docname in removed:
            Path(app.builder.get_outfilename(docname)).unlink(missing_ok=True)  # type: ignore[attr-defined]
    return []
