"""The print PDF by LaTeX: visitors, settings, and the theme with its macros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..printing import prints_home
from .visitors import VISITORS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

__all__ = ["VISITORS", "setup"]


def setup(app: Sphinx) -> None:
    """Connect the printed header, and the transforms for TeX."""
    from .header import set_header
    from .images import add_transform
    from .notes import NumberNotes
    from .tables import AlignTables

    app.connect("builder-inited", add_transform)
    app.add_post_transform(NumberNotes)
    app.add_post_transform(AlignTables)
    app.connect("builder-inited", set_header)
    app.connect("write-started", print_home_page_without_sections)


def print_home_page_without_sections(app: Sphinx, builder: Builder) -> None:
    """Print the home page where there are no sections to print (``write-started``)."""
    root = app.config.root_doc
    if builder.name == "latex" and prints_home(app.env.toctree_includes, root):
        app.config.latex_documents = [
            (*row[:5], False) if row[0] == root else row for row in app.config.latex_documents
        ]
