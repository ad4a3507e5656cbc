"""The look of the printed CV: lengths, faults, and what the manual says of it."""

from __future__ import annotations

import pytest

from sphinx_cv.model.options.colors import contrast_to_white
from sphinx_cv.model.options.declared import keys_of
from sphinx_cv.model.options.looks import LOOKS
from sphinx_cv.model.options.pdf_paths import pdf_problems
from sphinx_cv.model.options.printing import (
    HEADER_FIELDS,
    Printing,
    millimeters,
    prints_home,
    problems,
)
from sphinx_cv.model.profile import Profile


@pytest.mark.parametrize(
    ("text", "length"),
    [("20mm", 20.0), ("2cm", 20.0), ("1in", 25.4), ("0.5 in", 12.7), (" 17.5mm ", 17.5)],
)
def test_a_length_is_read_in_its_unit(text: str, length: float) -> None:
    assert millimeters(text) == pytest.approx(length)


@pytest.mark.parametrize("text", ["20", "20px", "mm", "-20mm", "2mm", "1000mm", "", 20, None])
def test_what_is_no_margin_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match="write"):
        millimeters(text)  # type: ignore[arg-type]


def test_nothing_said_is_the_default() -> None:
    assert list(problems({})) == []
    assert Printing.read({}) == Printing.read({"look": "classic"})
    assert Printing.read({}).header is None


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_sets_what_is_not_said(look: str) -> None:
    printing = Printing.read({"look": look})
    chosen = LOOKS[look]
    assert (printing.size, printing.font, printing.dates) == (
        chosen.size,
        chosen.font,
        chosen.dates,
    )
    assert printing.margins.bottom == chosen.margins[1]
    said = Printing.read({"look": look, "size": 12, "dates": "year", "margins": {"top": "30mm"}})
    assert (said.size, said.dates, said.margins.top) == (12, "year", 30)
    assert said.margins.left == chosen.margins[2]


def test_an_accent_is_the_color_of_links_unless_these_have_one() -> None:
    assert Printing.read({"accent": "#7a0019"}).link_color == "#7a0019"
    assert Printing.read({"accent": "#7a0019", "link_color": "#000000"}).link_color == "#000000"


@pytest.mark.parametrize(
    ("color", "contrast"), [("#ffffff", 1), ("#000000", 21), ("#0d3d73", 10.9), ("#595959", 7.0)]
)
def test_a_contrast_is_that_of_wcag(color: str, contrast: float) -> None:
    assert contrast_to_white(color) == pytest.approx(contrast, abs=0.05)


def test_a_pale_accent_is_refused_and_a_darker_one_is_named() -> None:
    [(key, fault)] = problems({"accent": "#0f766e"})
    assert key == "accent"
    *_words, darker = fault.split('"')[:-1]
    assert fault.startswith('"#0f766e" has a contrast of 5.5 to white paper, and needs 7: write')
    assert list(problems({"accent": darker})) == []


@pytest.mark.parametrize(
    ("key", "typo", "meant"),
    [
        ("look", "clasic", "classic"),
        ("look", "Modern", "modern"),
        ("dates", "shorts", "short"),
        ("density", "compakt", "compact"),
        ("emphasis", "titles", "title"),
    ],
)
def test_a_slip_is_told_with_the_word_that_was_meant(key: str, typo: str, meant: str) -> None:
    [(where, fault)] = problems({key: typo})
    assert where == key
    assert f'Did you mean "{meant}"?' in fault


def test_what_is_said_is_taken_and_the_rest_stays() -> None:
    look = {"paper": "letter", "size": 11, "margins": {"top": "1in"}, "header": [["email"]]}
    assert list(problems(look)) == []
    printing = Printing.read(look)
    assert (printing.paper, printing.size, printing.margins.top) == ("letter", 11, 25.4)
    assert printing.header == (("email",),)
    assert (printing.margins.bottom, printing.link_color) == (18.0, "#0d3d73")


@pytest.mark.parametrize(
    "look",
    [
        [],
        None,
        {"paper": 1},
        {"paper": ["a4"]},
        {"size": True},
        {"size": 99},
        {"size": float("nan")},
        {"link_color": 1},
        {"link_color": '#0d3d73"'},
        {"margins": "20mm"},
        {"margins": {1: "20mm"}},
        {"header": "email"},
        {"header": ["email"]},
        {"header": [["photo"]]},
        {"header": [[1]]},
        {1: 2},
    ],
    ids=repr,
)
def test_each_fault_is_one_sentence(look: object) -> None:
    (fault,) = problems(look)
    assert fault[1]


def test_the_header_holds_facts_of_the_profile() -> None:
    assert set(HEADER_FIELDS) < set(keys_of(Profile))


@pytest.mark.parametrize("path", ["cv.pdf", "files/ada.pdf", "", "https://example.org/cv.pdf"])
def test_a_pdf_in_the_site_or_elsewhere_is_sound(path: str) -> None:
    assert list(pdf_problems(path)) == []


@pytest.mark.parametrize(
    "path",
    [
        "../cv.pdf",
        "/cv.pdf",
        "a/../../cv.pdf",
        "index.html",
        "cv",
        "//host/x.pdf",
        "c:/x.pdf",
        "~/x.pdf",
        "a\\..\\x.pdf",
    ],
)
def test_a_pdf_outside_the_site_is_not(path: str) -> None:
    (fault,) = pdf_problems(path)
    assert "cv_pdf" in fault


def test_the_home_page_is_printed_where_it_names_no_sections() -> None:
    assert prints_home({}, "index")
    assert prints_home({"other": ["a"]}, "index")
    assert not prints_home({"index": ["a"]}, "index")
