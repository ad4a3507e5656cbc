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


def text_of(path: Path, *, layout: bool = False) -> str:
    """Return the text of a PDF, a form feed behind each page: in the order of its content.

    Or as it stands on its pages, by its *layout*.
    """
    need("pdftotext")
    return run("pdftotext", "-layout" if layout else "-raw", path, "-").stdout


def flat_text_of(path: Path) -> str:
    """Return the text of a PDF, each run of spaces and ends of lines as one space."""
    return " ".join(text_of(path).split())


def lines_of(path: Path) -> list[str]:
    """Return the lines of a PDF as they stand on its pages, with one space between words."""
    text = text_of(path, layout=True)
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def folded(text: str) -> str:
    """Fold what differs between two engines that set the same words: spaces, hyphens."""
    return re.sub(r"[\s\u00ad\u2010\u2013-]+", "", text)


def places_of(path: Path, word: str) -> list[tuple[float, float]]:
    """Return left and top of each word that the pattern *word* fits, in points."""
    need("pdftotext")
    boxes = run("pdftotext", "-bbox", path, "-").stdout
    found = re.findall(rf'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(?:{word})<', boxes)
    return [(float(left), float(top)) for left, top in found]


def left_of(path: Path, word: str) -> float:
    """Return where the first word that the pattern *word* fits starts, in points from the left."""
    return places_of(path, word)[0][0]


READERS: dict[str, Callable[[Path], str]] = {
    "pdfminer": extract_text,
    "pypdf": lambda path: "\n".join(page.extract_text() for page in PdfReader(path).pages),
    "pymupdf": lambda path: "\n".join(page.get_text() for page in pymupdf.open(path)),
    "pdftotext": text_of,
}


def lines_by(reader: str, path: Path) -> list[str]:
    """Return the lines that *reader* finds, with one space between words."""
    return [" ".join(line.split()) for line in READERS[reader](path).splitlines()]
