"""Builds this CV from the wheel, in an empty folder: oldest and newest versions, other themes.

``make matrix``. Every build has to end without a warning, and every PDF has to be the same. The
environments are kept in ``_build/matrix`` and made anew when what they hold changes.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "_build" / "matrix"
THEMES = {
    "alabaster": "alabaster",
    "furo": "furo",
    "sphinx_rtd_theme": "sphinx-rtd-theme",
    "sphinx_book_theme": "sphinx-book-theme",
}
STRICT = ("-E", "-W", "-n", "--keep-going", "-q")
FIXED = {"SOURCE_DATE_EPOCH": "1700000000"}
PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")


def main() -> int:
    """Run all builds, print a line for each, and return 1 where one fails."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        wheel = built_wheel(work)
        pinned = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
        pinned = [line for line in pinned if re.match(r"\w", line)]
        floors = lowest()
        rows = [
            *rows_of(work, "lowest", environment("lowest", floors, wheel)),
            *rows_of(work, "newest", environment("newest", [], wheel)),
        ]
        python = environment("themes", [*pinned, *THEMES.values()], wheel)
        rows += rows_of(work, "pinned", python)
        for theme in THEMES:
            rows += rows_of(work, theme, python, theme=theme)
    pdfs = {pdf for _name, _told, pdf in rows if pdf}
    for name, told, pdf in rows:
        print(f"{name:32} {'failed' if told else 'ok':7} {pdf}")
        print(told, end="")
    print("one PDF" if len(pdfs) == 1 else f"{len(pdfs)} different PDFs")
    return int(len(pdfs) != 1 or any(told for _name, told, _pdf in rows))


def built_wheel(work: Path) -> Path:
    """Build the wheel, and make sure that it holds all files of the package."""
    run(sys.executable, *PIP, "wheel", "--no-deps", "--wheel-dir", work, ROOT)
    (wheel,) = work.glob("*.whl")
    names = set(run(sys.executable, "-m", "zipfile", "-l", wheel).split())
    listed = run("git", "-C", ROOT, "ls-files", "_ext/sphinx_cv").split()
    missing = {name.removeprefix("_ext/") for name in listed} - names
    if missing:
        raise SystemExit(f"the wheel lacks {', '.join(sorted(missing))}")
    return wheel


def lowest() -> list[str]:
    """Return the floors of the dependencies, as exact versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pattern = re.compile(r"([\w-]+)>=([\d.]+)")
    floors = (pattern.match(needed) for needed in project["dependencies"])
    return [f"{floor[1]}=={floor[2]}" for floor in floors if floor]


def environment(name: str, packages: list[str], wheel: Path) -> Path:
    """Return the Python of an environment with *packages*, and this wheel."""
    state = hashlib.sha256(repr((sorted(packages), sys.version)).encode()).hexdigest()[:12]
    folder = KEPT / f"{name}-{state}"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        for old in KEPT.glob(f"{name}-*"):
            shutil.rmtree(old)
        venv.create(folder, with_pip=True)
    # What is named in both has to agree, or pip says so.
    run(python, *PIP, "install", "--upgrade", "--force-reinstall", "--no-deps", wheel)
    eager = () if packages else ("--upgrade", "--upgrade-strategy", "eager")
    run(python, *PIP, "install", *eager, wheel, *packages)
    run(python, "-m", "pip", "check")
    return python


def rows_of(work: Path, name: str, python: Path, *, theme: str = "") -> list[tuple[str, str, str]]:
    """Build this CV, and return for each build its name, what it said, and its PDF's digest."""
    source = work / f"source-{name}"
    source.mkdir()
    for part in ("conf.py", "index.md", "refs.bib"):
        shutil.copy(ROOT / part, source)
    for folder in ("sections", "locales"):
        shutil.copytree(ROOT / folder, source / folder)
    if not theme:
        return [build(python, source, name, "html"), build(python, source, name, "latex")]
    named = ("-D", f"html_theme={theme}")
    # A project that is no CV reads Markdown by its own settings: two texts here are others then,
    # of which there is no translation.
    other_texts = ("-D", "suppress_warnings=cv.translation")
    return [
        build(python, source, f"{name}, as a CV", "html", *named, "-D", "cv_preset=1"),
        build(python, source, name, "html", *named, *other_texts),
    ]


def build(
    python: Path, source: Path, name: str, builder: str, *options: str
) -> tuple[str, str, str]:
    """Run one build from an empty folder."""
    out = source.parent / "out" / name / builder
    command = (python, "-m", "sphinx", "-b", builder, *STRICT, *options, source, out)
    done = subprocess.run(
        [*map(str, command)],
        cwd=source,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | FIXED,
        capture_output=True,
        text=True,
        check=False,
    )
    told = done.stdout + done.stderr
    if done.returncode and not told:
        told = f"exit code {done.returncode}\n"
    pdf = out / "cv.pdf"
    digest = hashlib.sha256(pdf.read_bytes()).hexdigest()[:16] if pdf.is_file() else ""
    return f"{name}, {builder}", told, digest


def run(*command: str | Path) -> str:
    """Run a command and return what it says; stop with it where it fails."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
