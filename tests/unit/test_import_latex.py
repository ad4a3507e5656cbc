"""CVs in TeX: commands of one's own, addresses in arguments, groups around commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_cv.importer.formats.latex.document import read
from sphinx_cv.importer.formats.latex.macros import Macros
from sphinx_cv.importer.project.write import files_of

if TYPE_CHECKING:
    from pathlib import Path

PREAMBLE = r"\documentclass{awesome-cv}\name{Ada}{King}"


@pytest.fixture
def pages(tmp_path: Path):
    def pages_of(body: str, preamble: str = PREAMBLE) -> dict[str, str]:
        path = tmp_path / "cv.tex"
        path.write_text(f"{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}", "utf-8")
        draft = read(path, lambda file: file.read_text("utf-8"))
        return {**files_of(draft), "report": str(draft.report)}

    return pages_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\newcommand{\a}{x}\a{} \a, \ab", r"x{} x, \ab"),
        (r"\newcommand*\a[2]{#2 (#1)}\a{p}{q} \a12", "q (p) 2 (1)"),
        (r"\newcommand{\a}[2][d]{#1#2}\a{x} \a[y]{z}", "dx yz"),
        (r"\def\a#1{<#1>}\newcommand{\b}{\a{i}}\b", "<i>"),
        (r"\renewcommand{\known}{no}\known", r"\renewcommand{\known}{no}\known"),
        (r"\newcommand{\a}{\a\a}\a", r"\a" * 256),
        (r"\newcommand{\a}[1]{[#1]}\a", "[]"),
    ],
)
def test_commands_of_ones_own_are_written_out(text, expected):
    assert Macros({"known"}).written_out(text) == expected


def test_a_command_of_ones_own_may_hold_entries(pages):
    own = PREAMBLE + r"\newcommand{\job}[2]{\cventry{#1}{\hrefs{https://e.org}{#2}}{}{2020}{}}"
    own += r"\newcommand{\hrefs}[2]{\href{#1}{\underline{#2}}}"
    page = pages(r"\cvsection{Work} \job{Fellow}{Ulm}", own)["sections/work.md"]
    assert "{cv-entry} Fellow\n:organization: Ulm\n:date: 2020\n:url: https://e.org\n" in page


def test_words_of_unknown_commands_are_apart(pages):
    page = pages(r"\cvsection{Work} \ifx{Nu}{Now} {\cvlistitem{In a group}} ``Quoted' %no")
    assert "Nu Now" in page["sections/work.md"]
    assert "- In a group" in page["sections/work.md"]
    assert "“Quoted’" in page["sections/work.md"] or "“Quoted'" in page["sections/work.md"]


def test_what_is_no_user_is_told(pages):
    found = pages("", PREAMBLE + r"\googlescholar{B4 x}{}\github{a\_b}\homepage{e.org/\~{}ada}")
    assert "https://github.com/a_b" in found["conf.py"]
    assert "https://e.org/~ada" in found["conf.py"]
    assert "left out: googlescholar B4 x" in found["report"]


def test_a_class_of_ones_own_is_known_by_the_commands_in_other_files(pages, tmp_path):
    (tmp_path / "cv").mkdir()
    (tmp_path / "cv/work.tex").write_text(
        r"\cvsection{Work}\begin{cventries}\cventry{Fellow}{Ulm}{}{2020}{}\end{cventries}", "utf-8"
    )
    found = pages(r"\input{cv/work}", r"\documentclass{academic-cv}\name{Ada}{King}")
    assert "{cv-entry} Fellow" in found["sections/work.md"]
