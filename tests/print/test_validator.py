"""The judgement of an independent validator on the tagged PDF: PDF/UA-1 and PDF/A-2a by ``page``."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from page import validate_pdf_bytes
from pdf_ua import elements
from rich_page import FILES, SVG, SYNTAX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]

STANDARDS = ("ua1", "2a")


def faults(data: bytes) -> list[str]:
    """Return what breaks the standards."""
    reports = [validate_pdf_bytes(data, profile=profile) for profile in STANDARDS]
    return [f"{each.rule_id}: {each.message}" for report in reports for each in report.failures]


@pytest.mark.parametrize("builder", ["typst", "html"])
def test_this_cv_keeps_the_standards(built: Callable[[str], Path], builder: str) -> None:
    assert faults((built(builder) / "cv.pdf").read_bytes()) == []


@pytest.mark.parametrize("language", ["en", "de", "he", "pt_BR"])
def test_a_rich_page_keeps_them_in_every_language(site: Site, language: str) -> None:
    settings = {"language": language, "myst_enable_extensions": SYNTAX, "numfig": True}
    built = site(FILES, "typst", **settings)
    assert faults((built.out / "cv.pdf").read_bytes()) == []


@pytest.fixture(scope="module")
def sound(module_site: Site) -> bytes:
    """Return a PDF in which there is something to harm."""
    page = (
        "# Ada\n\n![A square](pic.svg) [link](https://example.org)\n\n## One\n\n### Two\n\nText\n"
    )
    data = (module_site({"index.md": page, "pic.svg": SVG}, "typst").out / "cv.pdf").read_bytes()
    assert faults(data) == []
    return data


def no_language(document: pikepdf.Pdf) -> None:
    del document.Root.Lang


def no_mark(document: pikepdf.Pdf) -> None:
    document.Root.MarkInfo.Marked = False


def no_alternatives(document: pikepdf.Pdf) -> None:
    for kind, element, _parent in elements(document):
        if kind == "Figure" and "/Alt" in element:
            del element.Alt


def a_skipped_level(document: pikepdf.Pdf) -> None:
    for kind, element, _parent in elements(document):
        if kind == "H2":
            element.S = pikepdf.Name("/H4")


def no_words_for_links(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        for note in page.get("/Annots", []):
            del note.Contents


def a_script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.beep()")


@pytest.mark.parametrize(
    "harm",
    [no_language, no_mark, no_alternatives, a_skipped_level, no_words_for_links, a_script],
    ids=lambda harm: harm.__name__,
)
def test_it_notices_harm(sound: bytes, harm: Callable[[pikepdf.Pdf], None]) -> None:
    changed = BytesIO()
    with pikepdf.open(BytesIO(sound)) as document:
        harm(document)
        document.save(changed)
    assert faults(changed.getvalue()) != []
