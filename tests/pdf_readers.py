"""What programs that read PDFs find in one: its text, its lines, and where a word is."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

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


def logical(text: str) -> str:
    """Return a text without what its layout adds: spaces, marks of direction, other quotes."""
    text = text.translate(str.maketrans("“”’‘", "\"\"''"))
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+", "", text).casefold()


class Word(NamedTuple):
    """A word of a PDF and its edges, in points from the left and the top of its page."""

    text: str
    left: float
    top: float
    right: float


WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>'
)


def words_in(path: Path) -> list[Word]:
    """Return the words of a PDF, in the order of its content."""
    need("pdftotext")
    boxes = WORD.findall(run("pdftotext", "-bbox", path, "-").stdout)
    return [
        Word(html.unescape(text), float(left), float(top), float(right))
        for left, top, right, text in boxes
    ]


def width_of(path: Path) -> float:
    """Return the width of the first page of a PDF, in points."""
    return float(PdfReader(path).pages[0].mediabox.width)


def places_of(path: Path, word: str) -> list[tuple[float, float]]:
    """Return left and top of each word that the pattern *word* fits, in points."""
    return [(each.left, each.top) for each in words_in(path) if re.fullmatch(word, each.text)]


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
