"""A stranger's way: the wheel in a fresh environment and an empty folder, by the command alone."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from facts import PRIVATE
from helpers import ROOT, clone, run

# The commands of the manual. "pip install sphinx-cv" and "pip install -U sphinx-cv" are the wheel.
STEPS = ("sphinx-cv new my-cv", "cd my-cv", "sphinx-cv build", "sphinx-cv check")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this project, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    source = clone(folder / "source")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "-q", "-w", folder)
    run(sys.executable, "-m", "pip", "wheel", *options, source)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def path(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a search path with the command of the wheel, whose needs are those of the tests."""
    folder = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    (packages,) = folder.glob("lib/*/site-packages")
    needs = next(entry for entry in sys.path if entry.endswith("site-packages"))
    (packages / "needs.pth").write_text(f"{needs}\n", "utf-8")
    options = ("--no-deps", "--no-index", "-q", "--python", folder / "bin/python")
    run(sys.executable, "-m", "pip", *options[3:], "install", *options[:3], wheel)
    return f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"


def test_the_wheel_holds_the_template_with_its_hidden_files(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "sphinx_cv/cli/template/github/workflows/site.yml" in names
    assert "sphinx_cv/cli/template/conf.py.in" in names
    assert "sphinx_cv/py.typed" in names
    # The command shows the manual; its pictures stay behind.
    assert {"sphinx_cv/manual/settings.md", "sphinx_cv/manual/start.md"} <= {*names}
    assert [
        name for name in names if name.startswith("sphinx_cv/manual/") and name[-3:] != ".md"
    ] == []


def test_a_stranger_has_a_site_and_a_pdf(path: str, tmp_path: Path) -> None:
    script = "set -e\n" + "\n".join([*STEPS[:2], f"{STEPS[2]} --strict", STEPS[3]])
    done = run("sh", "-c", script, cwd=tmp_path, env={"PATH": path})
    assert "WARNING" not in done.stdout + done.stderr
    assert "0 errors" in done.stdout
    site = tmp_path / "my-cv/_build"
    assert (site / "html/index.html").is_file()
    assert (site / "pdf/cv.pdf").read_bytes().startswith(b"%PDF")


def test_the_environment_of_the_manual_has_the_command(wheel: Path, tmp_path: Path) -> None:
    """As "Start" says where pip refuses; the packages that the wheel needs are not fetched."""
    page = (ROOT / "docs/start.md").read_text("utf-8")
    steps = re.findall(r"`(python3 -m venv \S+|\. \S+/bin/activate)`", page)
    assert len(steps) == 2
    python = tmp_path / "bin/python3"
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    install = f"pip install -q --no-deps --no-index {wheel}"
    needs = next(entry for entry in sys.path if entry.endswith("site-packages"))
    script = "\n".join(["set -e", *steps, install, "cd ~", "sphinx-cv new my-cv"])
    env = {"HOME": str(tmp_path), "PYTHONPATH": needs}
    env["PATH"] = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    run("sh", "-c", script, cwd=tmp_path, env=env)
    assert (tmp_path / "my-cv/conf.py").is_file()


def test_a_stranger_brings_a_cv(path: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests/data/import/rendercv.yaml", tmp_path / "cv.yaml")
    for name in ("orcid.json", "works.bib"):
        shutil.copy(ROOT / "tests/data/import" / name, tmp_path)
    first = "sphinx-cv import cv.yaml --into my-cv"
    second = "sphinx-cv import orcid.json works.bib --into my-cv"
    done = run("sh", "-c", f"{first} && {second}", cwd=tmp_path, env={"PATH": path})
    assert done.stdout.count("taken: 2 publications") == 2
    assert "Carberry_2008" in (tmp_path / "my-cv/refs.bib").read_text("utf-8")


def test_a_stranger_brings_a_file_or_a_folder(path: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests/data/import/moderncv.tex", tmp_path / "cv.tex")
    shutil.copytree(ROOT / "tests/data/import/alfolio", tmp_path / "ada.github.io")
    first = "sphinx-cv import cv.tex --into my-cv"
    second = "sphinx-cv import ~/ada.github.io --into my-cv"
    env = {"PATH": path, "HOME": str(tmp_path)}
    done = run("sh", "-c", f"{first} && {second}", cwd=tmp_path, env=env)
    assert done.stdout.count("taken: ") > 2
    assert (tmp_path / "my-cv/conf.py").is_file()


def test_the_preview_is_told_of_where_it_is_not_installed(path: str, tmp_path: Path) -> None:
    """What it needs is there with "sphinx-cv[serve]": "make serve" tries it."""
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_cv"]\n', "utf-8")
    hidden = "import sys; sys.modules['sphinx_autobuild'] = None\n"
    (tmp_path / "sitecustomize.py").write_text(hidden, "utf-8")
    env = {"PATH": path, "PYTHONPATH": str(tmp_path)}
    done = run("sh", "-c", "sphinx-cv serve", cwd=tmp_path, env=env, check=False)
    assert done.returncode == 2
    assert 'pip install "sphinx-cv[serve]"' in done.stderr


def test_what_is_published_holds_no_private_fact(wheel: Path, tmp_path: Path) -> None:
    source = clone(tmp_path / "source")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=source)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed, zipfile.ZipFile(wheel) as zipped:
        files = [packed.extractfile(member) for member in packed.getmembers() if member.isfile()]
        data = b"".join(file.read() for file in files if file)
        data += b"".join(zipped.read(name) for name in zipped.namelist())
    assert b"def build_project" in data
    assert [fact for fact in PRIVATE if fact.encode() in data] == []
