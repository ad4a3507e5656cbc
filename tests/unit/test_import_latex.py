"""CVs in TeX: commands of one's own, addresses in arguments, groups around commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_cv.importer.formats.latex.macros import Macros
from sphinx_cv.importer.project.write import files_of
from sphinx_cv.importer.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path

PREAMBLE = r"\documentclass{awesome-cv}\name{Ada}{King}"


@pytest.fixture
def pages(tmp_path: Path):
    def pages_of(body: str, preamble: str = PREAMBLE) -> dict[str, str]:
        path = tmp_path / "cv.tex"
        path.write_text(f"{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}", "utf-8")
        draft = read_source(path)
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


def test_a_missing_argument_does_not_take_the_next_command(pages):
    found = pages(
        r"\section{Work}\cventry{2020}{Fellow}{Ulm}",
        r"\documentclass{moderncv}\name{Ada}{King}\address{1 Way}{Ulm}\mobile{555-1}\phone{555-2}",
    )
    assert found["private.toml"] == 'address = "1 Way, Ulm"\nphone = "555-1"\n'
    assert "('phone', 'left out: 555-2')" in found["report"]
    assert "{cv-entry} Fellow\n:organization: Ulm\n" in found["sections/work.md"]


def test_every_command_before_the_document_is_taken_or_told(pages):
    own = r"\moderncvtheme[grey]{classic}\definecolor{a}{rgb}{0,0,0}\usepackage{x}\setlist{nosep}"
    own += r"\fax{77}\extrainfo{Likes looms}\pets{Two cats}{one dog}\lattes{lattes.cnpq.br/22}"
    report = pages("x", rf"\documentclass{{moderncv}}\name{{Ada}}{{King}}{own}")["report"]
    for words in ("'fax', 'left out: 77'", "Likes looms", "Two cats", "one dog"):
        assert words in report
    assert "usepackage" not in report


def test_arguments_that_are_used_otherwise_are_put_right(pages):
    found = pages(
        r"\section{Education}\cventry{2010}{Physics}{Ulm}{}{Ph.D}{A thesis.}"
        r"\cventry{2008}{B.Sc.}{Ulm}{}{1.3}{}"
        r"\section{Training}\subsection{Courses taken}\cventry{2011}{Academy}{21h}{Looms}{}{}"
        r"\subsection{Courses taught}\cventry{2012}{Weaving}{16 hours}{}{}{}"
        r"\section{Awards}\cventry{2013}{Academy of Ulm}{}{}{}{Best loom}"
        r"\cventry{2014}{Medal}{Ulm}{}{}{For looms}",
        r"\documentclass{moderncv}\name{Ada}{King}",
    )
    assert (
        "} Ph.D, Physics\n:organization: Ulm\n:date: 2010\n\nA thesis."
        in found["sections/education.md"]
    )
    assert "} B.Sc.\n:organization: Ulm\n:date: 2008\n\n1.3" in found["sections/education.md"]
    page = found["sections/training.md"]
    assert "} Looms\n:organization: Academy\n:details: 21h\n:date: 2011\n" in page
    assert "} Weaving\n:kind: teaching\n:details: 16 hours\n" in page
    assert page.startswith("---\ncv-kind: education\n")
    assert "} Best loom\n:organization: Academy of Ulm\n" in found["sections/awards.md"]
    assert "} Medal\n:organization: Ulm\n:date: 2014\n\nFor looms" in found["sections/awards.md"]


def test_publications_that_are_text_have_no_numbers_and_are_told(pages):
    found = pages(
        r"\section{Publications}\subsection{Books}\cvitem{1:}{King, A. \textbf{Looms}. 2020.}"
        r"\cvline{[J2]}{King, A. \emph{Threads}.}\cvitem{2019}{King, A. Cards.}"
        r"\section{Skills}\cvitem{1:}{Weaving}\section{Reviews of papers}\cvitem{1:}{Nature}",
        r"\documentclass{moderncv}\name{Ada}{King}",
    )
    assert (
        "- King, A. **Looms**. 2020.\n- King, A. *Threads*.\n- **2019:** King"
        in found["sections/publications.md"]
    )
    assert "- **1:** Weaving" in found["sections/skills.md"]
    assert found["report"].count("these publications are text") == 1


def test_a_list_within_a_line_keeps_its_points_apart(pages):
    body = r"\cvsection{Skills}\cvlistitem{Looms:\begin{itemize}\item Jacquard\item Hand \emph{loom}\end{itemize}}"
    assert "- Looms: Jacquard; Hand *loom*" in pages(body)["sections/skills.md"]


def test_files_are_taken_in_from_the_folder_that_tex_is_run_in(tmp_path):
    (tmp_path / "secret.tex").write_text(r"\section{Secrets}\cvitem{a}{b}", "utf-8")
    source = tmp_path / "cv/src"
    (source / "parts").mkdir(parents=True)
    body = r"\input{src/parts/work.tex}\input{parts/more}\input{../../secret}"
    head = rf"\documentclass{{moderncv}}\begin{{document}}{body}\end{{document}}"
    (source / "cv.tex").write_text(head, "utf-8")
    (source / "parts/work.tex").write_text(r"\section{Work}\cvitem{a}{b}", "utf-8")
    (source / "parts/more.tex").write_text(r"\section{More}\cvitem{a}{b}", "utf-8")
    draft = read_source(source / "cv.tex")
    assert [section.title for section in draft.sections] == ["Work", "More"]
    assert (r"\input{../../secret}", "left out: this file is not there") in draft.report


def test_an_entry_that_is_text_alone_is_a_paragraph(pages):
    aims = r"\section{Aims}\cventry{}{}{}{}{I weave.}\cventry{}{}{}{2020}{At home.}"
    page = pages(aims)["sections/aims.md"]
    assert "# Aims\n\nI weave.\n" in page
    assert "{cv-entry} Untitled\n:date: 2020\n\nAt home.\n" in page


def test_a_date_in_the_place_of_the_town_is_a_date(pages):
    jobs = r"\section{Jobs}\cventry{Fellow}{Mill}{2018 -- Present}{Ulm}{}"
    options = ":organization: Mill\n:location: Ulm\n:start: 2018\n:end: present\n"
    assert f"{{cv-entry}} Fellow\n{options}" in pages(jobs)["sections/jobs.md"]


@pytest.mark.parametrize(
    ("setup", "language"),
    [
        (r"\usepackage[ngerman]{babel}", "de"),
        (r"\usepackage[english, main=french]{babel}", "fr"),
        (r"\usepackage[french,english]{babel}", "en"),
        (r"\setmainlanguage[variant=mexican]{spanish}", "es"),
        (r"%\usepackage[french]{babel}", "en"),
        (r"\usepackage[klingon]{babel}", "en"),
    ],
)
def test_a_cv_is_in_the_language_that_tex_sets(setup, language, pages):
    preamble = f"\\documentclass{{moderncv}}\n{setup}\n\\name{{Ada}}{{King}}"
    assert f'language = "{language}"' in pages("I weave.", preamble)["conf.py"]


def test_a_talk_that_was_given_again_has_one_date(pages):
    talks = r"\section{Talks}\cvhonor{On looms}{Ulm}{}{2016 -- Present}"
    talks += r"\cvhonor{On threads}{Ulm}{}{2016 -- 2018}"
    page = pages(talks)["sections/talks.md"]
    assert "{talk} On looms\n:event: Ulm\n:date: 2016/..\n" in page
    assert "{talk} On threads\n:event: Ulm\n:date: 2016/2018\n" in page
