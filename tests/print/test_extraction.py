"""What programs that read CVs find in the PDF: title and date of every entry on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pymupdf
import pytest
from pdfminer.high_level import extract_text
from pypdf import PdfReader

from facts import FACTS
from helpers import need, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Entries and talks: their title, or the organization that leads them, and their date.
DATED = [(group[0], group[-1]) for group in FACTS if re.search(r"\d{4}", group[-1]) and group[1:]]


def by_poppler(path: Path) -> str:
    need("pdftotext")
    return run("pdftotext", "-raw", path, "-").stdout


READERS: dict[str, Callable[[Path], str]] = {
    "pdfminer": extract_text,
    "pypdf": lambda path: "\n".join(page.extract_text() for page in PdfReader(path).pages),
    "pymupdf": lambda path: "\n".join(page.get_text() for page in pymupdf.open(path)),
    "pdftotext": by_poppler,
}


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_finds_title_and_date_on_one_line(
    built: Callable[[str], Path], reader: str
) -> None:
    text = READERS[reader](built("typst") / "cv.pdf")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert len(DATED) == 23
    # A long title goes on in a second line, which has the date.
    lost = [(t, d) for t, d in DATED if not any(t[-15:] in line and d in line for line in lines)]
    assert lost == []
