"""What tests use to build projects and to run commands."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup
from filelock import FileLock
from sphinx.cmd.build import main
from sphinx.config import Config
from sphinx.locale import translators
from sphinx.util.console import strip_colors

from sphinx_cv.settings.machine import HOSTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.testing.util import SphinxTestApp

ROOT = Path(__file__).parent.parent
# A CV that says a bit of everything.
EVERYTHING = ROOT / "tests/data/everything"

PROFILE = {"name": "Ada Lovelace", "email": "ada@example.org"}

BIB = """
@article{lovelace1843notes,
  author = {Lovelace, Ada and Menabrea, Luigi},
  title = {Notes on the Analytical Engine},
  journal = {Taylor's Scientific Memoirs},
  year = {1843},
  url = {https://example.org/notes},
}
"""


# Settings where the pages of a website are all that is tested: the PDF, the plain text and the Word
# file take a fifth of the time of a small build.
PAGES_ALONE = {"cv_pdf": "", "cv_exports": {"docx": False, "txt": False}}


@dataclass
class Built:
    """A project after a build: its output folder, its warnings and its application."""

    app: SphinxTestApp
    source: Path
    out: Path

    @property
    def warnings(self) -> list[str]:
        """Each warning as printed, the project's folder left out."""
        text = strip_colors(self.app.warning.getvalue()).replace(f"{self.source}{os.sep}", "")
        return [line for line in text.splitlines() if line.strip()]

    def text(self, name: str) -> str:
        """Return an output file as text."""
        return Path(self.out, name).read_text(encoding="utf-8")

    def page(self, name: str = "index.html") -> BeautifulSoup:
        """Return an HTML page, parsed."""
        return BeautifulSoup(self.text(name), "html.parser")

    def article(self, name: str = "index.html") -> BeautifulSoup:
        """Return the article of an HTML page."""
        article = self.page(name).find("article")
        assert article is not None
        return article


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write *files* below *folder*, and return that."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def need(tool: str) -> str:
    """Return the path of a program, or skip; fail where CV_REQUIRE_ALL is set."""
    path = shutil.which(tool)
    if path is None:
        reason = f"{tool} is not installed (make system-packages)"
        if os.environ.get("CV_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def environment(added: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a terminal, and what is *added*.

    No service builds the site then, no make runs the command (it would tell of the folders it
    enters), and no coverage of a child is written into the folder it runs in.
    """
    others = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "COV_CORE")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(HOSTS + others)}
    return clean | dict(added or {})


def run(
    *command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run a command as from a terminal; *env* adds to the environment."""
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        text=True,
        check=False,
    )
    if check:
        assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return result


# Where a site is published, as its builds are told.
ORIGIN = "https://example.org/cv/"
# As strictly as Sphinx can.
STRICT = ("-W", "-n", "--keep-going", "-q")


def forget_templates() -> None:
    """Empty the list that Sphinx gives to all applications of a process: the base theme adds to it."""
    Config.config_values["templates_path"].default.clear()


def in_source_language(source: Path) -> tuple[str, ...]:
    """Return the options for a CV in one language, that of its sources: the others take time."""
    return ("-D", "language=en") if Path(source, "locales").is_dir() else ()


def sphinx_build(
    builder: str,
    out: Path,
    *options: str,
    source: Path = ROOT,
    env: Mapping[str, str] | None = None,
    fresh: bool = True,
) -> None:
    """Build this CV, or another project, strictly; without a command, but as the command does."""
    options = (*in_source_language(source), *options)
    words = (*STRICT, *(["-E"] * fresh), *options, "-b", builder, source, out)
    assert sphinx_main(*words, env=env) == (0, ""), words


def sphinx_main(*words: str | Path, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Return the status of Sphinx's command, run in this process, and what it says of faults."""
    errors = StringIO()
    forget_templates()
    with (
        patch.dict(os.environ, environment(env), clear=True),
        patch.object(sys, "path", [*sys.path]),
        # A second language would add its words behind those of the first.
        patch.dict(translators, clear=True),
        redirect_stderr(errors),
    ):
        return main([str(word) for word in words]), errors.getvalue()


def make_pdf(folder: Path) -> Path:
    """Return the PDF of the LaTeX in *folder*, made by its Makefile, of a fixed date."""
    need("latexmk")
    env = {"SOURCE_DATE_EPOCH": "1700000000", "FORCE_SOURCE_DATE": "1"}
    run("make", "-s", "all-pdf", cwd=folder, env=env)
    return folder / "cv.pdf"


def lualatex(folder: Path, *options: str) -> Path:
    """Return the PDF of the LaTeX in *folder* after one run: all its words, not yet all numbers."""
    need("lualatex")
    run("lualatex", "-interaction=nonstopmode", "-halt-on-error", *options, "cv.tex", cwd=folder)
    return folder / "cv.pdf"


def lualatex_twice(folder: Path) -> Path:
    """Return the PDF after two runs: the first, which writes none, measures dates and counts pages."""
    lualatex(folder, "-draftmode")
    return lualatex(folder)


def clone(target: Path, *, compiled: bool = False) -> Path:
    """Copy the project's own files, as a clone would have them, into *target*.

    A build is faster where it finds what Python and Jinja have *compiled* of them.
    """
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard").stdout
    for name in listed.splitlines():
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    kept = (ROOT / "_ext").rglob("__pycache__/*") if compiled else ()
    for path in kept:
        # A worker may be writing others.
        if path.suffix in {".pyc", ".cache"}:
            (target / path.relative_to(ROOT)).parent.mkdir(exist_ok=True)
            shutil.copy2(path, target / path.relative_to(ROOT))
    return target


def differing(one: Path, other: Path) -> list[str]:
    """Return the published files that are not the same in both folders."""

    def files(folder: Path) -> set[Path]:
        found = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
        return {path for path in found if path.parts[0] != ".doctrees"}

    names = files(one) | files(other)
    return sorted(
        str(name)
        for name in names
        if not (one / name).is_file()
        or not (other / name).is_file()
        or not filecmp.cmp(one / name, other / name, shallow=False)
    )


def once(out: Path, make: Callable[[Path], object]) -> Path:
    """Let *make* write the folder *out*, unless a worker has done so."""
    out.parent.mkdir(exist_ok=True)
    with FileLock(f"{out}.lock"):
        if not out.exists():
            # A build that fails leaves nothing that looks like one.
            unfinished = out.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            unfinished.rename(out)
    return out
