"""Leaves out what authors write for themselves: comments as HTML has them.

A page takes no HTML (see ``defaults.py``), so Markdown would show ``<!-- … -->`` as text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.source.markdown import INLINE_CODE, blocks

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
# Stands for a letter of code, where a comment is no comment.
_CODE = "\0"


def drop_remarks(app: Sphinx, docname: str, source: list[str]) -> None:
    """Take the comments out of a page that is being read (``source-read``)."""
    if "<!--" in source[0] and app.env.doc2path(docname).suffix == ".md":
        source[0] = without_remarks(source[0])


def without_remarks(text: str) -> str:
    """Return Markdown without its comments, with as many lines as before."""
    lines = text.split("\n")
    hidden = [
        _CODE * len(line) if code else INLINE_CODE.sub(lambda found: _CODE * len(found[0]), line)
        for line, (_number, _line, code) in zip(lines, blocks(lines), strict=True)
    ]
    for remark in reversed([*_REMARK.finditer("\n".join(hidden))]):
        text = text[: remark.start()] + "\n" * remark[0].count("\n") + text[remark.end() :]
    return text
