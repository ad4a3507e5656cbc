"""What a CV in TeX says beside its entries: its look, its portrait, the day, what one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_cv.importer.project.nowhere import tell_nowhere
from sphinx_cv.importer.project.write import files_of
from sphinx_cv.importer.sources import read_source
from sphinx_cv.model.options.colors import contrast_to_white
from sphinx_cv.model.options.printing import LEAST_CONTRAST

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft

ENTRY = r"\section{Work}\cventry{2014}{Weaver}{Mill}{}{}{}"


@pytest.fixture
def read(tmp_path: Path):
    def draft_of(preamble: str, body: str = ENTRY, style: str = "moderncv") -> Draft:
        path = tmp_path / "cv.tex"
        head = f"\\documentclass{{{style}}}\n\\name{{Ada}}{{King}}\n{preamble}\n"
        path.write_text(f"{head}\\begin{{document}}\n{body}\n\\end{{document}}", "utf-8")
        return read_source(path)

    return draft_of


@pytest.mark.parametrize(
    ("preamble", "style", "look"),
    [
        (r"\moderncvstyle{banking}", "moderncv", {"look": "banking"}),
        (r"\moderncvstyle[left]{classic}", "moderncv", {"look": "modern"}),
        (r"\moderncvcolor{burgundy}", "moderncv", {"accent": "#980000"}),
        (r"\moderncvtheme[black]{casual}", "moderncv", {"look": "modern", "accent": "#000000"}),
        (r"\definecolor{awesome}{HTML}{001A28}", "awesome-cv", {"accent": "#001a28"}),
        (r"\definecolor{text}{HTML}{001A28}", "awesome-cv", {}),
        (r"\moderncvstyle{fancy}", "moderncv", {}),
        (r"\rfoot{\textit{Last update: \today}}", "moderncv", {"updated": True}),
        (r"\makecvfooter{\today}{Ada}{\thepage}", "awesome-cv", {"updated": True}),
        (r"\rfoot{\textit{Ada}}", "moderncv", {}),
    ],
)
def test_the_look_stays_where_ours_has_its_like(preamble, style, look, read):
    assert read(preamble, style=style).look == look


@pytest.mark.parametrize("color", ["blue", "green", "orange", "red", "grey", "purple"])
def test_a_color_is_as_dark_as_text_must_be(color, read):
    accent = read(rf"\moderncvcolor{{{color}}}").look["accent"]
    assert LEAST_CONTRAST <= contrast_to_white(accent) < LEAST_CONTRAST + 1


def test_the_look_is_in_the_settings_and_told(read):
    draft = read(r"\moderncvstyle{banking}\moderncvcolor{burgundy}\rfoot{Updated \today}")
    wanted = '\ncv_print = {\n    "look": "banking",\n    "accent": "#980000",\n    "updated": True,\n}\n'
    assert wanted in files_of(draft)["conf.py"]
    told = '"look", "accent", "updated" in conf.py, from moderncvstyle banking, color burgundy, {Updated \\today}'
    assert ("cv_print", f"changed: {told}") in draft.report
    assert "cv_print" not in files_of(read("x"))["conf.py"]


def test_the_day_of_the_build_in_the_text_is_no_paragraph(read):
    draft = read("", ENTRY + r"\vfill\rightline{\textit{Last update: \today}}")
    assert draft.look == {"updated": True}
    assert "update" not in files_of(draft)["sections/work.md"]


def test_a_portrait_is_copied(read, tmp_path):
    (tmp_path / "me.JPG").write_bytes(b"x")
    draft = read(r"\photo[64pt][0.4pt]{me}")
    assert draft.profile["photo"] == "me.JPG"
    assert draft.files == {"me.JPG": tmp_path / "me.JPG"}
    assert draft.look["photo"] is True
    assert not draft.report


@pytest.mark.parametrize(
    ("name", "there", "said"),
    [
        ("me", "me.eps", '"me.eps" is a picture that browsers do not show: save it as JPEG or PNG'),
        ("me", "", 'the picture "me" is not there: copy it'),
        ("../me", "../me.png", 'the picture "../me" is not there: copy it'),
    ],
)
def test_a_portrait_that_cannot_be_shown_is_told(name, there, said, read, tmp_path):
    if there:
        (tmp_path / there).write_bytes(b"x")
    draft = read(rf"\photo{{{name}}}")
    assert not draft.files
    assert "photo" not in draft.profile
    words = f'look at: {said} beside conf.py, and write "photo" in cv_profile'
    assert draft.report == [("photo", words)]


def test_the_address_of_a_portrait_is_left_out(read):
    draft = read(r"\photo{https://x.org/me.jpg}")
    assert draft.report == [("photo", "left out: https://x.org/me.jpg")]


def test_what_one_was_is_the_title_where_the_grade_is(read):
    job = r"\section{Work}\cventry{2014--\the\year}{Automotive}{Ulm}{}{%s}{A loom.}"
    draft = read(r"\title{Weaver}", job % "Weaver")
    page = files_of(draft)["sections/work.md"]
    assert (
        "} Weaver\n:organization: Ulm\n:details: Automotive\n:start: 2014\n:end: present\n" in page
    )
    assert page.endswith("\n\nA loom.\n```\n")
    assert draft.report == [
        ("Work[0]", r'changed: "\the\year" is read as "present"'),
        ("Work[0]", 'changed: "Weaver" is the title, "Automotive" its details'),
    ]
    assert (
        "} Software Engineer\n" in files_of(read("", job % "Software Engineer"))["sections/work.md"]
    )
    # A grade that is none of a position stays below.
    for grade in ("with honours", ""):
        assert "} Automotive\n" in files_of(read("", job % grade))["sections/work.md"]


def test_a_link_that_moves_to_the_title_is_told(read):
    school = r"\section{Education}\cventry{2014}{B.Sc.}{\href{https://e.org}{Ulm}}{}{}{}"
    draft = read("", school)
    assert "\n:url: https://e.org\n" in files_of(draft)["sections/education.md"]
    assert draft.report == [
        ("Education[0]", "changed: the link on its organization is on its title")
    ]


def test_a_network_without_a_page_has_advice(read):
    ((_place, words),) = read(r"\social[skype]{ada.k}").report
    assert words == (
        'left out: skype ada.k (not a page on the web: if there is one, write it below "links" in '
        "cv_profile)"
    )


def test_a_command_is_told_to_its_end_and_what_was_taken_is_not(read):
    draft = read(
        "\\phone[mobile]{+49~731~123}\n\\rfoot{\\textit{\\begin{x}{french}\nMise à jour: \\foo\n}}}"
    )
    tell_nowhere(draft)
    ((_place, words),) = draft.report
    assert "731" not in words
    assert r"\phone[mobile] \rfoot{\textit{\begin{x}{french} Mise à jour: \foo }}}" in words
