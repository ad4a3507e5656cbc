"""The settings of conf.py, each declared once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the settings."""
    from .settings import add_settings

    add_settings(app)
