"""The looks of the print PDFs: the same words in both engines, and what each look sets."""

from __future__ import annotations

import re
import runpy
from typing import TYPE_CHECKING

import pikepdf
import pymupdf
import pytest
from pdf_readers import READERS, lines_by
from PIL import Image

from facts import FACTS
from helpers import ROOT, lualatex, lualatex_twice, need, run, sphinx_build, write
from sphinx_cv.model.options.looks import LOOKS
from sphinx_cv.model.options.printing import Printing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]

PAGE = """# Ada

```{cv-entry} Analyst
:organization: Society
:location: London
:start: 1842-09
:end: 1843-03

Wrote the notes.
```

```{cv-entry} Ph.D. in Engines
:kind: education
:organization: University
:location: Turin
:date: 1840
```

```{talk} On Engines
:event: Meeting
:location: Bath
:date: 1843
```
"""
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


# The look of this CV.
OWN_LOOK = runpy.run_path(str(ROOT / "conf.py"))["cv_print"].get("look", Printing().look)


def lines_of(path: Path) -> list[str]:
    """Return the lines of a PDF, as they stand on its pages."""
    need("pdftotext")
    text = run("pdftotext", "-layout", path, "-").stdout
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def words_of(path: Path) -> list[str]:
    """Return the words of a PDF in the order of the alphabet."""
    need("pdftotext")
    text = run("pdftotext", "-raw", path, "-").stdout
    # Where a page ends is up to the engine.
    text = re.sub(r".*\d\s*/\s*\d+$", "", text, flags=re.MULTILINE)
    return sorted(re.findall(r"\w+", text.replace("ﬁ", "fi")))


def ends_of(path: Path) -> list[str]:
    """Return the last words of each page, without its head and foot."""
    need("pdftotext")
    text = run("pdftotext", "-raw", path, "-").stdout.replace("ﬁ", "fi")
    pages = [[line.split() for line in page.splitlines()] for page in text.split("\f")[:-1]]
    # "Michael E. Sander 1 / 2"
    bodies = [[words for words in page if words[-2:-1] != ["/"]] for page in pages]
    return [" ".join(body[-1][-3:]) for body in bodies]


def print_by_both(folder: Path, *chosen: str, source: Path = ROOT) -> tuple[Path, Path]:
    """Return the PDFs of both engines."""
    # The second builder reads no page again.
    read = ("-d", str(folder / "doctrees"), *chosen)
    sphinx_build("typst", folder / "typst", *read, source=source)
    sphinx_build("latex", folder / "latex", *read, source=source, fresh=False)
    return folder / "typst" / "cv.pdf", lualatex_twice(folder / "latex")


def compare_engines(ours: Path, theirs: Path) -> None:
    """Hold that both engines print the same words on the same pages, and none off the page."""
    assert words_of(ours) == words_of(theirs)
    assert ends_of(ours) == ends_of(theirs)
    log = theirs.with_suffix(".log").read_text("utf-8", errors="replace")
    assert "Overfull" not in log
    assert "Missing character" not in log


@pytest.mark.parametrize("look", LOOKS)
def test_both_engines_say_the_same_on_the_same_pages(
    look: str, built: Callable[[str], Path], tmp_path: Path
) -> None:
    if look == OWN_LOOK:
        # That is printed for other tests as well.
        ours, theirs = built("typst") / "cv.pdf", built("latexpdf") / "cv.pdf"
    else:
        ours, theirs = print_by_both(tmp_path, "-D", f"cv_print.look={look}")
    compare_engines(ours, theirs)
    assert len(ends_of(ours)) == 2
    # In "banking" the place stands there: see test_extraction.py.
    if look != "banking":
        for reader in READERS:
            lines = lines_by(reader, theirs)
            assert [title for title, year in DATED if not on_one_line(title, year, lines)] == []


# Entries and talks of this CV: the start of their first line, and the last year of their date.
DATED = [
    (group[0][:18], group[-1][-4:]) for group in FACTS if group[1:] and group[-1][-4:].isdigit()
]


def on_one_line(title: str, year: str, lines: list[str]) -> bool:
    return any(title in line and year in line for line in lines)


@pytest.mark.large
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["humanities", "physician"])
def test_both_engines_say_the_same_of_a_long_cv(
    name: str, look: str, paper: str, tmp_path: Path
) -> None:
    # With the pages that are the owner's.
    chosen = (
        "-D",
        f"cv_print.look={look}",
        "-D",
        f"cv_print.paper={paper}",
        "-D",
        "cv_reads_own=1",
    )
    compare_engines(*print_by_both(tmp_path, *chosen, source=ROOT / "examples" / name))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("size", [8, 10, 14])
@pytest.mark.parametrize("look", LOOKS)
def test_a_look_keeps_the_standards_at_every_size(
    site: Site, look: str, size: int, paper: str
) -> None:
    # A PDF that does not keep PDF/UA-1 and PDF/A-2a is told.
    built = site(PAGE, "typst", cv_print={"look": look, "size": size, "paper": paper})
    assert built.warnings == []


@pytest.mark.parametrize(
    ("look", "first", "second"),
    [
        ("classic", "Analyst, Society, London September 1842 – March 1843", "Wrote the notes."),
        ("modern", "Sept 1842 – Mar 1843 Analyst, Society, London", "Wrote the notes."),
        ("banking", "Analyst London", "Society Sept 1842 – Mar 1843"),
        (
            "compact",
            "Sept 1842 – Mar 1843 Analyst, Society, London. Wrote the notes.",
            "1840 University, Turin. Ph.D. in Engines",
        ),
    ],
)
def test_an_entry_stands_as_its_look_has_it(site: Site, look: str, first: str, second: str) -> None:
    lines = lines_of(site(PAGE, "typst", cv_print={"look": look}).out / "cv.pdf")
    place = next(place for place, line in enumerate(lines) if "Analyst" in line)
    assert lines[place : place + 2] == [first, second]


def test_in_banking_a_date_stands_beside_the_degree_also_without_a_place(site: Site) -> None:
    page = PAGE.replace(":location: Turin\n", "")
    lines = lines_of(site(page, "typst", cv_print={"look": "banking"}).out / "cv.pdf")
    place = lines.index("University")
    assert lines[place + 1] == "Ph.D. in Engines 1840"
    # That of a talk is beside its title.
    assert "On Engines 1843" in lines


def test_a_degree_stands_below_its_university(site: Site) -> None:
    lines = lines_of(site(PAGE, "typst", cv_print={"look": "classic"}).out / "cv.pdf")
    place = lines.index("University, Turin 1840")
    assert lines[place + 1] == "Ph.D. in Engines"


@pytest.mark.parametrize("look", LOOKS)
def test_a_degree_is_in_italics_in_every_look(site: Site, look: str) -> None:
    built = site(PAGE, "typst", cv_print={"look": look})
    need("pdftohtml")
    html = run("pdftohtml", "-i", "-stdout", "-xml", built.out / "cv.pdf").stdout
    assert re.search(r"<i>[^<]*Ph\.D\. in Engines", html)


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
    need("pdftotext")
    built = site(page, "typst")
    text = run("pdftotext", "-layout", built.out / "cv.pdf", "-").stdout
    pages = [
        ["".join(line.split()) for line in each.splitlines() if line] for each in text.split("\f")
    ]
    assert pages[0][-1] == "1/4"
    assert [each[0] for each in pages[1:-1]] == [
        f"AdaLovelace·Curriculumvitae{number}/4" for number in (2, 3, 4)
    ]
    assert pages[1][-1] == "Aparagraph."


LINKED = """
@article{one, author={Lovelace, Ada}, title={One}, journal={J}, year={2020},
  doi={10.1000/one}, eprint={2001.00001}, archiveprefix={arXiv}, code={https://example.org/code}}
@article{two, author={Lovelace, Ada}, title={Two}, journal={J}, year={2021}}
"""
LIST = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": LINKED}


@pytest.mark.parametrize(
    ("links", "end"),
    [
        ("names", "J, 2020. arXiv · Code"),
        ("ids", "J, 2020. doi:10.1000/one · arXiv:2001.00001 · Code"),
        ("none", "J, 2020."),
    ],
)
def test_the_row_of_links_says_names_numbers_or_nothing(site: Site, links: str, end: str) -> None:
    built = site(LIST, "typst", cv_print={"links": links})
    assert lines_of(built.out / "cv.pdf")[-1] == f"[2] Ada Lovelace. One. {end}"


@pytest.mark.parametrize(
    ("numbers", "starts"), [("descending", ["[2]", "[1]"]), ("none", ["Ada", "Ada"])]
)
def test_numbers_are_the_default_of_every_list(site: Site, numbers: str, starts: list[str]) -> None:
    built = site(LIST, "typst", cv_print={"numbers": numbers})
    found = lines_of(built.out / "cv.pdf")[-2:]
    assert [line.split()[0] for line in found] == starts


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


CAREER = """# Ada

````{cv-entry} Society
:location: London
:start: 1840

```{cv-entry} Analyst
:start: 1842
:end: 1843

Wrote the notes.
```

```{cv-entry} Pupil
:start: 1840
:end: 1842
```
````
"""


@pytest.mark.parametrize(
    ("look", "lines"),
    [
        ("classic", ["Society, London since 1840", "Analyst 1842–1843", "Pupil 1840–1842"]),
        ("modern", ["since 1840 Society, London", "1842–1843 Analyst", "1840–1842 Pupil"]),
        ("banking", ["Society, London since 1840", "Analyst 1842–1843", "Pupil 1840–1842"]),
        (
            "compact",
            [
                "since 1840 Society, London",
                "1842–1843 Analyst. Wrote the notes.",
                "1840–1842 Pupil",
            ],
        ),
    ],
)
def test_positions_at_one_employer_have_their_dates_in_the_same_column(
    site: Site, look: str, lines: list[str]
) -> None:
    path = site(CAREER, "typst", cv_print={"look": look}).out / "cv.pdf"
    assert [line for line in lines_of(path) if line in lines] == lines
    need("pdftohtml")
    html = run("pdftohtml", "-i", "-stdout", "-xml", path).stdout
    assert re.search(r"<i>Analyst", html)


def test_a_margin_has_the_year_of_the_first_paper_of_each(site: Site) -> None:
    page = "# Ada\n\n```{publication-list}\n:group: year\n```\n"
    files = {"index.md": page, "refs.bib": LINKED}
    for look, start in (("modern", "2021 [1] Ada"), ("classic", "[1] Ada")):
        lines = lines_of(site(files, "typst", cv_print={"look": look}).out / "cv.pdf")
        assert lines[-2].startswith(start)
    assert "\\cvyear{2021}" in site(files, "latex").text("cv.tex")


@pytest.mark.parametrize("written", ["", '"size": 9', '"size": "9"'])
def test_the_command_line_gives_numbers_and_flags_of_a_dictionary(
    tmp_path: Path, written: str
) -> None:
    conf = f"extensions = ['sphinx_cv']\ncv_profile = {{'name': 'Ada'}}\ncv_print = {{{written}}}\n"
    write(tmp_path / "source", {"conf.py": conf, "index.md": PAGE, "refs.bib": ""})
    options = ("-D", "cv_print.size=12.5", "-D", "cv_exports.docx=no")
    sphinx_build("latex", tmp_path / "out", *options, source=tmp_path / "source")
    tex = (tmp_path / "out" / "cv.tex").read_text("utf-8")
    assert "12.5" in tex


UNDATED = """# Ada

````{cv-entry} Society
:location: London

```{cv-entry} Analyst
:date: 1842
```
````
"""


@pytest.mark.parametrize("builder", ["typst", "latex"])
def test_banking_has_the_place_of_an_employer_and_dates_of_positions_at_the_right(
    site: Site, builder: str
) -> None:
    built = site(UNDATED, builder, cv_print={"look": "banking"})
    path = lualatex(built.out) if builder == "latex" else built.out / "cv.pdf"
    assert {"Society London", "Analyst 1842"} <= set(lines_of(path))
    with pymupdf.open(path) as pdf:
        blocks = pdf[0].get_text("dict")["blocks"]
    spans = [span for block in blocks for line in block["lines"] for span in line["spans"]]
    faces = {span["text"].strip(): span["font"].endswith(("Italic", "OI")) for span in spans}
    assert (faces["London"], faces["Analyst"], faces["1842"]) == (False, True, True)


def test_a_dense_page_has_45_lines_or_32_talks(site: Site) -> None:
    lines = "".join(f"{2024 - n} | Reviewer | Society {n}\n" for n in range(45))
    talk = (
        "```{{talk}} On engines and what they weave, part {0}\n:event: Meeting\n:date: {0}\n```\n"
    )
    files = {
        "index.md": "# Ada\n\n```{toctree}\nlines\ntalks\n```\n",
        "lines.md": f"# Service\n\n```{{cv-lines}}\n{lines}```\n",
        "talks.md": "# Talks\n\n" + "\n".join(talk.format(2024 - n) for n in range(32)),
    }
    variants = {name: {"sections": [name], "max_pages": 1} for name in ("lines", "talks")}
    built = site(files, "typst", cv_print={"look": "compact"}, cv_variants=variants)
    assert built.warnings == []


def test_a_long_text_in_place_of_a_date_stays_in_its_column(site: Site) -> None:
    text = "When the moon is full over Bath"
    page = f"# Ada\n\n```{{cv-lines}}\n{text} | Statistical mechanics\n1843 | Engines\n```\n"
    built = site(page, "typst", cv_print={"look": "classic"})
    with pymupdf.open(built.out / "cv.pdf") as document:
        right = {word[4]: word[2] for word in document[0].get_text("words")}
        left = {word[4]: word[0] for word in document[0].get_text("words")}
    assert max(right[word] for word in text.split()) < left["Statistical"]
