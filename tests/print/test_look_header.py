"""The head and the foot of a print PDF: contacts, portrait, icons, how old it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image
from short_page import PAGE

from pdf_readers import lines_of, text_of
from sphinx_cv.model.options.looks import LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]

CONTACTS = {
    "name": "Ada Lovelace",
    "position": "Analyst",
    "affiliation": "Society",
    "email": "ada@example.org",
    "website": "https://www.example.org/",
    "links": {
        "GitHub": "https://github.com/ada",
        "Scholar": "https://scholar.example.org/citations?user=a",
    },
}


def test_the_default_header_packs_the_contacts_in_short_forms(site: Site) -> None:
    lines = lines_of(site(PAGE, "typst", cv_profile=CONTACTS).out / "cv.pdf")
    assert lines[:4] == [
        "ADA LOVELACE",
        "Analyst",
        "Society",
        "ada@example.org ◇ example.org ◇ github.com/ada ◇ Scholar",
    ]


@pytest.mark.parametrize(
    ("updated", "foot"),
    [(True, "Updated May 1843"), ("As of spring", "As of spring"), (False, "Wrote the notes.")],
)
def test_the_foot_says_how_old_the_cv_is(site: Site, updated: object, foot: str) -> None:
    page = PAGE.partition("```{cv-entry} Ph.D.")[0]
    built = site(page, "typst", cv_print={"updated": updated}, cv_today="1843-05")
    assert lines_of(built.out / "cv.pdf")[-1] == foot


def test_more_than_two_pages_have_a_head_in_place_of_a_foot(site: Site) -> None:
    page = "# Ada\n\n" + "A paragraph.\n\n" * 150
    built = site(page, "typst")
    text = text_of(built.out / "cv.pdf", layout=True)
    pages = [
        ["".join(line.split()) for line in each.splitlines() if line] for each in text.split("\f")
    ]
    assert pages[0][-1] == "1/4"
    assert [each[0] for each in pages[1:-1]] == [
        f"AdaLovelace·Curriculumvitae{number}/4" for number in (2, 3, 4)
    ]
    assert pages[1][-1] == "Aparagraph."


@pytest.mark.parametrize("look", LOOKS)
def test_a_portrait_stands_in_the_header(site: Site, look: str, tmp_path: Path) -> None:
    photo = tmp_path / "ada.png"
    Image.new("RGB", (300, 200), "teal").save(photo)
    profile = {"name": "Ada", "photo": str(photo), "email": "ada@example.org"}
    built = site(PAGE, "typst", cv_profile=profile, cv_print={"look": look, "photo": True})
    assert built.warnings == []
    with pikepdf.open(built.out / "cv.pdf") as pdf:
        image = next(iter(pdf.pages[0].get_images().values()))
        assert (int(image.Width), int(image.Height)) == (600, 800)
        tags = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        told = [str(tag.Alt) for tag in tags if "/Alt" in tag]
    assert "Portrait of Ada" in told


def test_a_portrait_that_there_is_not_is_told(site: Site) -> None:
    built = site(PAGE, "typst", cv_print={"photo": True})
    assert built.warnings == [
        'conf.py:3: WARNING: "photo" in cv_print: cv_profile has no "photo" [cv.print]'
    ]


def test_with_icons_contacts_are_handles_and_programs_hear_the_service(site: Site) -> None:
    profile = CONTACTS | {
        "links": {"GitHub": "https://github.com/ada", "Mastodon": "https://a.example/@ada"}
    }
    built = site(PAGE, "typst", cv_profile=profile, cv_print={"icons": True})
    assert lines_of(built.out / "cv.pdf")[3] == "ada@example.org example.org ada @ada@a.example"
    with pikepdf.open(built.out / "cv.pdf") as pdf:
        tags = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        assert {"GitHub", "Mastodon"} <= {str(tag.Alt) for tag in tags if "/Alt" in tag}
    assert built.warnings == []
    built = site(PAGE, "latex", cv_profile=profile, cv_print={"icons": True})
    assert "\\cvicon{icon-github.pdf}\\cvltr{ada}" in built.text("cv.tex")
    assert (built.out / "icon-github.pdf").read_bytes().startswith(b"%PDF")


LONG_HEADER: dict[str, object] = {
    "cv_profile": {
        "name": "Ada",
        "phone": "+44 20 7946 0000",
        "email": "ada.augusta.king-noel-countess-of-lovelace@analytical.example.org",
        "links": {"Google Scholar": "https://scholar.example.org/citations?user=ada-lovelace"},
    },
    "cv_print": {"header": [["phone", "email", "links"]], "size": 12},
}


def test_a_contact_stays_on_its_line(site: Site) -> None:
    built = site("# Ada\n\nText\n", "typst", **LONG_HEADER)
    text = text_of(built.out / "cv.pdf")
    for whole in ("ada.augusta.king-noel-countess-of-lovelace@", "Google Scholar: https://"):
        assert whole in text
    assert r"\cvcontact{Google Scholar: " in site("# Ada\n\nText\n", "latex", **LONG_HEADER).text(
        "cv.tex"
    )


@pytest.mark.parametrize("builder", ["latex", "typst"])
def test_a_portrait_that_no_engine_draws_is_told_and_costs_no_pdf(site: Site, builder: str) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'
    profile = {"name": "Ada", "photo": "ada.svg"}
    files = {"index.md": "# Ada\n\nText\n", "ada.svg": drawing}
    built = site(files, builder, cv_profile=profile, cv_print={"photo": True})
    (warning,) = built.warnings
    assert 'the photo "ada.svg" cannot be drawn in a PDF: save it as JPEG or PNG' in warning
    if builder == "latex":
        assert "\\cvportrait" not in built.text("cv.tex")
    else:
        assert "Text" in text_of(built.out / "cv.pdf")


def test_a_private_portrait_is_not_called_missing(site: Site) -> None:
    profile = {"name": "Ada", "photo": "conf.py", "private": ["photo"]}
    built = site(PAGE, "typst", cv_profile=profile, cv_print={"photo": True})
    (warning,) = built.warnings
    assert "that of cv_profile is private, and not printed [cv.print]" in warning
