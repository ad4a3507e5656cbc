"""What stands on which line and in which column, as each look has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pymupdf
import pytest
from short_page import LINKED, PAGE

from helpers import lualatex, need, run
from pdf_readers import lines_of, places_of
from sphinx_cv.model.options.looks import LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]


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
    for look, start in (("modern", "2021 [2] Ada"), ("classic", "[2] Ada")):
        lines = lines_of(site(files, "typst", cv_print={"look": look}).out / "cv.pdf")
        assert lines[-2].startswith(start)
    assert "\\cvyear{2021}" in site(files, "latex").text("cv.tex")


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


def test_publications_of_all_groups_start_at_one_place(site: Site) -> None:
    entries = [
        f"@article{{a{count}, author={{Lovelace, Ada}}, title={{Paper}}, journal={{J}}, "
        f"year={{{1830 + count}}}}}\n"
        for count in range(11)
    ]
    book = "@book{b, author={Lovelace, Ada}, title={Volume}, publisher={P}, year={1820}}\n"
    page = "# Ada\n\n```{publication-list}\n:group: type\n:numbers: descending\n```\n"
    built = site({"index.md": page, "refs.bib": "".join(entries) + book}, "typst")
    names = places_of(built.out / "cv.pdf", "Ada")
    assert len(names) == 12
    assert len({round(left) for left, _top in names}) == 1


def test_an_entry_stays_close_to_the_heading_above_it(site: Site) -> None:
    entry = "```{cv-entry} Post\n:date: 2023\n```\n\n"
    built = site(f"# Ada\n\n## One\n\n### Two\n\n{entry}{entry}", "typst")
    tops = [top for _left, top in places_of(built.out / "cv.pdf", "Two|Post")]
    assert tops[1] - tops[0] < tops[2] - tops[1]
