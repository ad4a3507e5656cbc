"""The lines that programs which read CVs find in a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
from pdfminer.high_level import extract_text
from pypdf import PdfReader

from helpers import need, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _by_poppler(path: Path) -> str:
    need("pdftotext")
    return run("pdftotext", "-raw", path, "-").stdout


READERS: dict[str, Callable[[Path], str]] = {
    "pdfminer": extract_text,
    "pypdf": lambda path: "\n".join(page.extract_text() for page in PdfReader(path).pages),
    "pymupdf": lambda path: "\n".join(page.get_text() for page in pymupdf.open(path)),
    "pdftotext": _by_poppler,
}


def lines_by(reader: str, path: Path) -> list[str]:
    """Return the lines that *reader* finds, with one space between words."""
    return [" ".join(line.split()) for line in READERS[reader](path).splitlines()]
