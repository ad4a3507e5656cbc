"""What both PDFs of this CV are: two pages of paper, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(params=["typst", "latexpdf"])
def pdf(request: pytest.FixtureRequest, built: Callable[[str], Path]) -> Iterator[pikepdf.Pdf]:
    """Return the PDF by each engine."""
    with pikepdf.open(built(request.param) / "cv.pdf") as document:
        yield document


def test_it_has_two_a4_pages(pdf: pikepdf.Pdf) -> None:
    sizes = [[round(float(side)) for side in page.mediabox] for page in pdf.pages]
    assert sizes == [[0, 0, 595, 842]] * 2


def test_it_says_whose_it_is_and_in_what_language(pdf: pikepdf.Pdf) -> None:
    assert "Michael E. Sander" in str(pdf.docinfo["/Title"])
    assert str(pdf.docinfo["/Author"]) == "Michael E. Sander"
    assert str(pdf.Root.Lang) == "en"
