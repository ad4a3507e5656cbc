"""A CV in reStructuredText: the same directives, options and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]

INDEX = """\
Ada Lovelace
============

.. cv-header::

.. talk-list::
   :limit: 1

.. toctree::
   :hidden:

   posts
   talks
   papers
"""
POSTS = """\
:cv-kind: education

Education
=========

.. cv-entry:: Ph.D. candidate in
   Mathematics
   :organization: University of London
   :start: 2020
   :end: 2024
   :name: phd

   Advisor: *Augustus* De Morgan

   #. One

.. cv-entry:: :math:`x`-ray school
   :date: 2019

.. cv-entry::
   A title on a line of its own
   :date: 2018
   :kind: award

.. cv-lines::

   2017 | Summer school | University of Kent
"""
TALKS = """\
Talks
=====

.. talk:: Notes on the *Engine*
   :event: Royal Society
   :date: 2023-05-12
   :publication: lovelace1843notes
   :entry: phd

   The abstract.

A remark on :cv:entry:`phd` and :cite:`lovelace1843notes`.
"""
PAPERS = """\
Publications
============

.. publication-list::
   :group: year
"""
FILES = {
    "index.rst": INDEX,
    "posts.rst": POSTS,
    "talks.rst": TALKS,
    "papers.rst": PAPERS,
}
TODAY = {"cv_today": "2026-01-01"}


def test_options_are_options_and_text_is_text(site: Site) -> None:
    built = site(FILES, **TODAY)
    assert built.warnings == []
    phd, school, prize = built.article("posts.html").find_all(class_="cv-entry")
    assert phd.find(class_="cv-main").get_text() == "University of London"
    assert phd.find(class_="cv-title").get_text() == "Ph.D. candidate in Mathematics"
    assert phd.find(class_="cv-date").get_text() == "2020–2024"
    assert phd.find("em").get_text() == "Augustus"
    assert phd.find("ol").get_text(strip=True) == "One"
    assert phd["id"] == "phd"
    assert school.find("math")
    assert "cv-kind-education" in school["class"]
    assert prize.find(class_="cv-title").get_text() == "A title on a line of its own"
    assert "cv-kind-award" in prize["class"]
    assert "cv-kind-education" in built.article("posts.html").find(class_="cv-line")["class"]
    talk = built.article("talks.html").find(class_="cv-talk")
    assert talk.find("em").get_text() == "Engine"
    assert talk.find(class_="cv-abstract").find("p").get_text() == "The abstract."
    assert "Paper [1]" in talk.find(class_="cv-links").get_text()
    assert "Royal Society" in built.article().get_text()
    assert "Presented at Royal Society" in built.article("papers.html").get_text()


@pytest.mark.parametrize("builder", ["typst", "latex", "text"])
def test_all_outputs_have_it(site: Site, builder: str) -> None:
    built = site(FILES, builder, **TODAY)
    assert built.warnings == []
    if builder == "typst":
        assert (built.out / "cv.pdf").read_bytes().startswith(b"%PDF")
    else:
        text = "".join(path.read_text("utf-8") for path in built.out.rglob("*.t*x*"))
        assert "Royal Society" in text
        assert ":event:" not in text


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (".. talk:: T\n   :event: E\n   :date: May\n", '6: WARNING: "May" is not a date'),
        (".. talk::\n   T\n   :event: E\n   :date: May\n", '7: WARNING: "May" is not a date'),
        (".. cv-entry::\n   :date: 2023\n", "4: WARNING: cv-entry has no title"),
        (".. talk:: T\n\n   :event: E\n   :date: May\n", '7: WARNING: "May" is not a date'),
        (".. talk:: T\n   :date: 2023\n\n   :event: E\n", '4: WARNING: talk needs ":event:"'),
        (
            ".. talk:: T\n   :event: E\n   :dat: 1\n   :date: 2023\n",
            "6: WARNING: talk has no option",
        ),
        (".. talk-list::\n   :limit: x\n", '5: WARNING: "x" is not a number'),
        (
            ".. publication-list::\n   :group: year\n\n   nokey\n",
            '7: WARNING: no .bib file has the key "nokey"',
        ),
    ],
)
def test_a_fault_is_told_with_its_line(site: Site, source: str, told: str) -> None:
    built = site({"index.rst": f"Ada\n===\n\n{source}"}, "dummy")
    assert built.warnings[0].startswith(f"index.rst:{told}")


def test_no_rule_of_markdown_is_applied(site: Site) -> None:
    page = "Ada\n===\n\n`[](x)` and ``<!-- x -->``; +++\n\n| a\n| b\n\n<b>bold</b>\n"
    assert site({"index.rst": page}, "dummy").warnings == []


def test_a_page_of_software_names_its_papers(site: Site) -> None:
    page = ":cv-kind: software\n\nCode\n====\n\n`engine <https://example.org/code>`_ runs.\n"
    bib = "@misc{a, title={A}, year=2020, author={Lovelace, Ada}, code={https://example.org/code}}"
    files = {"index.rst": INDEX.replace("posts", "code"), "code.rst": page, "refs.bib": bib}
    built = site(files | {"papers.rst": PAPERS, "talks.rst": "Talks\n=====\n"}, **TODAY)
    assert built.warnings == []
    assert "[1]" in built.article("code.html").get_text()
