"""Settings of print that both engines take: paper, margins, size, header."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from pdf_readers import left_of, text_of

from helpers import PROFILE, lualatex, need

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]


def test_the_look_is_set_once_for_both_engines(site: Site) -> None:
    look = {
        "paper": "letter",
        "margins": {"left": "1in", "top": "30mm"},
        "size": 11,
        "link_color": "#aa0000",
        "header": [["position"], ["email", "links"]],
    }
    profile = PROFILE | {"position": "Analyst", "links": {"ORCID": "https://orcid.org/0"}}
    page = "# Ada\n\n## Section\n\nText\n"
    built = site(page, "typst", cv_print=look, cv_profile=profile)
    assert built.warnings == []
    with pikepdf.open(built.out / "cv.pdf") as document:
        assert [round(float(side)) for side in document.pages[0].mediabox] == [0, 0, 612, 792]
    assert round(left_of(built.out / "cv.pdf", "Text")) == 72
    lines = text_of(built.out / "cv.pdf").splitlines()
    assert lines[1:3] == ["Analyst", "ada@example.org ◇ ORCID: https://orcid.org/0"]
    tex = site(page, "latex", cv_print=look, cv_profile=profile).text("cv.tex")
    assert r"\newcommand*\cvpage{letterpaper,top=30mm,bottom=18mm,left=25.4mm,right=20mm}" in tex
    assert r"\newcommand*\cvsize{11}" in tex
    assert r"\newcommand*\cvlinkcolor{AA0000}" in tex
    assert "Analyst" in tex


def test_latex_prints_by_the_same_setting(site: Site) -> None:
    need("latexmk")
    look = {"paper": "letter", "margins": {"left": "1in"}, "size": 11}
    built = site("# Ada\n\n## Section\n\nText\n", "latex", cv_print=look)
    lualatex(built.out)
    with pikepdf.open(built.out / "cv.pdf") as document:
        assert [round(float(side)) for side in document.pages[0].mediabox] == [0, 0, 612, 792]
    assert round(left_of(built.out / "cv.pdf", "Text")) == 72
