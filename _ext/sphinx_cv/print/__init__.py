"""The print PDFs, by Typst and by LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the builder of the accessible PDF; LaTeX has Sphinx's own."""
    from .typst.builder import TypstBuilder

    app.add_builder(TypstBuilder)
