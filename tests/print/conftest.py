"""What the tests of print share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def pdf(built: Callable[[str], Path]) -> Iterator[pikepdf.Pdf]:
    """Return the PDF of this CV by Typst."""
    with pikepdf.open(built("typst") / "cv.pdf") as document:
        yield document
