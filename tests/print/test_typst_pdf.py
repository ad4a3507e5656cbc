"""The accessible PDF by Typst: tags, metadata, words as typed, the twin of LaTeX's."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pdf_ua import RULES, elements
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from facts import PRIVATE
from helpers import PROFILE, ROOT, lualatex, need, run, sphinx_build
from sphinx_cv.print.typst.compiler import compile_pdf
from sphinx_cv.print.typst.document import body_of, source_of
from sphinx_cv.settings.values import print_profile_of, profile_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from docutils import nodes

    from helpers import Built

    Site = Callable[..., Built]

HOSTILE = (
    '#panic("x") #let #{1} $a$ \\#x `#raw` [x] <label> @label // c /* d */ _u_ *b* = h ~ "q" \\u{41}',
    r"C# #tag @me <1% $5 a_b R&D <b> \input{x} \directlua{x} ^^5c {} %",
    "<script>alert(1)</script> &amp; <img src=x onerror=alert(1)> ]]> -->",
    '#import "/cv.typ" #read("/etc/passwd") #image("x") #eval("1") \']\'',
)

RICH = """
# Ada Lovelace

Some *emphasis*, **strong**, `code`, [a link](https://example.org/x), [inside](#sub), H{sub}`2`O,
$x^2 + \\frac{a}{b}$, a note[^one], the same[^one], another[^two], and {cite}`lovelace1843notes`.

(sub)=
## Section

- one
- two
  - nested

3. three
4. four

Term
: Definition

:field: value

| Left | Right |
|:-----|------:|
| a    | 1     |

```{list-table} Caption
:header-rows: 1
:stub-columns: 1

* - H1
  - H2
* - s
  - t
```

```{image} pic.svg
:alt: A teal square
:width: 50px
```

![](pic.svg)

```{figure} pic.svg

A figure's caption.
```

```python
print("code block")
```

> A quotation
>
> -- Somebody

:::{note}
A note to the reader.
:::

:::{admonition} Its title
Its text.
:::

$$
\\sum_{i=1}^n x_i \\leq \\int_0^1 f(t)\\,dt
$$ (eq1)

See {eq}`eq1`, {ref}`sub`, {term}`gloss`, {abbr}`CV (curriculum vitae)`, {cv:entry}`post`.

```{glossary}
gloss
  A glossary's definition.
```

```{rubric} A rubric
```

---

```{topic} A topic
With text.
```

```{only} html
for the web alone
```

```{only} latex
for print alone
```

```{bibliography}
:all:
```

```{cv-entry} Post at *some* place
:organization: MIT
:date: 2023
:name: post

A body[^one].

- a list inside
```

```{talk} A talk
:event: ICML
:date: 2023
:publication: lovelace1843notes

An abstract for the web[^three].
```

#### Much deeper

The end.

[^one]: First note with *emphasis*.
[^two]: Second note.

    In two paragraphs.
[^three]: A note of an abstract.
"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<rect width="40" height="20" fill="teal"/></svg>'
)
SYNTAX = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist"]


def text_of(path: Path) -> str:
    need("pdftotext")
    return run("pdftotext", "-raw", path, "-").stdout


def folded(text: str) -> str:
    """Fold what differs between two engines that set the same words: spaces, hyphens."""
    return re.sub(r"[\s\u00ad\u2010\u2013-]+", "", text)


@pytest.fixture
def rich(site: Site) -> Built:
    """Return a project that has a bit of everything, printed."""
    files = {"index.md": RICH, "pic.svg": SVG}
    # MyST warns of the heading that skips a level; the PDF may not skip it.
    quiet = {"suppress_warnings": ["myst.header"]}
    return site(files, "typst", myst_enable_extensions=SYNTAX, **quiet)


@pytest.fixture
def pdf(built: Callable[[str], Path]) -> Iterator[pikepdf.Pdf]:
    """Return the PDF of this CV."""
    with pikepdf.open(built("typst") / "cv.pdf") as document:
        yield document


# What it says


def test_it_has_two_a4_pages(pdf: pikepdf.Pdf) -> None:
    sizes = [[round(float(side)) for side in page.mediabox] for page in pdf.pages]
    assert sizes == [[0, 0, 595, 842]] * 2


def test_it_has_the_words_and_the_pages_of_the_latex_pdf(built: Callable[[str], Path]) -> None:
    ours, theirs = built("typst") / "cv.pdf", built("latexpdf") / "cv.pdf"
    pages = [text.split("\f") for text in (text_of(ours), text_of(theirs))]
    assert len(pages[0]) == len(pages[1])
    # Page breaks may differ by a line; the words and their order may not.
    footer = re.compile(r"Michael E\. Sander\s+\d\s*/\s*\d")
    words = [folded(footer.sub("", "\n".join(each))) for each in pages]
    assert words[0] == words[1]
    assert len(words[0]) > 2500


def test_it_says_whose_it_is_and_in_what_language(pdf: pikepdf.Pdf) -> None:
    assert "Michael E. Sander" in str(pdf.docinfo["/Title"])
    assert str(pdf.docinfo["/Author"]) == "Michael E. Sander"
    assert str(pdf.Root.Lang) == "en"


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
    need("pdftotext")
    for form in ("-raw", "-layout"):
        text = run("pdftotext", form, built("typst") / "cv.pdf", "-").stdout
        assert re.search(
            r"^\s*Student Researcher, Google Deepmind, Paris\s+September 2022", text, re.MULTILINE
        )
        assert re.search(r"^\s*Momentum Residual Neural Networks\s+2021$", text, re.MULTILINE)
        assert "\ufb01" not in text
        assert not re.search(r"\w[-\u00ad\u2010]$", text, re.MULTILINE)


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
        f"# Ada\n\n~~~{{cv-entry}} T {typed}\n:organization: O {hostile}\n\nB {typed}\n~~~\n\n"
        f"~~~{{talk}} U {typed}\n:event: E {hostile}\n:date: 2023\n~~~\n\n"
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


# Accessibility


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


def test_it_claims_pdf_ua_1_and_pdf_a_2a(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")


def test_the_reading_order_is_name_contacts_sections(pdf: pikepdf.Pdf) -> None:
    kinds = [str(element.S)[1:] for _kind, element, parent in elements(pdf) if parent == "Document"]
    assert kinds[:4] == ["Title", "P", "P", "H1"]
    assert kinds.count("H1") == 9


# The same bytes


def test_the_date_of_this_cv_is_the_only_thing_that_the_clock_of_a_build_sets(
    tmp_path: Path, built: Callable[[str], Path]
) -> None:
    """That a build elsewhere, or by two processes, gives the same: tests/site/test_builders.py."""
    sphinx_build("typst", tmp_path, env={"SOURCE_DATE_EPOCH": "1700000000"})
    with pikepdf.open(tmp_path / "cv.pdf") as document:
        assert "20231114" in str(document.docinfo["/CreationDate"])
    assert text_of(tmp_path / "cv.pdf") == text_of(built("typst") / "cv.pdf")


# Scripts and languages


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


def first_word(built: Built, word: str) -> float:
    """Return where on the line a word stands, in points from the left."""
    need("pdftotext")
    boxes = run("pdftotext", "-bbox", built.out / "cv.pdf", "-").stdout
    match = re.search(rf'xMin="([\d.]+)"[^>]*>{word}<', boxes)
    assert match is not None
    return float(match[1])


def test_a_telephone_number_is_read_from_the_left_among_hebrew(site: Site) -> None:
    profile = {"name": "עדה", "phone": "+972 4 829 0000"}
    built = site("# עדה\n\nרות לוי, פרופ' וצה\"ל\n", "typst", language="he", cv_profile=profile)
    assert first_word(built, r"\+972") < first_word(built, "829") < first_word(built, "0000")


def test_hebrew_keeps_the_marks_within_its_words(site: Site) -> None:
    built = site("# Ada\n\nפרופ' לוי וצה\"ל\n", "typst", language="he")
    assert not {"«", "»", "”", "“"} & set(text_of(built.out / "cv.pdf"))


@pytest.mark.parametrize(("language", "is_mirrored"), [("en", False), ("he", True)])
def test_a_page_in_hebrew_is_mirrored(site: Site, language: str, is_mirrored: bool) -> None:
    page = "# Ada\n\n```{cv-entry} Post\n:date: 2023\n```\n"
    built = site(page, "typst", language=language)
    assert (first_word(built, "2023") < first_word(built, "Post")) is is_mirrored
    with pikepdf.open(built.out / "cv.pdf") as document:
        assert str(document.Root.Lang) == language


def test_capitals_follow_the_rules_of_the_language(site: Site) -> None:
    heads = {"tr": ("istanbul", "İSTANBUL"), "el": ("Σύνοψη", "ΣΥΝΟΨΗ"), "de": ("Maß", "MASS")}
    for language, (typed, set_) in heads.items():
        built = site(f"# Ada\n\n## {typed}\n\nText\n", "typst", language=language)
        assert set_ in text_of(built.out / "cv.pdf")


# Settings


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
    assert round(first_word(built, "Text")) == 72
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
    assert round(first_word(built, "Text")) == 72


# The public PDF of the website


def test_a_range_of_pages_stays_on_one_line(site: Site) -> None:
    entries = (
        f"@article{{a{size}, title={{{'m' * size}}}, journal={{J}}, pages={{1201--1237}}, year=2000}}\n"
        for size in range(40, 90)
    )
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": "".join(entries)}
    text = text_of(site(files, "typst").out / "cv.pdf")
    assert text.count("1201–1237") == 50


def links_to_pdf(built: Built, page: str = "index.html") -> list[str]:
    hrefs = [str(link["href"]) for link in built.page(page).find_all("a", href=True)]
    return sorted({href for href in hrefs if ".pdf" in href})


TWO_PAGES = {
    "index.md": "# Ada\n\n```{toctree}\nsections/a\n```\n",
    "sections/a.md": "# A\n\nText\n",
}


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_every_page_of_a_website_links_to_its_pdf(site: Site, builder: str) -> None:
    built = site(TWO_PAGES, builder)
    assert links_to_pdf(built) == ["cv.pdf"]
    if builder == "html":
        assert links_to_pdf(built, "sections/a.html") == ["../cv.pdf"]
    with pikepdf.open(built.out / "cv.pdf") as document:
        assert document.Root.MarkInfo.Marked
    assert "Text" in text_of(built.out / "cv.pdf")


def test_the_pdf_of_the_website_has_no_private_fact_whoever_builds_it(site: Site) -> None:
    profile = PROFILE | {"phone": "+1 234", "private": ["phone"]}
    settings = {"cv_profile": profile, "cv_show_private": True}
    assert "234" in text_of(site("# Ada\n\nText\n", "typst", **settings).out / "cv.pdf")
    assert "234" not in text_of(site("# Ada\n\nText\n", "html", **settings).out / "cv.pdf")


def test_other_builders_make_no_pdf(site: Site) -> None:
    for builder in ("epub", "text"):
        assert not (site("# Ada\n\nText\n", builder).out / "cv.pdf").exists()


def test_a_setting_turns_the_pdf_off(site: Site) -> None:
    built = site("# Ada\n\nText\n", cv_pdf="")
    assert links_to_pdf(built) == []
    assert not list(built.out.rglob("*.pdf"))


def test_a_pdf_elsewhere_is_linked_and_none_is_made(site: Site) -> None:
    built = site("# Ada\n\nText\n", cv_pdf="https://example.org/ada.pdf")
    assert links_to_pdf(built) == ["https://example.org/ada.pdf"]
    assert not list(built.out.rglob("*.pdf"))


def test_a_pdf_of_the_author_is_left_alone(site: Site) -> None:
    files = {"index.md": "# Ada\n\nText\n", "extra/cv.pdf": "mine"}
    built = site(files, html_extra_path=["extra"])
    assert links_to_pdf(built) == ["cv.pdf"]
    assert built.text("cv.pdf") == "mine"


def test_the_pdf_is_written_again_only_when_a_page_has_changed(site: Site) -> None:
    def times(files: dict[str, str]) -> int:
        return (site(files, fresh=False).out / "cv.pdf").stat().st_mtime_ns

    first = times(TWO_PAGES)
    again = times({})
    assert again == first
    changed = {"sections/a.md": "# A\n\nOther words\n"}
    assert times(changed) > first
    assert "Other words" in text_of(site({}, fresh=False).out / "cv.pdf")


def test_html_only_transforms_do_not_reach_the_pdf(built: Callable[[str], Path]) -> None:
    private, public = (text_of(built(name) / "cv.pdf") for name in ("typst", "html"))
    facts = re.compile("|".join(re.escape(f"{fact} ◇ ") for fact in PRIVATE))
    assert facts.sub("", private).splitlines() == public.splitlines()


# What it cannot print


def test_a_node_without_a_form_is_told_once_and_its_text_is_kept(site: Site) -> None:
    page = "# Ada\n\n```{py:function} solve(x)\nSolves it.\n```\n\n```{py:function} two(y)\n```\n"
    built = site(page, "typst")
    first = 'index.md:3: WARNING: the PDF has no form for "desc_signature": its text is printed as it is'
    assert f"{first} [cv.print]" in built.warnings
    assert len({line.split("WARNING")[1] for line in built.warnings}) == len(built.warnings)
    assert "Solves it." in text_of(built.out / "cv.pdf")
    assert "two" in text_of(built.out / "cv.pdf")


@pytest.mark.parametrize(
    ("page", "files", "message"),
    [
        (
            "```{image} x.svg\n```",
            {"x.svg": SVG},
            "an image has no alternative text, for those who cannot see it: add :alt: [cv.print]",
        ),
        (
            "![x](x.svg)",
            {"x.svg": "<svg nonsense"},
            '"x.svg" cannot be read as an SVG: it is not copied [cv.link]',
        ),
    ],
    ids=["no alternative text", "no image"],
)
def test_an_image_that_cannot_be_printed_is_told(
    site: Site, page: str, files: dict[str, str], message: str
) -> None:
    built = site({"index.md": f"# Ada\n\n{page}\n", **files}, "typst")
    assert built.warnings == [f"index.md:3: WARNING: {message}"]
    with pikepdf.open(built.out / "cv.pdf") as document, document.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"


def test_what_no_standard_allows_is_told_and_printed_all_the_same(site: Site) -> None:
    built = site("# Ada\n\nPrivate \ue000 use.\n", "typst")
    assert [line.split(":")[0] for line in built.warnings] == ["index.md"]
    assert built.warnings[0].endswith("[cv.print]")
    assert "Private" in text_of(built.out / "cv.pdf")


def test_a_link_to_what_is_not_printed_is_plain_text(site: Site) -> None:
    page = (
        "# Ada\n\nSee [the abstract](#inner).\n\n"
        "```{talk} A talk\n:event: E\n:date: 2023\n\n(inner)=\nAbstract\n```\n"
    )
    built = site(page, "typst", suppress_warnings=["ref.ref", "myst.xref_missing"])
    assert "See the abstract." in text_of(built.out / "cv.pdf")


def test_the_owners_pdf_comes_with_the_website_but_not_into_it(site: Site, tmp_path: Path) -> None:
    own = tmp_path / "own" / "cv.pdf"
    profile = PROFILE | {"phone": "+1 234", "private": ["phone"]}
    settings = {"cv_profile": profile, "cv_own_pdf": str(own)}
    built = site("# Ada\n\nText\n", **settings)
    assert built.warnings == []
    assert "234" in text_of(own)
    assert "234" not in text_of(built.out / "cv.pdf")
    # Nothing but the private fact changes.
    profile = PROFILE | {"phone": "+1 567", "private": ["phone"]}
    site({}, fresh=False, **settings | {"cv_profile": profile})
    assert "567" in text_of(own)


def test_the_owners_pdf_sets_the_sections_as_the_public_one_does(site: Site) -> None:
    """What stands before them is their style, and the engine would lay them out once more."""
    app = site(
        TWO_PAGES, "typst", cv_profile={"name": "Ada", "phone": "1", "private": ["phone"]}
    ).app
    body = body_of(app.builder, app.builder.resolve)
    facts = profile_of(app.config), print_profile_of(app.config)
    public, own = (source_of(app.config, profile, body) for profile in facts)
    heads = [source.text.partition("#header(")[0] for source in (public, own)]
    assert public.body == own.body
    assert heads[0] == heads[1]
    assert own.text != public.text


def test_the_owners_pdf_is_not_written_into_the_website(site: Site) -> None:
    folder = "../build/html/own/cv.pdf"
    built = site("# Ada\n\nText\n", cv_own_pdf=folder)
    assert built.warnings == [
        f'conf.py:3: WARNING: cv_own_pdf: "{folder}" is in the folder that is published. '
        "Choose another folder [cv.print]"
    ]
    assert [path.name for path in built.out.rglob("*.pdf")] == ["cv.pdf"]


def test_the_date_is_that_of_the_sources(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def date(**settings: str) -> str:
        built = site({}, fresh=False, **settings)
        with pikepdf.open(built.out / "cv.pdf") as document:
            return str(document.docinfo["/CreationDate"])[2:10]

    site(TWO_PAGES)
    assert date() == "20000101"
    assert date(cv_today="2023-05") == "20230531"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert date(cv_today="2023-05") == "20231114"


def test_no_heading_is_stranded_wherever_the_page_ends(tmp_path: Path) -> None:
    """Set the CV 40 times, each further down; no heading or first line may end a page."""

    def resolve(tree: nodes.document, docname: str) -> None:
        app.env.resolve_references(tree, docname, app.builder)

    # What an application registers would meet the next test.
    with docutils_namespace():
        folders = (ROOT, ROOT, tmp_path / "out", tmp_path / "cache")
        # The other languages have their own PDFs.
        english = {"language": "en"}
        app = Sphinx(*folders, "typst", confoverrides=english, status=None)
        app.build()
        source = source_of(app.config, print_profile_of(app.config), body_of(app.builder, resolve))
    words = r'#"((?:[^"\\]|\\.)*)";'
    heads = {
        "".join(re.findall(words, line))
        for line in re.findall(r"main: \[(.*?)\], (?:date|sub|body)", source.body)
    }
    heads |= {
        "".join(re.findall(words, line)).upper()
        for line in re.findall(r"#heading\(level: 1\)(.*)", source.body)
    }
    assert len(heads) > 25
    last = []
    for step in range(40):
        text = source.text.replace("top: 17mm", f"top: {17 + step}mm")
        (tmp_path / "cv.pdf").write_bytes(compile_pdf(replace(source, text=text)).data)
        pages = text_of(tmp_path / "cv.pdf").split("\f")[:-1]
        # Two pages have a foot each; of three, the first one has.
        foot = re.compile(r"(?:Michael E\. Sander )?\d / \d")
        last += [
            [line for line in page.splitlines() if line.strip() and not foot.fullmatch(line)][-1]
            for page in pages
        ]
    assert [line for line in last if any(line.startswith(head) for head in heads)] == []
