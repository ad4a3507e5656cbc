"""A text below the header is none of its lines, in both PDFs; a heading keeps its distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from helpers import lualatex_twice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]

PROFILE = {"name": "Ada King", "email": "ada@example.org", "website": "https://ada.example/"}
PRINTS = {"header": [["email"], ["website"]]}
TEXT = "# Ada\n\nIntroduction.\n\n## Posts\n\nAnalyst.\n"


def baselines(path: Path) -> list[float]:
    """Return the baselines of the lines of the first page, from the top."""
    with pymupdf.open(path) as pdf:
        blocks = pdf[0].get_text("dict")["blocks"]
    lines = [line for block in blocks for line in block.get("lines", ())]
    return sorted({round(span["origin"][1], 1) for line in lines for span in line["spans"]})


@pytest.mark.parametrize("look", ["classic", "modern", "banking", "compact"])
def test_a_text_is_further_than_a_line_from_the_header(module_site: Site, look: str) -> None:
    def set_by(builder: str) -> list[float]:
        prints = {**PRINTS, "look": look}
        out = module_site(TEXT, builder, cv_profile=PROFILE, cv_print=prints).out
        return baselines(lualatex_twice(out) if builder == "latex" else out / "cv.pdf")

    ours, theirs = set_by("typst"), set_by("latex")
    assert theirs[:5] == pytest.approx(ours[:5], abs=0.6)
    _name, first, second, text, heading = ours[:5]
    assert text - second > 1.35 * (second - first)
    # Banking has a rule between.
    assert look == "banking" or text - second < heading - text
