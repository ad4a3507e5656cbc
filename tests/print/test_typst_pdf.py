"""The PDF of this CV by Typst: its pages and words, whose it is, its links, its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
from pdf_ua import elements

from helpers import ROOT, sphinx_build
from pdf_readers import folded, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_it_has_the_words_and_the_pages_of_the_latex_pdf(built: Callable[[str], Path]) -> None:
    ours, theirs = built("typst") / "cv.pdf", built("latexpdf") / "cv.pdf"
    pages = [text.split("\f") for text in (text_of(ours), text_of(theirs))]
    assert len(pages[0]) == len(pages[1])
    # Page breaks may differ by a line; the words and their order may not.
    footer = re.compile(r"Michael E\. Sander\s+\d\s*/\s*\d")
    words = [folded(footer.sub("", "\n".join(each))) for each in pages]
    assert words[0] == words[1]
    assert len(words[0]) > 2500


def test_its_bookmarks_are_the_sections_as_they_were_typed(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[:3] == ["Education", "Research experience", "Publications"]
    assert len(titles) == 9


def test_its_links_are_live(pdf: pikepdf.Pdf) -> None:
    notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
    found = {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}
    bib = (ROOT / "refs.bib").read_text("utf-8")
    wanted = {"mailto:michael.sander@ens.fr", "https://michaelsdr.github.io/"}
    wanted |= set(re.findall(r"(?:url|code|video)\s*=\s*\{(.*)\}", bib))
    assert wanted - found == set()


def test_the_date_stands_on_the_line_of_its_entry(built: Callable[[str], Path]) -> None:
    path = built("typst") / "cv.pdf"
    for text in (text_of(path), text_of(path, layout=True)):
        assert re.search(
            r"^\s*Student Researcher, Google Deepmind, Paris\s+September 2022", text, re.MULTILINE
        )
        assert re.search(r"^\s*Momentum Residual Neural Networks\s+2021$", text, re.MULTILINE)
        assert "\ufb01" not in text
        assert not re.search(r"\w[-\u00ad\u2010]$", text, re.MULTILINE)


def test_it_claims_pdf_ua_1_and_pdf_a_2a(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")


def test_the_reading_order_is_name_contacts_sections(pdf: pikepdf.Pdf) -> None:
    kinds = [str(element.S)[1:] for _kind, element, parent in elements(pdf) if parent == "Document"]
    assert kinds[:4] == ["Title", "P", "P", "H1"]
    assert kinds.count("H1") == 9


def test_the_date_of_this_cv_is_the_only_thing_that_the_clock_of_a_build_sets(
    tmp_path: Path, built: Callable[[str], Path]
) -> None:
    """That a build elsewhere, or by two processes, gives the same: tests/site/test_builders.py."""
    sphinx_build("typst", tmp_path, env={"SOURCE_DATE_EPOCH": "1700000000"})
    with pikepdf.open(tmp_path / "cv.pdf") as document:
        assert "20231114" in str(document.docinfo["/CreationDate"])
    assert text_of(tmp_path / "cv.pdf") == text_of(built("typst") / "cv.pdf")
