"""Variants: what each one has, where it goes, and how many pages it may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from helpers import clone, sphinx_build
from pdf_readers import flat_text_of
from sphinx_cv.print.typst.compiler import Compiled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]

PROFILE = {"name": "Ada Lovelace", "phone": "+44 1234 567", "private": ["phone"]}
TALKS = """---
title: Talks
---

# Talks

I have given these talks:

```{talk} On Engines
:event: Meeting
:date: 1841
:publication: second
:tags: engines
```

```{talk} On Looms
:event: Fair
:date: 1843
:publication: first
:tags: looms
```

```{talk} On Numbers
:event: Salon
:date: 1842
:silence: order, a limit has to find the newest
```

See {cite}`first,second`, and {cv:talk}`x`.

```{talk} On Rain
:event: Club
:date: 1840
:name: x
```
"""
PAPERS = """# Papers

```{publication-list}
```
"""
JOBS = """# Jobs

## At court

```{cv-entry} Analyst
:organization: Society
:start: 1842
```

## In town

**Early**

```{cv-lines}
1830 | Pupil | School
```
"""
BIB = """
@article{first, author={Lovelace, Ada and Babbage, Charles}, author+an={1=equal;2=equal},
  title={First}, journal={J}, year={1840}}
@article{second, author={Lovelace, Ada}, title={Second}, journal={J}, year={1843}, keywords={selected}}
@article{third, author={Lovelace, Ada}, title={Third}, journal={J}, year={1842}}
"""
FILES = {
    "index.md": "# Ada\n\n```{toctree}\njobs\ntalks\npapers\n```\n",
    "jobs.md": JOBS,
    "talks.md": TALKS,
    "papers.md": PAPERS,
    "refs.bib": BIB,
}
VARIANTS = {
    "order": {"sections": ["papers", "jobs"]},
    "tagged": {"tags": ["looms"]},
    "late": {"since": 1842},
    "chosen": {"publications": "selected"},
    "kept": {"publications": "selected", "keep_numbers": True},
    "falling": {"since": 1842, "print": {"numbers": "descending"}},
    "bare": {"publications": "selected", "print": {"numbers": "none"}},
    "short": {"limit": {"talks": 2, "papers": 1}},
    "titled": {"title": "Engines", "sections": ["jobs"], "print": {"look": "modern"}},
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the texts of all variants of one small CV, by their names."""
    folder = tmp_path_factory.mktemp("variants")
    conf = f"extensions = ['sphinx_cv']\ncv_profile = {PROFILE!r}\ncv_variants = {VARIANTS!r}\n"
    for name, content in (FILES | {"conf.py": conf}).items():
        (folder / name).write_text(content, "utf-8")
    sphinx_build("typst", folder / "out", source=folder)
    return {name: flat_text_of(folder / "out" / f"cv-{name}.pdf") for name in VARIANTS}


def test_the_sections_are_those_of_the_variant_in_its_order(texts: dict[str, str]) -> None:
    text = texts["order"]
    assert text.index("PAPERS") < text.index("JOBS")
    assert "TALKS" not in text


def test_items_with_other_tags_are_left_out_and_those_without_stay(texts: dict[str, str]) -> None:
    text = texts["tagged"]
    assert "On Looms" in text
    assert "On Numbers" in text
    assert "On Engines" not in text


def test_what_ended_before_a_year_is_left_out_with_its_headings(texts: dict[str, str]) -> None:
    text = texts["late"]
    assert "Analyst" in text
    assert "On Engines" not in text
    for gone in ("Pupil", "Early", "IN TOWN", "In town", "First", "equal contribution", "*"):
        assert gone.lower() not in text.lower()


def test_selected_publications_are_numbered_anew_and_no_number_leads_nowhere(
    texts: dict[str, str],
) -> None:
    text = texts["chosen"]
    assert "Second" in text
    assert "Third" not in text
    assert set(re.findall(r"\[\d+\]", text)) == {"[1]"}
    assert "Fair On Numbers" in re.sub(r" 184\d", "", text)
    assert "See [1], and On Rain." in text
    assert "[3]" in texts["kept"]


def test_a_variant_has_numbers_of_its_own(texts: dict[str, str]) -> None:
    assert re.findall(r"\[\d\] Ada Lovelace\. (\w+)", texts["falling"]) == ["Second", "Third"]
    assert re.findall(r"\[(\d)\] Ada", texts["falling"]) == ["2", "1"]
    assert "See [2], and" in texts["falling"]
    assert re.search(r"(?<!\] )Ada Lovelace\. Second", texts["bare"])
    assert "See [Lovelace 1843], and On Rain." in texts["bare"]


def test_a_limit_keeps_the_newest(texts: dict[str, str]) -> None:
    text = texts["short"]
    assert "On Looms" in text
    assert "On Numbers" in text
    assert "On Engines" not in text
    assert "Second" in text
    assert "Third" not in text
    # The words of a link stay.
    assert "and On Rain." in text


def test_a_variant_has_its_title_and_its_look(texts: dict[str, str]) -> None:
    assert texts["titled"].startswith("Ada Lovelace Engines")
    assert "since 1842 Analyst, Society" in texts["titled"]


def test_a_public_variant_is_on_the_site_without_private_facts(site: Site, tmp_path: Path) -> None:
    built = site(
        FILES,
        cv_profile=PROFILE,
        cv_own_pdf=str(tmp_path / "own" / "cv.pdf"),
        cv_variants={"resume": {"public": True}, "mine": {}},
    )
    assert built.warnings == []
    assert sorted(path.name for path in built.out.glob("*.pdf")) == ["cv-resume.pdf", "cv.pdf"]
    assert "1234" not in flat_text_of(built.out / "cv-resume.pdf")
    assert {link.get("href") for link in built.page().select(".cv-pdf a")} == {
        "cv.pdf",
        "cv-resume.pdf",
    }
    for name in ("cv", "cv-mine", "cv-resume"):
        assert "1234" in flat_text_of(tmp_path / "own" / f"{name}.pdf")
    again = site({}, cv_profile=PROFILE, fresh=False)
    assert [path.name for path in again.out.glob("*.pdf")] == ["cv.pdf"]


def test_blocks_and_pages_name_a_variant(site: Site) -> None:
    files = {
        "index.md": "# Ada\n\n```{toctree}\none\ntwo\n```\n",
        "one.md": "# One\n\n```{only} resume\nOnlywords.\n```\n\n"
        "```{cv-only} resume\nBlockwords.\n```\n\nWords.\n",
        "two.md": "---\ncv-only: paged\n---\n\n# Two\n\nPagewords.\n",
    }
    variants = {"resume": {}, "paged": {"max_pages": 1}}
    built = site(files, "typst", cv_variants=variants)
    assert built.warnings == []
    words = {
        name: {
            word
            for word in ("Only", "Block", "Page")
            if f"{word}words" in flat_text_of(built.out / name)
        }
        for name in ("cv.pdf", "cv-resume.pdf", "cv-paged.pdf")
    }
    assert words == {"cv.pdf": set(), "cv-resume.pdf": {"Only", "Block"}, "cv-paged.pdf": {"Page"}}
    web = site(files, cv_variants=variants)
    assert not any(b"Pagewords" in path.read_bytes() for path in web.out.rglob("*.*"))
    assert "Blockwords" not in web.text("one.html")


def test_a_section_that_is_not_there_is_told(site: Site) -> None:
    built = site(FILES, "typst", cv_variants={"resume": {"sections": ["talk"], "limit": {"x": 1}}})
    assert built.warnings == [
        'conf.py:3: WARNING: "resume": there is no section "talk". Did you mean "talks"? '
        "[cv.print]",
        'conf.py:3: WARNING: "resume": there is no section "x". Known: jobs, talks, papers. '
        "[cv.print]",
    ]


def test_a_cv_of_one_page_has_its_headings_as_sections(site: Site) -> None:
    page = "# Ada\n\n## First part\n\nOne.\n\n## Second part\n\nTwo.\n"
    built = site(page, "typst", cv_variants={"resume": {"sections": ["second-part"]}})
    text = flat_text_of(built.out / "cv-resume.pdf")
    assert "Two." in text
    assert "One." not in text


def test_latex_writes_each_variant(site: Site) -> None:
    built = site(FILES, "latex", cv_variants=VARIANTS)
    assert built.warnings == []
    whole = built.text("cv.tex")
    assert "\\cvsubtitle{Engines}" in built.text("cv-titled.tex")
    assert "\\cvset{side}{left}" in built.text("cv-titled.tex")
    assert "Third" in whole
    assert "\\cvset{side}{right}" in whole
    chosen = built.text("cv-chosen.tex")
    assert "Third" not in chosen
    assert "\\begin{cvpublications}{\\cvlabel{{[}0{]}}}" in chosen


def test_the_resume_of_this_cv_has_one_page(tmp_path: Path) -> None:
    source = clone(tmp_path / "cv")
    variant = {
        "sections": ["education", "experience", "publications", "talks", "languages"],
        "publications": "selected",
        "limit": {"talks": 3},
        "since": 2016,
        "print": {"look": "compact"},
        "max_pages": 1,
    }
    conf = source / "conf.py"
    conf.write_text(
        f"{conf.read_text('utf-8')}\ncv_variants = {{'resume': {variant!r}}}\n", "utf-8"
    )
    sphinx_build("typst", tmp_path / "out", source=source)
    with pikepdf.open(tmp_path / "out" / "cv-resume.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_pages_are_counted_as_they_are(built: Callable[[str], Path]) -> None:
    path = built("typst") / "cv.pdf"
    with pikepdf.open(path) as pdf:
        assert Compiled(data=path.read_bytes()).pages == len(pdf.pages)


def test_variants_that_are_set_at_once_are_as_if_alone_and_told_in_their_order(site: Site) -> None:
    pages = {"long": "A paragraph.\n\n" * 400, "brief": "Words.\n\n" * 70}
    toctree = "# Ada\n\n```{toctree}\nlong\nbrief\n```\n"
    files = {f"{name}.md": f"# {name.title()}\n\n{page}" for name, page in pages.items()}
    variants = {name: {"sections": [name], "max_pages": 1} for name in pages}
    built = site(files | {"index.md": toctree}, "typst", cv_variants=variants)
    assert [line.split()[2] for line in built.warnings] == ['"long"', '"brief"']
    together = {name: (built.out / f"cv-{name}.pdf").read_bytes() for name in pages}
    for name, variant in variants.items():
        alone = site({}, "typst", cv_variants={name: variant}, fresh=False)
        assert (alone.out / f"cv-{name}.pdf").read_bytes() == together[name]
