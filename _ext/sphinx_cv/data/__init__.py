"""The CV as data: every public fact in the formats that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the builder of the Word file; the files of a website have handlers."""
    from .printed.word.builder import WordBuilder

    app.add_builder(WordBuilder)
