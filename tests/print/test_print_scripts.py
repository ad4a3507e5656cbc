"""Scripts and languages in print, most of it by Typst: letters, their fonts, directions and capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pymupdf
import pytest

from helpers import lualatex_twice
from pdf_readers import left_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]


def test_letters_of_the_engines_own_fonts_need_no_other(site: Site) -> None:
    words = ("Ελληνικά", "Русский", "Tiếng Việt", "Łódź", "עברית")
    page = "# Ada\n\n" + "".join(f"```{{cv-entry}} {word}\n:date: 2023\n```\n\n" for word in words)
    built = site(page, "typst")
    assert built.warnings == []
    text = text_of(built.out / "cv.pdf")
    assert [word for word in words if word not in text] == []
    with pikepdf.open(built.out / "cv.pdf") as document:
        names = {str(font.BaseFont) for font in document.pages[0].Resources.Font.values()}
    assert all("Libertinus" in name for name in names)


def test_letters_that_no_font_has_are_named_with_a_package(site: Site) -> None:
    # Cypro-Minoan, which is younger than the fonts of most systems.
    built = site(
        "# Ada\n\n\N{CYPRO-MINOAN SIGN CM001}\N{CYPRO-MINOAN SIGN CM002} minoan\n", "typst"
    )
    assert built.warnings == [
        "index.md:3: WARNING: no font here has the letters \N{CYPRO-MINOAN SIGN CM001} "
        "\N{CYPRO-MINOAN SIGN CM002}: install fonts-noto-core [cv.print]"
    ]
    assert "minoan" in text_of(built.out / "cv.pdf")
    with pikepdf.open(built.out / "cv.pdf") as document:
        assert document.Root.MarkInfo.Marked


def test_of_many_letters_some_are_named(site: Site) -> None:
    many = "".join(chr(0x12F90 + place) for place in range(25))
    built = site(f"# Ada\n\n{many}\n", "typst")
    named = " ".join(many[:20])
    assert built.warnings == [
        f"index.md:3: WARNING: no font here has the letters {named} and 5 more: install fonts-noto-core [cv.print]"
    ]


def test_a_telephone_number_is_read_from_the_left_among_hebrew(site: Site) -> None:
    profile = {"name": "עדה", "phone": "+972 4 829 0000"}
    built = site("# עדה\n\nרות לוי, פרופ' וצה\"ל\n", "typst", language="he", cv_profile=profile)
    assert (
        left_of(built.out / "cv.pdf", r"\+972")
        < left_of(built.out / "cv.pdf", "829")
        < left_of(built.out / "cv.pdf", "0000")
    )


def test_hebrew_keeps_the_marks_within_its_words(site: Site) -> None:
    built = site("# Ada\n\nפרופ' לוי וצה\"ל\n", "typst", language="he")
    assert not {"«", "»", "”", "“"} & set(text_of(built.out / "cv.pdf"))


@pytest.mark.parametrize(("language", "is_mirrored"), [("en", False), ("he", True)])
def test_a_page_in_hebrew_is_mirrored(site: Site, language: str, is_mirrored: bool) -> None:
    page = "# Ada\n\n```{cv-entry} Post\n:date: 2023\n```\n"
    built = site(page, "typst", language=language)
    assert (
        left_of(built.out / "cv.pdf", "2023") < left_of(built.out / "cv.pdf", "Post")
    ) is is_mirrored
    with pikepdf.open(built.out / "cv.pdf") as document:
        assert str(document.Root.Lang) == language


def test_capitals_follow_the_rules_of_the_language(site: Site) -> None:
    heads = {"tr": ("istanbul", "İSTANBUL"), "el": ("Σύνοψη", "ΣΥΝΟΨΗ"), "de": ("Maß", "MASS")}
    for language, (typed, set_) in heads.items():
        built = site(f"# Ada\n\n## {typed}\n\nText\n", "typst", language=language)
        assert set_ in text_of(built.out / "cv.pdf")


def test_a_range_of_pages_stays_on_one_line(site: Site) -> None:
    entries = (
        f"@article{{a{size}, title={{{'m' * size}}}, journal={{J}}, pages={{1201--1237}}, year=2000}}\n"
        for size in range(40, 90)
    )
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": "".join(entries)}
    text = text_of(site(files, "typst").out / "cv.pdf")
    assert text.count("1201–1237") == 50


def test_numbers_and_addresses_read_from_left_to_right_on_a_mirrored_page(site: Site) -> None:
    profile = {"name": "Ada", "phone": "+972 2 1234567", "website": "https://example.org/ada/"}
    look = {"header": [["phone"], ["website"]]}
    settings = {"cv_profile": profile, "cv_print": look, "language": "he"}
    built = site("# Ada\n\nText\n", "typst", **settings)
    assert left_of(built.out / "cv.pdf", r"\+972") < left_of(built.out / "cv.pdf", "1234567")
    assert r"\cvltr{+972 2 1234567}" in site("# Ada\n\nText\n", "latex", **settings).text("cv.tex")


@pytest.mark.parametrize(
    ("look", "date"),
    [
        ("modern", r"\mbox{2020年5月至}\cvparted{}\mbox{2022年11月}"),
        # There is no room for more.
        (
            "compact",
            r"\mbox{2020年}\cvparted{}\mbox{5月至}\cvparted{}\mbox{2022年}\cvparted{}\mbox{11月}",
        ),
    ],
)
def test_a_column_ends_no_line_between_a_number_and_its_unit(
    site: Site, look: str, date: str
) -> None:
    page = "# Ada\n\n```{cv-entry} Looms\n:start: 2020-05\n:end: 2022-11\n```\n"
    tex = site(page, "latex", language="zh_CN", cv_print={"look": look}).text("cv.tex")
    assert f"\\cvpart{{date}}{{{date}}}" in tex


@pytest.mark.parametrize("builder", ["typst", "latex"])
@pytest.mark.parametrize(("language", "is_italic"), [("en", True), ("zh_CN", False)])
def test_the_numbers_of_a_date_are_italic_where_the_script_has_italics(
    site: Site, builder: str, language: str, *, is_italic: bool
) -> None:
    page = (
        "# Ada\n\n```{cv-entry} Analyst\n:organization: Mill\n:location: York\n:date: 2019\n```\n"
    )
    out = site(page, builder, language=language, cv_print={"look": "banking"}).out
    with pymupdf.open(lualatex_twice(out) if builder == "latex" else out / "cv.pdf") as pdf:
        blocks = pdf[0].get_text("dict")["blocks"]
    spans = [span for block in blocks for line in block["lines"] for span in line["spans"]]
    fonts = [span["font"] for span in spans if "2019" in span["text"]]
    assert fonts
    assert all((re.search("It|I$", font) is not None) == is_italic for font in fonts), fonts


@pytest.mark.parametrize("builder", ["typst", "latex"])
def test_letters_and_figures_of_a_date_that_may_break_are_parted_evenly(
    site: Site, builder: str
) -> None:
    page = "# 林\n\n```{cv-entry} 教授\n:start: 2008-09\n:end: 2013-06\n```\n"
    look = {"look": "compact"}
    out = site(page, builder, language="zh_CN", cv_profile={"name": "林"}, cv_print=look).out
    path = lualatex_twice(out) if builder == "latex" else out / "cv.pdf"
    with pymupdf.open(path) as pdf:
        spans = [
            span
            for block in pdf[0].get_text("rawdict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
        ]
    signs = [sign for span in spans for sign in span["chars"] if sign["c"].strip()]
    text = "".join(sign["c"] for sign in signs)
    date = "2008年9月至2013年6月"
    boxes = [sign["bbox"] for sign in signs[text.index(date) :]]
    # 2008|年, 年|9, 9|月 and 2013|年, 年|6, 6|月; between 至 and 2013 a line ends.
    gaps = [boxes[place + 1][0] - boxes[place][2] for place in (3, 4, 5, 11, 12, 13)]
    assert boxes[8][1] > boxes[7][1] + 5
    assert gaps == pytest.approx([gaps[0]] * 6, abs=0.3)
    assert gaps[0] > 1
