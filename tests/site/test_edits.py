"""After an edit, what is built on top of an older build equals a clean one, warnings and all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from editing import build, update
from helpers import differing, write

if TYPE_CHECKING:
    from pathlib import Path

# The theme adds to the list of templates: a list of its own keeps that out of the next build,
# which would write every page again.
CONF = """templates_path = []
extensions = ["sphinx_cv"]
cv_profile = {"name": "Ada Lovelace"}
cv_today = "2024-06-30"
cv_pdf = ""
cv_publication_pages = True
"""
PRIZE = """```{cv-entry} Prize
:name: prize
:kind: award
:organization: Royal Society
:date: 1843
:publication: paper
```
"""
LIST = "```{publication-list}\n```\n"
SMALL = {
    "index.md": "# Ada\n\n```{toctree}\nprizes\npapers\nshown\nabout\n```\n",
    "prizes.md": f"# Prizes\n\n{PRIZE}",
    "papers.md": f"# Papers\n\n{LIST}",
    "shown.md": "# Shown\n\n```{entry-list}\n:kind: grant\n```\n\n```{entry-list}\n```\n",
    "about.md": "# About\n\n{cite}`paper`, {cv:entry}`prize`\n",
    "refs.bib": "@misc{paper, author={Ada Lovelace}, title={On Machines}, year={1843}}\n",
}
TALK = PRIZE.replace("{cv-entry}", "{talk}").replace("organization", "event").replace("award", "")


EDITS = {
    "place": {"prizes.md": SMALL["prizes.md"].replace("Royal", "Analytical")},
    "kind": {"prizes.md": SMALL["prizes.md"].replace("award", "grant")},
    "class": {"prizes.md": SMALL["prizes.md"].replace(":date:", ":class: mine\n:date:")},
    "talk": {"prizes.md": f"# Prizes\n\n{TALK}".replace(":kind: \n", "")},
    "long": {"prizes.md": f"# Prizes\n\n{PRIZE}\n" + "```{talk} Talk\n:date: 1843\n```\n\n" * 20},
    "list": {"papers.md": "# Papers\n\nText\n", "shown.md": f"# Shown\n\n{LIST}"},
}


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the CV in ``source``, and what was built of it in ``grown``."""
    folder = tmp_path_factory.mktemp("edits")
    write(folder / "source", {"conf.py": CONF} | SMALL)
    build(folder / "source", folder / "grown", fresh=False)
    shutil.copytree(folder, folder / "kept")
    return folder


@pytest.fixture
def folder(first_build: Path) -> Path:
    """Return that folder as it was, with the times of its files, which builds compare."""
    for name in ("source", "grown"):
        shutil.rmtree(first_build / name)
        shutil.copytree(first_build / "kept" / name, first_build / name)
    return first_build


@pytest.mark.parametrize("between", ["", "text", "latex"])
@pytest.mark.parametrize("edit", EDITS)
def test_a_page_follows_an_edit_of_another(edit: str, between: str, folder: Path) -> None:
    """The builders share what is read: one that runs between must not hide the edit."""
    source, grown, clean = folder / "source", folder / "grown", folder / f"clean-{edit}"
    update(source, SMALL | EDITS[edit])
    if between:
        build(source, grown, fresh=False, builder=between)
    build(source, grown, fresh=False)
    if not clean.exists():
        build(source, clean, fresh=True)
    assert differing(grown / "html", clean / "html") == []


def test_only_the_pages_of_publications_that_an_edit_concerns_are_written(tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    second = SMALL["refs.bib"].replace("paper", "other").replace("On", "Of")
    pages_of_two = SMALL | {"refs.bib": SMALL["refs.bib"] + second}
    write(source, {"conf.py": CONF} | pages_of_two)
    build(source, out, fresh=False)
    pages = {name: out / "html" / "publications" / f"{name}.html" for name in ("paper", "other")}
    before = {name: page.stat().st_mtime_ns for name, page in pages.items()}
    update(source, pages_of_two | {"prizes.md": SMALL["prizes.md"].replace("} Prize", "} Medal")})
    build(source, out, fresh=False)
    written = {name for name, page in pages.items() if page.stat().st_mtime_ns != before[name]}
    assert written == {"paper"}
    assert "Medal" in pages["paper"].read_text("utf-8")


def test_a_list_of_publications_is_written_when_what_is_tied_to_them_changes(
    tmp_path: Path,
) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    post = PRIZE.replace(":name: prize\n", "").replace(":publication: paper\n", "")
    write(source, {"conf.py": CONF} | SMALL | {"prizes.md": f"# Prizes\n\n{PRIZE}\n{post}"})
    build(source, out, fresh=False)
    page = out / "html" / "papers.html"
    before = page.stat().st_mtime_ns
    other = post.replace("Royal", "Other")
    update(source, SMALL | {"prizes.md": f"# Prizes\n\n{PRIZE}\n{other}"})
    build(source, out, fresh=False)
    assert "Other Society" in (out / "html" / "prizes.html").read_text("utf-8")
    assert page.stat().st_mtime_ns == before
    build(source, tmp_path / "clean", fresh=True)
    assert differing(out / "html", tmp_path / "clean" / "html") == []
    renamed = PRIZE.replace("} Prize", "} Medal")
    update(source, SMALL | {"prizes.md": f"# Prizes\n\n{renamed}\n{other}"})
    build(source, out, fresh=False)
    assert "Medal" in page.read_text("utf-8")
