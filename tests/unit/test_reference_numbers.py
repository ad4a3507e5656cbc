"""Numbers in a reference: pages, issues, volumes, editions."""

from __future__ import annotations

import pytest

from entries import work
from sphinx_cv.bibliography.facts.ranges import issue, months, pages, volume
from sphinx_cv.bibliography.reference.host import edition


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("45--67", "45–67"),
        ("45-67", "45–67"),
        ("45 – 67", "45–67"),
        ("45---67", "45–67"),
        ("7-7", "7"),
        ("12--", "12"),
        ("--12", "12"),
        ("pp. 3-9", "3–9"),
        ("S. 3-9", "3–9"),
        ("1-3,7--9", "1–3, 7–9"),
        ("4-1--4-9", "4-1–4-9"),
        ("iii--xii", "iii–xii"),
        ("e01786--19", "e01786-19"),
        ("H21L--1826", "H21L-1826"),
        ("92090X-92090X-5", "92090X"),
        ("149-+", "149"),
        ("L90+", "L90"),
        ("1088--96; discussion 1097-9", "1088–96; discussion 1097–9"),
        ("Land-water ecosystem interactions", "Land-water ecosystem interactions"),
        ("https://example.org/a-b", ""),
        ("10.1000/abc", ""),
        (r"12\,--\,15", "12–15"),
        ("12$-$15", "12–15"),
        ("", ""),
    ],
)
def test_pages_are_printed_as_ranges_however_typed(typed: str, printed: str) -> None:
    assert pages(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1-2", "1–2"),
        ("7--8", "7–8"),
        ("Suppl 1", "Suppl 1"),
        ("Spring", "Spring"),
        ("0", ""),
        ("C", ""),
        ("C5", "C5"),
        ("June", ""),
        ("January/February", ""),
        ("1 DOI: 10.1007/x", "1"),
        ("No. 3", "3"),
        ("n° 3", "3"),
        ("Issue 1--2", "1–2"),
        ("North 3", "North 3"),
        ("No", "No"),
    ],
)
def test_an_issue_is_no_month_and_has_no_word_before_its_number(typed: str, printed: str) -> None:
    assert issue(typed) == printed


def test_the_months_of_an_issue_are_kept() -> None:
    assert months("January/February") == "January/February"
    assert months("Jan.") == "Jan."
    assert months("Marchand") == ""
    assert months("5") == ""


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("11493 LNCS", "11493"),
        ("122 ( Pt 2)", "122(Pt 2)"),
        ("16 (Suppl 1)", "16(Suppl 1)"),
        ("99-100", "99–100"),
        ("C", "C"),
        ("XII", "XII"),
        ("Vol. 12", "12"),
        ("Volume XII", "XII"),
        ("Bd. 3", "3"),
        ("v. 12", "12"),
        ("Volume 14 - 2020", "14"),
        ("14 - 15", "14–15"),
        ("Volume in words", "Volume in words"),
        ("0", ""),
    ],
)
def test_a_volume_has_no_word_before_its_number(typed: str, printed: str) -> None:
    assert volume(typed) == printed


def test_an_issue_that_the_volume_names_is_said_once() -> None:
    assert work(volume="16 (Suppl 1)", number="Suppl 1").issue == ""
    assert work(volume="16", number="1").issue == "1"
    assert work(volume="1", number="1").issue == "1"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2", "2nd ed."),
        ("Second", "2nd ed."),
        ("3rd edition", "3rd ed."),
        ("twenty-first", "21st ed."),
        ("1", ""),
        ("first", ""),
        ("revised", "revised ed."),
        ("2., überarb. Aufl.", "2., überarb. Aufl."),
        ("", ""),
    ],
)
def test_an_edition_is_an_ordinal_and_the_first_is_left_out(typed: str, printed: str) -> None:
    assert edition(work("book", edition=typed)) == printed
