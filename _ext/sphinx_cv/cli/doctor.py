"""``sphinx-cv doctor``: what this machine has and lacks for each output, in one screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.print.typst.fonts import CJK, OTHERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# Where systems keep their fonts; the print engine searches the same folders.
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
    "~/AppData/Local/Microsoft/Windows/Fonts",
)
FONT_SUFFIXES = (".ttf", ".otf", ".ttc")
# Names of font files begin with these.
CJK_FONTS = ("NotoSerifCJK", "NotoSansCJK")
OTHER_FONTS = ("NotoNaskhArabic", "NotoSerifDevanagari", "NotoSerifThai")
TEX_PROGRAMS = ("latexmk", "lualatex")
# What our LaTeX layout loads beyond a minimal TeX.
TEX_FILES = ("fontspec.sty", "lastpage.sty", "etoolbox.sty")
TEX_PACKAGES = "latexmk texlive-luatex texlive-latex-extra"
APT = '"apt" is for Debian and Ubuntu; other systems have these packages under similar names.'
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    """What is asked of a machine: its programs, TeX files, Python modules and font files."""

    has_program: Callable[[str], bool]
    has_tex_file: Callable[[str], bool]
    has_module: Callable[[str], bool]
    fonts: Sequence[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """Whether this machine can make an output, and what it uses or lacks for it."""

    output: str
    ready: bool
    words: str


def examine(machine: Machine | None = None) -> list[Answer]:
    """Return what a machine, by default this one, can make."""
    machine = machine or this_machine()
    return [
        Answer(output="Website", ready=True, words="nothing else is needed"),
        Answer(output="PDF", ready=True, words="by Typst, which is installed; no TeX is needed"),
        _fonts("PDF: Chinese, Japanese, Korean", CJK_FONTS, CJK, machine),
        _fonts("PDF: Arabic, Hindi, Thai …", OTHER_FONTS, OTHERS, machine),
        _latex(machine),
        _preview(machine),
        _browser(machine),
    ]


def show(answers: Iterable[Answer]) -> str:
    """Return the answers as lines of one table."""
    rows = list(answers)
    width = max(len(row.output) for row in rows)
    lines = [f"{'ok' if row.ready else '--'}  {row.output:{width}}  {row.words}" for row in rows]
    return "\n".join([*lines, "", APT])


def this_machine() -> Machine:
    """Return the machine that this runs on."""
    return Machine(
        has_program=lambda name: shutil.which(name) is not None,
        has_tex_file=_has_tex_file,
        has_module=lambda name: find_spec(name) is not None,
        fonts=font_files(Path(folder).expanduser() for folder in FONT_FOLDERS),
    )


def font_files(folders: Iterable[Path]) -> list[str]:
    """Return the names of the font files below *folders*, skipping what cannot be read."""
    return [
        name
        for folder in folders
        for _path, _folders, names in os.walk(folder)
        for name in names
        if name.lower().endswith(FONT_SUFFIXES)
    ]


def _has_tex_file(name: str) -> bool:
    finder = shutil.which("kpsewhich")
    if finder is None:
        return False
    done = subprocess.run([finder, name], capture_output=True, check=False)  # noqa: S603, ours
    return done.returncode == 0


def _fonts(output: str, names: tuple[str, ...], package: str, machine: Machine) -> Answer:
    found = next((font for font in machine.fonts if font.startswith(names)), "")
    if found:
        return Answer(output=output, ready=True, words=f"by {found.partition('-')[0]}")
    words = f"no font has the letters: apt install {package}"
    return Answer(output=output, ready=False, words=words)


def _latex(machine: Machine) -> Answer:
    output = "PDF by LaTeX (optional)"
    lacking = [name for name in TEX_PROGRAMS if not machine.has_program(name)]
    lacking = lacking or [name for name in TEX_FILES if not machine.has_tex_file(name)]
    if not lacking:
        return Answer(output=output, ready=True, words="sphinx-cv build -b latexpdf")
    words = f"without {', '.join(lacking)}: apt install {TEX_PACKAGES}"
    return Answer(output=output, ready=False, words=words)


def _preview(machine: Machine) -> Answer:
    output = "Preview (optional)"
    if machine.has_module("sphinx_autobuild"):
        return Answer(output=output, ready=True, words="sphinx-cv serve")
    words = 'without sphinx-autobuild: pip install "sphinx-cv[serve]"'
    return Answer(output=output, ready=False, words=words)


def _browser(machine: Machine) -> Answer:
    output = "Pictures (optional)"
    found = next((name for name in BROWSERS if machine.has_program(name)), "")
    if found:
        return Answer(output=output, ready=True, words=f"by {found} --headless --screenshot")
    return Answer(output=output, ready=False, words="no Chromium; any browser shows the site")
