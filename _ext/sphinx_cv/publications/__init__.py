"""The publication lists of a document, and what is tied to each publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the style and the directive."""
    from sphinx_cv.bibliography import style

    from . import directive

    style.register()
    app.add_directive("publication-list", directive.PublicationListDirective)
