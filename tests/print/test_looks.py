"""The looks of the print PDFs: the same words in both engines, and the standards at every size."""

from __future__ import annotations

import re
import runpy
from typing import TYPE_CHECKING

import pytest
from short_page import PAGE

from facts import FACTS
from helpers import ROOT, lualatex_twice, sphinx_build
from pdf_readers import READERS, lines_by, text_of
from sphinx_cv.model.options.looks import LOOKS
from sphinx_cv.model.options.printing import Printing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]

# The look of this CV.
OWN_LOOK = runpy.run_path(str(ROOT / "conf.py"))["cv_print"].get("look", Printing().look)


def words_of(path: Path) -> list[str]:
    """Return the words of a PDF in the order of the alphabet."""
    text = text_of(path)
    # Where a page ends is up to the engine.
    text = re.sub(r".*\d\s*/\s*\d+$", "", text, flags=re.MULTILINE)
    return sorted(re.findall(r"\w+", text.replace("ﬁ", "fi")))


def ends_of(path: Path) -> list[str]:
    """Return the last words of each page, without its head and foot."""
    text = text_of(path).replace("ﬁ", "fi")
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
