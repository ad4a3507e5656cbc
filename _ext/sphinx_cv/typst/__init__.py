"""The accessible PDF by Typst: a builder, and the public PDF of the website."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .visitors import VISITORS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["VISITORS", "setup"]


def setup(app: Sphinx) -> None:
    """Register the builder, and connect the public PDF."""
    from .builder import TypstBuilder
    from .publish import publish

    app.add_builder(TypstBuilder)
    # After the files of the author are copied.
    app.connect("build-finished", publish)
