"""The print PDF by LaTeX: visitors, settings, and the theme with its macros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .visitors import VISITORS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["VISITORS", "setup"]


def setup(app: Sphinx) -> None:
    """Connect the printed header."""
    from .header import set_header

    app.connect("builder-inited", set_header)
