"""After any edits, what is built on top of an older build equals a clean one, warnings and all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from killing import build
from PIL import Image
from sphinx.util.console import strip_colors

from editing import OTHERS, Project, update
from helpers import differing, write

if TYPE_CHECKING:
    from pathlib import Path

EDITS = 5


@pytest.mark.parametrize("seed", range(2))
def test_a_few_edits_leave_nothing_stale(seed: int, tmp_path: Path) -> None:
    edit(Project(seed), tmp_path, ("html",))


@pytest.mark.large
@pytest.mark.parametrize("seed", range(100, 140))
def test_any_edits_leave_nothing_stale(seed: int, tmp_path: Path) -> None:
    edit(Project(seed), tmp_path, ("html", "html", "html", "typst", "text", "latex", "dirhtml"))


def edit(project: Project, folder: Path, builders: tuple[str, ...]) -> None:
    source, grown = folder / "source", folder / "grown"
    write(source, OTHERS)
    Image.new("RGB", (40, 40), "red").save(source / "ada.png")
    update(source, project.files())
    build(source, grown)
    edits = []
    for number in range(EDITS):
        builder = project.random.choice(builders)
        edits.append(f"{project.edit()} {builder}")
        update(source, project.files())
        clean = folder / f"clean{number}"
        told = about_the_cv(build(source, grown, builder=builder))
        assert told == about_the_cv(build(source, clean, builder=builder)), edits
        assert differing(grown / builder, clean / builder) == [], edits


def about_the_cv(built: tuple[int, int, str]) -> tuple[int, set[str]]:
    """Return the status, and the warnings about the CV as a whole."""
    status, _writes, log = built
    # A lost reference is told where its page is written.
    lines = strip_colors(log).splitlines()
    return status, {line for line in lines if re.search(r"\[cv\.(?!reference)\w+\]$", line)}
