"""A build that is killed anywhere leaves nothing that the next one does not mend."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from killing import Kill, build
from PIL import Image

from helpers import write

PHONE = "+44 20 7946 0123"
CONF = """templates_path = []
extensions = ["sphinx_cv"]
cv_profile = {{"name": "Ada Lovelace", "phone": "{phone}", "photo": "ada.png", "private": {private}}}
cv_publication_pages = True
cv_today = "2024-06-30"
html_extra_path = ["extra"]
html_static_path = ["static"]
"""
TALK = (
    "```{{talk}} {title}\n:event: Royal Society\n:date: 1843\n:name: t\n:publication: paper\n```\n"
)
INDEX = "# Ada\n\n```{talk-list}\n```\n\n![drawing](drawing.png) {download}`me.txt`\n\n"
BIB = "@misc{{paper, author={{Ada Lovelace}}, title={{{title}}}, year={{1843}}}}\n"


def sources(*, edited: bool) -> dict[str, str]:
    """Return a small CV with a file of every kind, before and after an edit of each."""
    title = "On Looms" if edited else "On Machines"
    pages = ["papers", "talks", "new" if edited else "old"]
    tree = "```{toctree}\n" + "\n".join(pages) + "\n```\n"
    return {
        "conf.py": CONF.format(phone=PHONE, private=["phone"] if edited else []),
        "index.md": INDEX + tree,
        "papers.md": "# Papers\n\n```{publication-list}\n```\n",
        "talks.md": "# Talks\n\n" + TALK.format(title=title),
        f"{pages[2]}.md": f"# {pages[2]}\n\nSee {{cite}}`paper`, [talk](#t) and {{cv:talk}}`t`.\n",
        "refs.bib": BIB.format(title=title),
        "me.txt": title,
        "extra/extra.txt": title,
        "static/mine.css": f"/* {title} */",
    }


def draw(folder: Path, color: str) -> None:
    for name in ("ada.png", "drawing.png"):
        Image.new("RGB", (40, 40), color).save(folder / name)


class Project:
    """The CV, its build before the edit, and a clean one after it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.source = folder, folder / "source"
        self.old, self.clean, self.grown = (folder / name for name in ("old", "clean", "grown"))
        self.put(edited=False)
        self.build(self.old)
        self.put(edited=True)
        self.build(self.clean)

    def put(self, *, edited: bool) -> None:
        for path in self.source.glob("*.md"):
            path.unlink()
        write(self.source, sources(edited=edited))
        draw(self.source, "red" if edited else "blue")

    def build(self, out: Path, *options: str) -> None:
        status, _writes, log = build(self.source, out, *options)
        assert (status, log) == (0, "")

    def writes(self, *options: str, empty: bool) -> int:
        """Return the number of writes of the build that is killed."""
        self.prepare(empty=empty)
        return build(self.source, self.grown, *options)[1]

    def prepare(self, *, empty: bool = False) -> None:
        shutil.rmtree(self.grown, ignore_errors=True)
        if not empty:
            # With their times, which builds compare.
            shutil.copytree(self.old, self.grown)

    def kill(self, kill: Kill, *options: str, empty: bool = False) -> bool:
        """Kill a build, let the next one mend it; return whether there was something to kill."""
        self.prepare(empty=empty)
        status = build(self.source, self.grown, *options, kill=kill)[0]
        self.build(self.grown, *options)
        assert differing(self.grown / "html", self.clean / "html") == []
        return status < 0


def differing(one: Path, other: Path) -> list[str]:
    """Return the files, stored ones aside, that are not the same in both folders."""
    return sorted(name for name in {*_files(one).items()} ^ {*_files(other).items()})


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder): path for path in paths}
    return {
        str(name): path.read_bytes() for name, path in named.items() if name.parts[0] != "doctrees"
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("kills"))


# Where a build that is killed leaves something behind.
POINTS = (
    *(r"environment\.pickle$", r"talks\.doctree$", r"cv-output-.*\.json", r"/index\.html$"),
    *(r"/new\.html$", r"/old\.html$", r"search\.html$", r"search-index\.js", r"objects\.inv$"),
    *(r"\.buildinfo$", r"pygments\.css$", r"_static/.*\.js$", r"mine\.css$", r"extra\.txt$"),
    *(r"drawing\.png$", r"me\.txt$", r"publications/paper\.html$", r"cv-base\.css$", r"404\.html$"),
    *(r"cv\.pdf", r"cv-photo-112\.webp", r"cv-card\.png", r"\.cv-files", r"sitemap|robots"),
    *(r"publications\.bib", r"templates/"),
)


# One of each sort: stored, a page, what Sphinx adds to, what it copies, what we write last.
FEW = (r"environment\.pickle$", r"/new\.html$", r"search-index\.js", r"\.buildinfo$", r"cv\.pdf")


@pytest.mark.parametrize("pattern", FEW)
def test_a_kill_at_one_of_a_few_files(project: Project, pattern: str) -> None:
    assert project.kill(Kill(pattern=pattern, half=True), "-j", "1")


@pytest.mark.large
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("half", [False, True], ids=["before", "half"])
@pytest.mark.parametrize("pattern", POINTS)
def test_a_kill_at_a_file(project: Project, pattern: str, half: bool, jobs: str) -> None:
    project.kill(Kill(pattern=pattern, half=half), "-j", jobs)


@pytest.mark.large
@pytest.mark.parametrize("empty", [False, True], ids=["old", "empty"])
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("seed", range(30))
def test_a_kill_at_random(project: Project, seed: int, jobs: str, empty: bool) -> None:
    pick = random.Random(f"{seed} {jobs} {empty}")
    writes = project.writes("-j", jobs, empty=empty)
    kill = Kill(number=pick.randint(1, writes), half=pick.random() < 0.5)
    assert project.kill(kill, "-j", jobs, empty=empty), kill
