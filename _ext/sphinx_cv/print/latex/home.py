"""Prints the home page if there are no sections: then it is the CV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.options.printing import prints_home

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def print_home_page_without_sections(app: Sphinx, builder: Builder) -> None:
    """Print the home page where there are no sections to print (``write-started``)."""
    root = app.config.root_doc
    if builder.name == "latex" and prints_home(app.env.toctree_includes, root):
        app.config.latex_documents = [
            (*row[:5], False) if row[0] == root else row for row in app.config.latex_documents
        ]
