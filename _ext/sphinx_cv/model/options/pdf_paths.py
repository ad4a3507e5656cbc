"""Where a PDF may lie: below the site, elsewhere, or on the owner's machine. Knows no Sphinx."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .declared import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

# ASCII: without it, "ſ" would be an "s".
_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE | re.ASCII)
_OUTSIDE = re.compile(r"[\\:?#*<>|\"\x00-\x1f]|^~")


def pdf_problems(path: str) -> Iterator[str]:
    """Yield what is wrong with ``cv_pdf``: the *path* of a PDF below the site, or an address."""
    if not path or is_address(path):
        return
    parts = PurePosixPath(path).parts
    # "//host/x.pdf" and "c:/x.pdf" lead out of the site.
    if (
        parts[0].startswith("/")
        or ".." in parts
        or not path.endswith(".pdf")
        or _OUTSIDE.search(path)
    ):
        yield (
            f"cv_pdf is not the path of a PDF in the site: {shown(path)}. "
            'Write "cv.pdf", or "" for none'
        )


def own_pdf_problems(path: str) -> Iterator[str]:
    """Yield what is wrong with ``cv_own_pdf``: the *path* of a PDF, from the folder of conf.py."""
    if path and (not path.endswith(".pdf") or is_address(path)):
        yield f'cv_own_pdf is not the path of a PDF: {shown(path)}. Write "_build/pdf/cv.pdf"'


def is_address(pdf: str) -> bool:
    """Whether ``cv_pdf`` is the address of a PDF elsewhere."""
    return bool(_ADDRESS.match(pdf))
