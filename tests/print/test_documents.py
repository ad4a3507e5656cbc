"""What a document can hold besides entries: lists of terms, text, tables: printed whole in both PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdf_readers import flat_text_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]


def test_a_term_may_be_defined_twice(site: Site) -> None:
    built = site("# Ada\n\nTerm\n: First sense\n: Second sense\n\nOther\n: Third\n", "typst")
    assert built.warnings == []
    assert "Term First sense Second sense Other Third" in flat_text_of(built.out / "cv.pdf")


def test_terms_of_one_definition_are_one_label(site: Site) -> None:
    page = "# Ada\n\n```{glossary}\nengine\nmachine\n  It computes.\n```\n"
    assert "engine, machine It computes." in flat_text_of(site(page, "typst").out / "cv.pdf")


def test_an_option_has_its_signs(site: Site) -> None:
    page = "# Ada\n\n```{eval-rst}\n-b FILE         Reads it.\n--long=X, -l X  Sets it.\n```\n"
    assert "-b FILE Reads it. --long=X, -l X Sets it." in flat_text_of(
        site(page, "typst").out / "cv.pdf"
    )


def test_a_hard_break_breaks_the_line(site: Site) -> None:
    built = site("# Ada\n\n12 St James's Square\\\nLondon\n", "typst")
    lines = text_of(built.out / "cv.pdf").splitlines()
    assert "London" in lines


def test_nothing_else_that_is_raw_passes(site: Site) -> None:
    page = "# Ada\n\n```{raw} latex\n\\\\ words\n```\n\n```{raw} html\n<b>words</b>\n```\n\nText\n"
    assert "words" not in flat_text_of(site(page, "typst").out / "cv.pdf")


def test_an_abbreviation_is_explained_once(site: Site) -> None:
    page = "# Ada\n\nA {abbr}`CV (curriculum vitae)`, and a {abbr}`CV (curriculum vitae)`.\n"
    assert "A CV (curriculum vitae), and a CV." in flat_text_of(site(page, "typst").out / "cv.pdf")


def test_formulas_between_empty_lines_stand_on_lines_of_their_own(site: Site) -> None:
    page = "# Ada\n\n```{math}\n1 = 2\n\n3 = 4\n```\n"
    built = site(page, "typst")
    assert built.warnings == []
    lines = text_of(built.out / "cv.pdf", layout=True).splitlines()
    assert {"1=2", "3=4"} <= {line.replace(" ", "") for line in lines}


def test_an_empty_formula_is_nothing(site: Site) -> None:
    assert site("# Ada\n\nText\n\n$$\n$$\n", "typst").warnings == []


TABLE = "| Year | Sum |\n|:----:|----:|\n" + "| 2020 | $5 |\n"


def test_the_columns_of_a_table_are_aligned_by_latex_as_well(site: Site) -> None:
    tex = site(f"# Ada\n\n{TABLE}", "latex").text("cv.tex")
    assert "{CR}" in tex
    assert r"\raggedright" in tex.partition(r"\begin{savenotes}")[2]
    assert "{CR}" not in site(f"# Ada\n\n{TABLE}{TABLE[-12:] * 40}", "latex").text("cv.tex")
