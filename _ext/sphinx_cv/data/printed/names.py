"""The names of the printed files, and whether the one for Word can be written.

python-docx is an extra, for it brings lxml.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sphinx_cv.settings.values import exports_of

if TYPE_CHECKING:
    from sphinx.config import Config

TEXT, WORD = "cv.txt", "cv.docx"
MISSING = 'no Word file without python-docx: pip install "sphinx-cv[docx]"'


@cache
def has_docx() -> bool:
    """Whether python-docx is installed. It is not loaded, which takes a while."""
    return find_spec("docx") is not None


def printed_names(config: Config) -> list[str]:
    """Return the names of the printed files of a site beside the PDF."""
    chosen = exports_of(config)
    word = has_docx() and chosen.docx is not False
    return [TEXT] * chosen.txt + [WORD] * word
