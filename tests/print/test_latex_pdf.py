"""The print PDF by LaTeX: pages, fonts, metadata, links, and text as it was typed."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from formulas import EXAMPLES
from helpers import ROOT, lualatex, make_pdf, need, once, run, sphinx_build, write
from pdf_readers import flat_text_of, lines_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpers import Built

URL = "https://example.org/~a_b?c=1&d=%20#e"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h9v9"/></svg>'
HOSTILE = r"C# #tag @me <1% $5 a_b R&D <b> \input{x}"
CUNEIFORM = "\U00012000"


@pytest.fixture
def pdf(built: Callable[[str], Path]) -> Iterator[pikepdf.Pdf]:
    """Return the PDF of this CV."""
    with pikepdf.open(built("latexpdf") / "cv.pdf") as document:
        yield document


def test_its_bookmarks_are_the_sections(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == [
        "Education",
        "Research experience",
        "Publications",
        "Open source Python software",
        "Proficiency in coding languages",
        "Talks",
        "Community service",
        "Teaching",
        "Languages",
    ]


def links(pdf: pikepdf.Pdf) -> list[str]:
    """Return the addresses that the PDF links to."""
    annotations = [note for page in pdf.pages for note in page.get("/Annots", [])]
    actions = [note.A for note in annotations if "/A" in note]
    return [str(action.URI) for action in actions if "/URI" in action]


def test_its_links_are_live(pdf: pikepdf.Pdf) -> None:
    found = links(pdf)
    bib = (ROOT / "refs.bib").read_text("utf-8")
    wanted = {"mailto:michael.sander@ens.fr", "https://michaelsdr.github.io/"}
    wanted |= set(re.findall(r"(?:url|code|video)\s*=\s*\{(.*)\}", bib))
    wanted |= {
        f"https://arxiv.org/abs/{number}" for number in re.findall(r"eprint\s*=\s*\{(.*)\}", bib)
    }
    assert wanted - set(found) == set()


def test_every_font_is_embedded(built: Callable[[str], Path]) -> None:
    need("pdffonts")
    rows = run("pdffonts", built("latexpdf") / "cv.pdf").stdout.splitlines()[2:]
    assert rows
    # The columns are counted from the right: names and types may have spaces.
    assert {row.split()[-5] for row in rows} == {"yes"}


def test_the_log_has_no_missing_glyph_and_no_overfull_line(built: Callable[[str], Path]) -> None:
    log = (built("latexpdf") / "cv.log").read_text("utf-8", errors="replace")
    assert "Missing character" not in log
    assert "Overfull" not in log
    assert "undefined" not in log


def test_the_date_stands_on_the_line_of_its_entry(built: Callable[[str], Path]) -> None:
    path = built("latexpdf") / "cv.pdf"
    for text in (text_of(path), text_of(path, layout=True)):
        assert re.search(
            r"^\s*Student Researcher, Google Deepmind, Paris\s+September 2022", text, re.MULTILINE
        )
        assert re.search(r"^\s*Momentum Residual Neural Networks\s+2021$", text, re.MULTILINE)
        assert "\ufb01" not in text
        assert not re.search(r"\w[-\u00ad\u2010]$", text, re.MULTILINE)


def test_two_builds_are_identical(
    built: Callable[[str], Path], rebuilt: Callable[[str], Path], tmp_path: Path
) -> None:
    shutil.copytree(rebuilt("latex"), tmp_path / "out")
    assert make_pdf(tmp_path / "out").read_bytes() == (built("latexpdf") / "cv.pdf").read_bytes()


def project(folder: Path, pages: dict[str, str], **conf: object) -> Path:
    """Write a small project."""
    settings = {"cv_profile": {"name": "Ada Lovelace"}} | conf
    lines = [
        "extensions = ['sphinx_cv']",
        *(f"{key} = {value!r}" for key, value in settings.items()),
    ]
    lines.insert(0, f"import sys; sys.path.insert(0, {str(ROOT / '_ext')!r})")
    write(folder, {"conf.py": "\n".join(lines), "refs.bib": "", **pages})
    return folder


@pytest.fixture(scope="module")
def hostile(shared: Path) -> tuple[str, Path]:
    """Return what make says of a CV of hostile text and a letter that no font has; and its PDF."""
    need("latexmk")
    page = (
        f"# Ada\n\n```{{cv-entry}} T {HOSTILE}\n:organization: O\n\nB {HOSTILE}\n```\n\n"
        f"```{{talk}} U {HOSTILE}\n:event: E {HOSTILE}\n:date: 2023\n```\n\n"
        f"P {HOSTILE}[^1]\n\n[^1]: G {HOSTILE}\n\n- L {HOSTILE}\n\n| C {HOSTILE} |\n|---|\n| x |\n\n"
        f"```{{figure}} x.svg\n:alt: x\n\nD {HOSTILE}\n```\n\nK\n: V {HOSTILE}\n\n"
        f"```{{cv-entry}} {CUNEIFORM} cuneiform\n:date: 2023\n```\n"
    )
    profile = {"name": f"N {HOSTILE}", "birth": f"F {HOSTILE}", "links": {f"W {HOSTILE}": URL}}
    settings = {"cv_profile": profile, "cv_print": {"header": [["birth"], ["links"]]}}

    def make(folder: Path) -> None:
        source = project(folder / "source", {"index.md": page, "x.svg": SVG}, **settings)
        sphinx_build("latex", folder / "out", source=source)
        told = run("make", "-s", "all-pdf", cwd=folder / "out").stdout
        (folder / "told.txt").write_text(told, "utf-8")

    folder = once(shared / "hostile", make)
    return (folder / "told.txt").read_text("utf-8"), folder / "out" / "cv.pdf"


def test_hostile_text_is_printed_as_it_was_typed(hostile: tuple[str, Path]) -> None:
    _told, pdf = hostile
    text = flat_text_of(pdf)
    for mark in "TBUEPGLCDVFW":
        assert f"{mark} {HOSTILE}" in text, mark
    # The name is set in capitals, and stands in the footer as it was typed.
    assert f"N {HOSTILE}".upper() in text
    assert URL in text


def test_a_letter_that_no_font_has_is_named_and_costs_no_pdf(hostile: tuple[str, Path]) -> None:
    told, pdf = hostile
    assert f"Missing character: There is no {CUNEIFORM} (U+12000)" in told
    assert pdf.is_file()


def test_no_heading_is_stranded_wherever_the_page_ends(tmp_path: Path) -> None:
    """Set the CV 40 times, each further down; no heading or first line may end a page."""
    need("latexmk")
    sphinx_build("latex", tmp_path)
    tex = (tmp_path / "cv.tex").read_text("utf-8")
    heads = {match.upper() for match in re.findall(r"\\section\{(.*?)\}", tex)}
    heads |= {
        match.replace(r"\sphinxhyphen{}", "-").replace("'", "’")
        for match in re.findall(r"\\cvpart\{lead\}\{(.*?)\}\n", tex)
    }
    assert len(heads) > 25
    start, rest = tex.split(r"\cvheader", 1)
    body, end = rest.split(r"\renewcommand{\indexname}", 1)
    copies = (rf"\clearpage\vspace*{{{step * 4}mm}}\cvheader{body}" for step in range(40))
    shifted = start + "".join(copies) + r"\renewcommand{\indexname}" + end
    (tmp_path / "cv.tex").write_text(shifted, "utf-8")
    run("lualatex", "-interaction=nonstopmode", "cv.tex", cwd=tmp_path, check=False)
    pages = text_of(tmp_path / "cv.pdf").split("\f")[:-1]
    assert len(pages) >= 80
    last = [[line for line in page.splitlines() if line.strip()][-1] for page in pages]
    assert [line for line in last if any(line.startswith(head) for head in heads)] == []


SCRIPTS = ("Ελληνικά", "Русский", "Tiếng Việt", "Łódź")
MATH = r"$\mathscr{O}$ $\bm{x}$ $\argmax f$ $\argmin g$ $a \coloneqq b \eqqcolon c$"


OWN = r"\usepackage{bm}\DeclareMathOperator*\argmax{arg\,max}"


@pytest.fixture(scope="module", params=["", OWN], ids=["no package", "packages of the owner"])
def set_by_tex(request: pytest.FixtureRequest, shared: Path) -> Path:
    """Return the PDF of letters of many scripts and of every word of math, after one run."""
    need("lualatex")
    every = [*(f"${each}$" for each in EXAMPLES), *(f"$$\n{each}\n$$" for each in EXAMPLES[::9])]
    entries = [f"```{{cv-entry}} {word}\n:date: 2023\n```" for word in SCRIPTS]
    page = "\n\n".join(["# Ada", MATH, *entries, *every])

    def make(folder: Path) -> None:
        elements = {"preamble": request.param}
        source = project(folder / "source", {"index.md": page}, latex_elements=elements)
        sphinx_build("latex", folder / "out", source=source)
        lualatex(folder / "out")

    return once(shared / ("own-math" if request.param else "math"), make) / "out/cv.pdf"


def test_letters_of_many_scripts_and_math_of_the_website_need_no_package(set_by_tex: Path) -> None:
    text = text_of(set_by_tex)
    assert "arg max" in text
    assert [word for word in SCRIPTS if word not in text] == []


def test_tex_sets_every_word_that_is_math_in_a_cv(set_by_tex: Path) -> None:
    log = set_by_tex.with_suffix(".log").read_text("utf-8", errors="replace")
    assert "Missing character" not in log
    assert "argmax" in text_of(set_by_tex).replace(" ", "")


def test_read_the_docs_command_sequences_work_in_a_clean_clone(hosted: Path) -> None:
    text = text_of(hosted / "out/pdf/my-cv.pdf")
    assert "MICHAEL E. SANDER" in text
    home = (hosted / "out/html/index.html").read_text("utf-8")
    # The tagged one.
    assert 'href="cv.pdf"' in home
    assert (hosted / "out/html/cv.pdf").read_bytes().startswith(b"%PDF")


def test_without_tex_one_line_names_the_packages(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("sh", "bash", "make", "sed", "id", "echo", "python3", "env"):
        if path := shutil.which(tool):
            (tools / tool).symlink_to(path)
    result = run("make", "latexpdf", env={"PATH": str(tools)}, check=False)
    told = [line for line in result.stderr.splitlines() if not line.startswith("make")]
    assert result.returncode == 2
    assert len(told) == 1
    assert "texlive-luatex" in told[0]
    assert "make system-packages" in told[0]
    assert os.linesep.join(told)


# Source Sans draws Ohm and Omega alike, and micro and mu.
LABELS = """# Ada

Formula $a + x$ of her, 5 µF in Ω.

:born: 1815
:place of birth: London

```{eval-rst}
-b FILE  Reads it.
```
"""


def test_labels_of_every_list_and_spaces_behind_formulas_are_set(
    site: Callable[..., Built],
) -> None:
    path = lualatex(site(LABELS, "latex").out)
    lines = lines_of(path)
    assert "Formula a + x of her, 5 µF in Ω." in lines
    assert {"born 1815", "place of birth London", "-b FILE Reads it."} <= set(lines)
