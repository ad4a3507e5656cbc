"""Leaves out what authors write for themselves: comments as HTML has them.

A page takes no HTML (see ``preset.py``), so Markdown would show ``<!-- … -->`` as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.source.markdown import Page

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def drop_comments(app: Sphinx, docname: str, source: list[str]) -> None:
    """Take the comments out of a page that is being read (``source-read``)."""
    if "<!--" in source[0] and app.env.doc2path(docname).suffix == ".md":
        source[0] = Page(source[0].split("\n")).without_comments()
