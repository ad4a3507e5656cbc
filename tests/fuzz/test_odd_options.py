"""Odd values in every option, part of a line and role: told at their place, and nothing is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from helpers import write
from odd import VALUES, Odd, lines, lists, options, words
from sphinx_cv.checker.project import check

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]

# All in one CV would be seven thousand items.
SOME = 6
CONF = "extensions = ['sphinx_cv']\ncv_profile = {'name': 'Ada Lovelace'}\ncv_pdf = ''\n"


def page_of(odd: Sequence[Odd]) -> tuple[str, dict[int, Odd]]:
    """Return a page of all pieces, and the piece whose value is on each line."""
    text, at, places = ["# Odd", ""], 3, {}
    for piece in odd:
        places[at + piece.line] = piece
        text += [piece.text, ""]
        at += piece.text.count("\n") + 2
    return "\n".join(text), places


def projects(values: Sequence[str]) -> list[tuple[dict[str, str], dict[str, dict[int, Odd]]]]:
    """Return two projects with a page for each value, and the pieces of each page.

    One has items alone: lists of all of them would be as many again each.
    """
    made = []
    for pieces in (
        lambda value, at: [*options(value, at * 1000), *lines(value, at * 1000)],
        lambda value, _at: [*lists(value), *words(value)],
    ):
        files, places = {}, {}
        for at, value in enumerate(values):
            files[f"v{at}.md"], places[f"v{at}.md"] = page_of(pieces(value, at))
        tree = "".join(f"{name.removesuffix('.md')}\n" for name in files)
        made.append((files | {"index.md": f"# Ada\n\n```{{toctree}}\n{tree}```\n"}, places))
    return made


def look(values: Sequence[str], folder: Path) -> None:
    """Check projects of *values*: each that no option takes is told on its line, and marked."""
    for number, (files, places) in enumerate(projects(values)):
        write(folder / str(number), {"conf.py": CONF, "refs.bib": "", **files})
        found = check(folder / str(number))
        for finding in found:
            assert finding.line > 0, finding
            assert finding.column > 0, finding
            assert "Traceback" not in finding.message
        told = {(finding.place.rpartition("/")[2], finding.line) for finding in found}
        for name, pieces in places.items():
            for line, piece in pieces.items():
                assert (name, line) in told or not piece.told, piece


def shown(values: Sequence[str], builder: str, site: Site) -> None:
    """Build projects of *values*; each item is there."""
    for files, places in projects(values):
        built = site(files, builder)
        for line in built.warnings:
            # What another application of this process has set up is told by Sphinx as well.
            is_told = re.match(r"v\d+\.md:\d+: ", line) or "is already registered" in line
            assert is_told, line
        for name, pieces in places.items() if builder == "text" else ():
            text = built.text(name.replace(".md", ".txt"))
            for piece in pieces.values():
                assert piece.title in text, piece


def test_some_values_are_told_at_their_place(tmp_path: Path) -> None:
    look(VALUES[::16], tmp_path)


def test_some_values_leave_every_item(site: Site) -> None:
    shown(VALUES[5::16], "text", site)


@pytest.mark.large
@pytest.mark.parametrize("start", range(0, len(VALUES), SOME))
def test_all_values_are_told_at_their_place(tmp_path: Path, start: int) -> None:
    assert len(VALUES) >= 60
    look(VALUES[start : start + SOME], tmp_path)


@pytest.mark.large
@pytest.mark.parametrize("start", range(0, len(VALUES), SOME))
@pytest.mark.parametrize("builder", ["html", "text", "latex", "typst", "docx", "epub"])
def test_all_values_leave_every_item(site: Site, builder: str, start: int) -> None:
    shown(VALUES[start : start + SOME], builder, site)
