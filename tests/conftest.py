"""What all tests share: small projects built in the process, and this CV built by commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parent.parent

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


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write *files* below *folder*."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Built]:
    """Build a small project: ``site(files, builder, **conf)``; a text alone is its index.md."""
    apps: list[SphinxTestApp] = []

    def build(
        files: str | Mapping[str, str],
        builder: str = "html",
        *,
        fresh: bool = True,
        parallel: int = 1,
        **conf: Any,
    ) -> Built:
        if isinstance(files, str):
            files = {"index.md": files}
        source = tmp_path / "source"
        if fresh:
            shutil.rmtree(source, ignore_errors=True)
        settings = {"cv_profile": PROFILE} | conf
        lines = ["extensions = ['sphinx_cv']"]
        lines += [f"{name} = {value!r}" for name, value in settings.items()]
        write(source, {"conf.py": "\n".join(lines), "refs.bib": BIB} | dict(files))
        out = tmp_path / builder
        app = SphinxTestApp(
            builder,
            srcdir=source,
            builddir=tmp_path / "build",
            freshenv=fresh,
            warning=StringIO(),
            parallel=parallel,
        )
        apps.append(app)
        app.build()
        del out
        return Built(app=app, source=source, out=Path(app.outdir))

    yield build
    for app in apps:
        app.cleanup()


def need(tool: str) -> str:
    """Return the path of a program, or skip; fail where CV_REQUIRE_ALL is set."""
    path = shutil.which(tool)
    if path is None:
        reason = f"{tool} is not installed (make system-packages)"
        if os.environ.get("CV_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def run(
    *command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run a command; *env* adds to the environment, in which no service builds the site."""
    hosted = ("READTHEDOCS", "GITHUB_ACTIONS", "GITLAB_CI", "NETLIFY", "CF_PAGES", "VERCEL")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(hosted)}
    # Coverage of a child would be written into the folder it runs in.
    clean = {key: value for key, value in clean.items() if not key.startswith("COV_CORE")}
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean | dict(env or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if check:
        assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return result


def sphinx_build(
    builder: str,
    out: Path,
    *options: str,
    source: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Build this CV, or another project, as strictly as Sphinx can."""
    strict = ("-E", "-W", "-n", "--keep-going", "-q")
    return run(
        sys.executable, "-m", "sphinx", "-b", builder, *strict, *options, source, out, env=env
    )


def clone(target: Path) -> Path:
    """Copy the project's own files, as a clone would have them, into *target*."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard").stdout
    for name in listed.splitlines():
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return this CV as built by a builder, built once in a session."""
    folder = tmp_path_factory.mktemp("cv")

    def build(builder: str) -> Path:
        out = folder / builder
        if not out.exists():
            sphinx_build(builder, out)
            if builder == "latex":
                need("latexmk")
                run("make", "-s", "all-pdf", cwd=out)
        return out

    return build
