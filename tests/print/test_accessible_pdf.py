"""The accessible PDF by Typst: the rules of PDF/UA, a page with a bit of everything, hostile text."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pdf_ua import RULES, elements
from rich_page import FILES, SYNTAX

from helpers import PROFILE
from pdf_readers import folded, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]

HOSTILE = (
    '#panic("x") #let #{1} $a$ \\#x `#raw` [x] <label> @label // c /* d */ _u_ *b* = h ~ "q" \\u{41}',
    r"C# #tag @me <1% $5 a_b R&D <b> \input{x} \directlua{x} ^^5c {} %",
    "<script>alert(1)</script> &amp; <img src=x onerror=alert(1)> ]]> -->",
    '#import "/cv.typ" #read("/etc/passwd") #image("x") #eval("1") \']\'',
)


@pytest.fixture(scope="module")
def rich(module_site: Site) -> Built:
    """Return a project that has a bit of everything, printed."""
    # MyST warns of the heading that skips a level; the PDF may not skip it.
    quiet = {"suppress_warnings": ["myst.header"]}
    return module_site(FILES, "typst", myst_enable_extensions=SYNTAX, **quiet)


def test_a_rich_page_is_printed_whole(rich: Built) -> None:
    assert rich.warnings == []
    text = text_of(rich.out / "cv.pdf")
    wanted = """emphasis|strong|code|a link|inside|two|nested|three|Definition|field|value|Left|Right
    |Caption|H1|A figure's caption|print("code block")|A quotation|Somebody|A note to the reader
    |Its title|Its text|(1)|Section|A glossary's definition|A rubric|A topic|With text
    |for print alone|Notes on the Analytical Engine|Post at some place, MIT|A body|a list inside
    |A talk|ICML|Much deeper|The end|First note with emphasis|Second note|In two paragraphs"""
    flat = re.sub(r"\s+", " ", text).replace("’", "'").replace("“", '"').replace("”", '"')
    missing = [part.strip() for part in wanted.split("|") if part.strip() not in flat]
    assert missing == []
    for absent in ("for the web alone", "An abstract for the web", "A note of an abstract"):
        assert absent not in flat
    assert flat.count("First note with emphasis") == 1


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_printed_as_it_was_typed(site: Site, hostile: str) -> None:
    typed = re.sub(r"([\\`*_{}\[\]<>#$@&|~\"'.-])", r"\\\1", hostile)
    page = (
        f"# Ada\n\n~~~{{cv-entry}} T {typed}\n:organization: O {typed}\n\nB {typed}\n~~~\n\n"
        f"~~~{{talk}} U {typed}\n:event: E {typed}\n:date: 2023\n~~~\n\n"
        f"P {typed}\n\n## H {typed}\n\n- L {typed}\n\n| C {typed.replace('|', '')} |\n|---|\n| x |\n"
    )
    profile = PROFILE | {"name": f"N {hostile}", "birth": f"F {hostile}"}
    built = site(page, "typst", cv_profile=profile)
    text = folded(text_of(built.out / "cv.pdf")).translate(str.maketrans("“”‘’", "\"\"''"))
    for mark in "TBUEPOLFC":
        assert folded(f"{mark} {hostile}") in text, mark
    # Headings and names are set in capitals.
    assert folded(f"H {hostile}".upper()) in text
    assert folded(f"N {hostile}".upper()) in text
    with pikepdf.open(built.out / "cv.pdf") as document:
        assert folded(f"N {hostile}") in folded(str(document.docinfo["/Title"]))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_this_cv_keeps_each_rule_of_pdf_ua(pdf: pikepdf.Pdf, rule: Callable[..., object]) -> None:
    assert list(rule(pdf)) == []


def test_a_rich_page_keeps_the_rules_of_pdf_ua(rich: Built) -> None:
    with pikepdf.open(rich.out / "cv.pdf") as document:
        assert {rule.__name__: broken for rule in RULES if (broken := list(rule(document)))} == {}
        found = [kind for kind, _element, _parent in elements(document)]
        alternatives = {
            str(element.Alt) for kind, element, _parent in elements(document) if kind == "Figure"
        }
    wanted = {
        "H1",
        "H2",
        "L",
        "LI",
        "Table",
        "TH",
        "Figure",
        "Formula",
        "Note",
        "BlockQuote",
        "Code",
    }
    assert wanted - set(found) == set()
    assert alternatives == {"A teal square", "A figure’s caption."}


def break_pdf(document: pikepdf.Pdf) -> None:
    """Break every rule."""
    del document.Root.Lang
    document.Root.MarkInfo.Suspects = True
    document.Root.ViewerPreferences.DisplayDocTitle = False
    document.Root.AcroForm = pikepdf.Dictionary()
    document.Root.StructTreeRoot.RoleMap.H2 = pikepdf.Name("/P")
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        del meta["pdfuaid:part"]
    wanted = {"Figure": ["/Alt"], "Formula": ["/Alt"], "TH": ["/A", "/ID"], "Note": ["/ID"]}
    changed = {"LI": "/TR", "H1": "/H4", "H2": "/H4"}
    for kind, element, _parent in elements(document):
        if kind in changed:
            element.S = pikepdf.Name(changed[kind])
        for key in wanted.get(kind, ()):
            if key in element:
                del element[key]
    for page in document.pages:
        break_fonts(page)
        page.Contents = document.make_stream(b"BT (x) Tj ET")
        for note in page.get("/Annots", []):
            del note.Contents


def break_fonts(page: pikepdf.Page) -> None:
    """Take the letters' Unicode and the font programs away."""
    for font in page.Resources.Font.values():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        for holder, key in (
            (font, "/ToUnicode"),
            (inner.FontDescriptor, "/FontFile"),
            (inner.FontDescriptor, "/FontFile2"),
            (inner.FontDescriptor, "/FontFile3"),
        ):
            if key in holder:  # pages share fonts
                del holder[key]


def test_each_rule_notices_what_breaks_it(rich: Built) -> None:
    with pikepdf.open(BytesIO((rich.out / "cv.pdf").read_bytes())) as document:
        break_pdf(document)
        assert [rule.__name__ for rule in RULES if not list(rule(document))] == []


def test_decoration_within_tags_is_noticed(built: Callable[[str], Path]) -> None:
    with pikepdf.open(BytesIO((built("typst") / "cv.pdf").read_bytes())) as document:
        within = b"/P <</MCID 0>> BDC /Artifact BMC BT (x) Tj ET EMC EMC"
        document.pages[0].Contents = document.make_stream(within)
        assert list(RULES[0](document)) == ["page 1: an artifact within tags, or tags within one"]
