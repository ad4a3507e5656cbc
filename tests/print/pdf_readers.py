"""What programs that read PDFs find in one: its text, its lines, and where a word is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pymupdf
from pdfminer.high_level import extract_text
from pypdf import PdfReader

from helpers import need, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def text_of(path: Path) -> str:
    """Return the text of a PDF in the order of its content, a form feed behind each page."""
    need("pdftotext")
    return run("pdftotext", "-raw", path, "-").stdout


def folded(text: str) -> str:
    """Fold what differs between two engines that set the same words: spaces, hyphens."""
    return re.sub(r"[\s\u00ad\u2010\u2013-]+", "", text)


def left_of(path: Path, word: str) -> float:
    """Return where a word starts, in points from the left: the first that the pattern *word* fits."""
    need("pdftotext")
    boxes = run("pdftotext", "-bbox", path, "-").stdout
    match = re.search(rf'xMin="([\d.]+)"[^>]*>{word}<', boxes)
    assert match is not None
    return float(match[1])


READERS: dict[str, Callable[[Path], str]] = {
    "pdfminer": extract_text,
    "pypdf": lambda path: "\n".join(page.extract_text() for page in PdfReader(path).pages),
    "pymupdf": lambda path: "\n".join(page.get_text() for page in pymupdf.open(path)),
    "pdftotext": text_of,
}


def lines_by(reader: str, path: Path) -> list[str]:
    """Return the lines that *reader* finds, with one space between words."""
    return [" ".join(line.split()) for line in READERS[reader](path).splitlines()]
