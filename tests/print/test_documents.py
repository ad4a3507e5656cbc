"""What a document can hold besides entries: printed whole, and alike in both PDFs."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from helpers import need, run
from sphinx_cv.model.options.printing import Printing
from sphinx_cv.print.typst.compiler import compile_pdf
from sphinx_cv.print.typst.document import layout_settings
from sphinx_cv.print.typst.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<rect width="40" height="20" fill="teal"/></svg>'
)
NOTES = """
# {name}

Once[^a], again[^a], another[^b].

```{{talk}} A talk
:event: E
:date: 2023

Its abstract, for the web[^c].
```

[^a]: First note of {name}
[^b]: Second note of {name}
[^c]: A note of an abstract
"""


def printed(built: Built) -> str:
    """Return the words of the PDF, each run of spaces as one."""
    need("pdftotext")
    return " ".join(run("pdftotext", "-raw", built.out / "cv.pdf", "-").stdout.split())


def picture(form: str) -> bytes:
    data = BytesIO()
    Image.new("RGB", (40, 20), "teal").save(data, form)
    return data.getvalue()


# Notes


@pytest.fixture
def notes() -> dict[str, str]:
    return {
        "index.md": "# Ada\n\n```{toctree}\na\nb\n```\n",
        "a.md": NOTES.format(name="Page A"),
        "b.md": NOTES.format(name="Page B"),
    }


def test_the_notes_of_every_page_are_printed_and_counted_on(
    site: Site, notes: dict[str, str]
) -> None:
    text = printed(site(notes, "typst"))
    assert "Once1, again1, another2." in text
    assert "Once3, again3, another4." in text
    told = "1 First note of Page A 2 Second note of Page A 3 First note of Page B 4 Second note of"
    assert told in text
    assert "abstract" not in text


def test_latex_counts_them_likewise(site: Site, notes: dict[str, str]) -> None:
    tex = site(notes, "latex").text("cv.tex")
    assert re.findall(r"\\begin\{footnote\}\[(\d+)\]", tex) == ["1", "2", "3", "4"]
    assert re.findall(r"\\sphinxfootnotemark\[(\d+)\]", tex) == ["1", "3"]


def test_no_line_is_left_of_those_above_the_notes(site: Site, notes: dict[str, str]) -> None:
    notes["a.md"] = notes["a.md"].replace("Once", "Before\n\n---\n\nOnce")
    assert site(notes, "latex").text("cv.tex").count(r"\hrule") == 1
    # The author's, and the one above the notes at the foot of the page.
    assert len(lines_of(site(notes, "typst"))) == 2


def lines_of(built: Built) -> list[object]:
    """Return the lines that are drawn."""
    with pikepdf.open(built.out / "cv.pdf") as document:
        return [
            operator
            for page in document.pages
            for _operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "S"
        ]


def test_a_line_at_the_end_of_a_page_with_notes_keeps_the_standards() -> None:
    head = (
        '#import "/cv.typ": *\n#show: cv.with(name: "A", document-title: "A", margin: (top: 20mm, bottom: 20mm, left: 20mm, right: 20mm), '
        "date: datetime(year: 2000, month: 1, day: 1))\n"
    )
    date = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    look = layout_settings(Printing.read({}), "en", [])
    for count in range(30, 45):
        text = f"{head}#par[A#footnote[Note]]{'#par[x]' * count}#transition()#par[y]#par[z]"
        source = Source(text=text, pictures={}, language="en", look=look, date=date)
        assert compile_pdf(source).fault == ""


# Lists of terms


def test_a_term_may_be_defined_twice(site: Site) -> None:
    built = site("# Ada\n\nTerm\n: First sense\n: Second sense\n\nOther\n: Third\n", "typst")
    assert built.warnings == []
    assert "Term First sense Second sense Other Third" in printed(built)


def test_terms_of_one_definition_are_one_label(site: Site) -> None:
    page = "# Ada\n\n```{glossary}\nengine\nmachine\n  It computes.\n```\n"
    assert "engine, machine It computes." in printed(site(page, "typst"))


def test_an_option_has_its_signs(site: Site) -> None:
    page = "# Ada\n\n```{eval-rst}\n-b FILE         Reads it.\n--long=X, -l X  Sets it.\n```\n"
    assert "-b FILE Reads it. --long=X, -l X Sets it." in printed(site(page, "typst"))


# Text


def test_a_hard_break_breaks_the_line(site: Site) -> None:
    need("pdftotext")
    built = site("# Ada\n\n12 St James's Square\\\nLondon\n", "typst")
    lines = run("pdftotext", "-raw", built.out / "cv.pdf", "-").stdout.splitlines()
    assert "London" in lines


def test_nothing_else_that_is_raw_passes(site: Site) -> None:
    page = "# Ada\n\n```{raw} latex\n\\\\ words\n```\n\n```{raw} html\n<b>words</b>\n```\n\nText\n"
    assert "words" not in printed(site(page, "typst"))


def test_an_abbreviation_is_explained_once(site: Site) -> None:
    page = "# Ada\n\nA {abbr}`CV (curriculum vitae)`, and a {abbr}`CV (curriculum vitae)`.\n"
    assert "A CV (curriculum vitae), and a CV." in printed(site(page, "typst"))


def test_formulas_between_empty_lines_stand_on_lines_of_their_own(site: Site) -> None:
    need("pdftotext")
    page = "# Ada\n\n```{math}\n1 = 2\n\n3 = 4\n```\n"
    built = site(page, "typst")
    assert built.warnings == []
    lines = run("pdftotext", "-layout", built.out / "cv.pdf", "-").stdout.splitlines()
    assert {"1=2", "3=4"} <= {line.replace(" ", "") for line in lines}


def test_an_empty_formula_is_nothing(site: Site) -> None:
    assert site("# Ada\n\nText\n\n$$\n$$\n", "typst").warnings == []


# Figures and images

FIGURE = "# Ada\n\n```{figure} x.svg\n:name: fig\n\nIts caption\n```\n\nSee {numref}`fig`.\n"


def test_a_figure_has_the_number_that_references_say(site: Site) -> None:
    files = {"index.md": FIGURE, "x.svg": SVG}
    assert "Fig. 1: Its caption See Fig. 1." in printed(site(files, "typst", numfig=True))
    assert r"\cvnumfig{1}" in site(files, "latex", numfig=True).text("cv.tex")


def test_without_references_it_has_none(site: Site) -> None:
    files = {"index.md": FIGURE.partition("See")[0], "x.svg": SVG}
    assert "Fig." not in printed(site(files, "typst"))
    assert r"\cvnumfig{}" in site(files, "latex").text("cv.tex")


def test_images_below_each_other_are_paragraphs_and_keep_their_scale(site: Site) -> None:
    images = "```{image} x.svg\n:alt: A\n```\n\n```{image} x.svg\n:alt: B\n:scale: 50\n```\n"
    built = site({"index.md": f"# Ada\n\n{images}", "x.svg": SVG}, "typst")
    assert built.warnings == []
    with pikepdf.open(built.out / "cv.pdf") as document:
        boxes = [
            [float(side) for side in layout.BBox]
            for layout in (each.A for each in document.objects if is_figure(each))
            for layout in (layout if isinstance(layout, pikepdf.Array) else [layout])
            if "/BBox" in layout
        ]
    big, small = sorted(boxes, key=lambda box: box[0] - box[2])
    assert small[2] - small[0] == pytest.approx((big[2] - big[0]) / 2, rel=0.01)
    # On another line, at the same left.
    assert big[0] == pytest.approx(small[0])
    assert small[3] < big[1]


def is_figure(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"


def test_tex_gets_images_in_a_form_that_it_reads(site: Site, tmp_path: Path) -> None:
    names = ("x.svg", "x.webp", "x.gif")
    source = tmp_path / "source"
    source.mkdir()
    for name in names[1:]:
        (source / name).write_bytes(picture(name[2:]))
    page = "# Ada\n\n" + "\n\n".join(f"![{name}]({name})" for name in names)
    built = site({"index.md": page, "x.svg": SVG}, "latex", fresh=False)
    assert built.warnings == []
    shown = re.findall(r"\\sphinxincludegraphics\{\{(.*?)\}\.(\w+)\}", built.text("cv.tex"))
    assert [suffix for _name, suffix in shown] == ["pdf"] * 3
    for name, suffix in shown:
        with pikepdf.open(built.out / f"{name}.{suffix}") as document:
            width, height = [float(side) for side in document.pages[0].mediabox][2:]
            assert width / height == pytest.approx(2, rel=0.01)


@pytest.mark.parametrize("name", ["missing.png", "faulty.svg"])
def test_tex_gets_the_alternative_of_what_cannot_be_shown(site: Site, name: str) -> None:
    files = {"index.md": f"# Ada\n\n![A diagram]({name})\n", "faulty.svg": "<svg nonsense"}
    built = site(files, "latex")
    message = {
        "missing.png": "image file not readable: missing.png [image.not_readable]",
        "faulty.svg": '"faulty.svg" cannot be read as an SVG: it is not copied [cv.link]',
    }
    assert built.warnings == [f"index.md:3: WARNING: {message[name]}"]
    tex = built.text("cv.tex")
    assert "A diagram" in tex
    assert "includegraphics" not in tex


# What would stop TeX

COLUMNS = r"\begin{array} with columns other than l, c, r and |"


@pytest.mark.parametrize(
    ("formula", "sign"),
    [
        ("a # b", "#"),
        ("a} b", "an unpaired {"),
        ("{a b", "an unpaired {"),
        ("\\left( a", "an unpaired \\left"),
        ("\\begin{matrix} a", "an unpaired \\begin"),
        (r"\begin{array}{zz} a \end{array}", COLUMNS),
        (r"\begin{array}{*{9999}c} a \end{array}", COLUMNS),
        ("{" * 40 + "a" + "}" * 40, "more than 30 levels of {"),
        ("a_b_c", "a ^ or _ that is empty or doubled"),
        ("a^{b}^c", "a ^ or _ that is empty or doubled"),
        (r"\sum\limits_a^b_c", "a ^ or _ that is empty or doubled"),
        ("a^b'", "a ^ or _ that is empty or doubled"),
        ("{a^}", "a ^ or _ that is empty or doubled"),
        ("a_", "a ^ or _ that is empty or doubled"),
        (r"\text{a_b}", "a ^ or _ within text"),
    ],
)
def test_a_formula_at_which_tex_stops_is_shown_as_text(site: Site, formula: str, sign: str) -> None:
    built = site(f"# Ada\n\n```{{math}}\n{formula}\n```\n", "latex")
    message = f"a formula cannot have {sign}; it is shown as text"
    # A control word is found in the block, other signs are those of the block as a whole.
    line = 4 if "\\" in sign else 3
    assert built.warnings == [f"index.md:{line}: WARNING: {message} [cv.math]"]
    assert "equation" not in built.text("cv.tex")


def test_a_formula_in_a_line_has_no_columns(site: Site) -> None:
    built = site("# Ada\n\n$a & b$ and $\\begin{matrix}a & b\\end{matrix}$\n", "latex")
    message = "a formula cannot have &; it is shown as text"
    assert built.warnings == [f"index.md:3: WARNING: {message} [cv.math]"]


def test_pairs_of_all_kinds_are_math(site: Site) -> None:
    formula = r"\left\{ \begin{matrix} {a} & \# \end{matrix} \right. \} \\ b"
    assert site(f"# Ada\n\n```{{math}}\n{formula}\n```\n", "latex").warnings == []


def test_indices_that_tex_can_set_are_math(site: Site) -> None:
    formula = (
        r"_\odot f''_a \sum\limits_a^b x_{i_j}^{k^l} g'^2 a_b{}_c x_\mathrm{max}^2 \text{a\_b}"
    )
    assert site(f"# Ada\n\n```{{math}}\n{formula}\n```\n", "latex").warnings == []


def test_signs_of_tex_in_the_name_are_no_tex(site: Site) -> None:
    name = r"Ada {\input R&D #1 100%"
    tex = site("# Ada\n\nText\n", "latex", cv_profile={"name": name}).text("cv.tex")
    safe = r"Ada \{\textbackslash{}input R\&D \#1 100\%"
    assert rf"\title{{{safe}}}" in tex
    assert rf"\author{{{safe}}}" in tex


def test_a_preamble_of_the_owner_takes_no_setting_away(site: Site) -> None:
    own = {"preamble": r"\newcommand\mine{}", "figure_align": "t"}
    tex = site("# Ada\n\nText\n", "latex", latex_elements=own).text("cv.tex")
    preamble = tex.partition(r"\begin{document}")[0]
    assert r"\usepackage{cv}" in preamble
    assert r"\newcommand\mine{}" in preamble
    assert "tableofcontents" not in tex


# Alike in both

TABLE = "| Year | Sum |\n|:----:|----:|\n" + "| 2020 | $5 |\n"


def test_the_columns_of_a_table_are_aligned_by_latex_as_well(site: Site) -> None:
    tex = site(f"# Ada\n\n{TABLE}", "latex").text("cv.tex")
    assert "{CR}" in tex
    assert r"\raggedright" in tex.partition(r"\begin{savenotes}")[2]
    assert "{CR}" not in site(f"# Ada\n\n{TABLE}{TABLE[-12:] * 40}", "latex").text("cv.tex")


def left_of(built: Built, word: str) -> float:
    """Return where a word starts, in points from the left."""
    need("pdftotext")
    boxes = run("pdftotext", "-bbox", built.out / "cv.pdf", "-").stdout
    return float(re.findall(rf'xMin="([\d.]+)"[^>]*>{word}<', boxes)[0])


def test_publications_of_all_groups_start_at_one_place(site: Site) -> None:
    entries = [
        f"@article{{a{count}, author={{Lovelace, Ada}}, title={{Paper}}, journal={{J}}, "
        f"year={{{1830 + count}}}}}\n"
        for count in range(11)
    ]
    book = "@book{b, author={Lovelace, Ada}, title={Volume}, publisher={P}, year={1820}}\n"
    page = "# Ada\n\n```{publication-list}\n:group: type\n:numbers: descending\n```\n"
    built = site({"index.md": page, "refs.bib": "".join(entries) + book}, "typst")
    need("pdftotext")
    boxes = run("pdftotext", "-bbox", built.out / "cv.pdf", "-").stdout
    names = re.findall(r'xMin="([\d.]+)"[^>]*>Ada<', boxes)
    assert len(names) == 12
    assert len({round(float(left)) for left in names}) == 1


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
    need("pdftotext")
    built = site("# Ada\n\nText\n", "typst", **LONG_HEADER)
    text = run("pdftotext", "-raw", built.out / "cv.pdf", "-").stdout
    for whole in ("ada.augusta.king-noel-countess-of-lovelace@", "Google Scholar: https://"):
        assert whole in text
    assert r"\cvcontact{Google Scholar: " in site("# Ada\n\nText\n", "latex", **LONG_HEADER).text(
        "cv.tex"
    )


def test_numbers_and_addresses_read_from_left_to_right_on_a_mirrored_page(site: Site) -> None:
    profile = {"name": "Ada", "phone": "+972 2 1234567", "website": "https://example.org/ada/"}
    look = {"header": [["phone"], ["website"]]}
    settings = {"cv_profile": profile, "cv_print": look, "language": "he"}
    built = site("# Ada\n\nText\n", "typst", **settings)
    assert left_of(built, r"\+972") < left_of(built, "1234567")
    assert r"\cvltr{+972 2 1234567}" in site("# Ada\n\nText\n", "latex", **settings).text("cv.tex")


def test_an_entry_stays_close_to_the_heading_above_it(site: Site) -> None:
    entry = "```{cv-entry} Post\n:date: 2023\n```\n\n"
    need("pdftotext")
    built = site(f"# Ada\n\n## One\n\n### Two\n\n{entry}{entry}", "typst")
    boxes = run("pdftotext", "-bbox", built.out / "cv.pdf", "-").stdout
    tops = [float(top) for top in re.findall(r'yMin="([\d.]+)"[^>]*>(?:Two|Post)<', boxes)]
    assert tops[1] - tops[0] < tops[2] - tops[1]
