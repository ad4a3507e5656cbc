"""Settings of print that both engines take: paper, margins, size, header."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from short_page import LIST, PAGE

from helpers import PROFILE, lualatex, need, sphinx_build, write
from pdf_readers import left_of, lines_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]
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


@pytest.mark.parametrize(
    ("links", "end"),
    [
        ("names", "J, 2020. arXiv · Code"),
        ("ids", "J, 2020. doi:10.1000/one · arXiv:2001.00001 · Code"),
        ("none", "J, 2020."),
    ],
)
def test_the_row_of_links_says_names_numbers_or_nothing(site: Site, links: str, end: str) -> None:
    built = site(LIST, "typst", cv_print={"links": links})
    assert lines_of(built.out / "cv.pdf")[-1] == f"[1] Ada Lovelace. One. {end}"


@pytest.mark.parametrize(
    ("numbers", "starts"), [("ascending", ["[1]", "[2]"]), ("none", ["Ada", "Ada"])]
)
def test_numbers_are_the_default_of_every_list(site: Site, numbers: str, starts: list[str]) -> None:
    built = site(LIST, "typst", cv_print={"numbers": numbers})
    found = lines_of(built.out / "cv.pdf")[-2:]
    assert [line.split()[0] for line in found] == starts


@pytest.mark.parametrize("written", ["", '"size": 9', '"size": "9"'])
def test_the_command_line_gives_numbers_and_flags_of_a_dictionary(
    tmp_path: Path, written: str
) -> None:
    conf = f"extensions = ['sphinx_cv']\ncv_profile = {{'name': 'Ada'}}\ncv_print = {{{written}}}\n"
    write(tmp_path / "source", {"conf.py": conf, "index.md": PAGE, "refs.bib": ""})
    options = ("-D", "cv_print.size=12.5", "-D", "cv_exports.docx=no")
    sphinx_build("latex", tmp_path / "out", *options, source=tmp_path / "source")
    tex = (tmp_path / "out" / "cv.tex").read_text("utf-8")
    assert "12.5" in tex
