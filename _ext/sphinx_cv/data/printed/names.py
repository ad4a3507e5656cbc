"""The names of the printed files, and whether the one for Word can be written.

python-docx is an extra, for it brings lxml.
"""

from __future__ import annotations

from importlib.util import find_spec

TEXT, WORD = "cv.txt", "cv.docx"
MISSING = 'no Word file without python-docx: pip install "sphinx-cv[docx]"'


def has_docx() -> bool:
    """Whether python-docx is installed. It is not loaded, which takes a while."""
    return find_spec("docx") is not None
