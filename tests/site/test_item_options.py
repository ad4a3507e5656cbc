"""The options of entries and talks, from the source to the page and both prints."""

from __future__ import annotations

import re

import pytest
from item_page import PAGE, lines

from sphinx_cv.source.items import ENTRY_OPTIONS, TALK_OPTIONS


@pytest.fixture(scope="module")
def page(module_site):
    built = module_site(PAGE)
    assert built.warnings == []
    return built.article()


def test_a_grant_says_role_amount_share_and_number(page):
    assert lines(page.find(class_="cv-kind-grant")) == [
        "Engines for all, ERC",
        "2022–2027",
        "Principal investigator · €2,499,000 (€620,000 to me) · 101055120",
        "With two partners.",
    ]


def test_the_dot_between_facts_stays_with_what_precedes_it(page):
    facts = page.find(class_="cv-kind-grant").find(class_="cv-subline").get_text()
    assert facts.count("\N{NO-BREAK SPACE}· ") == facts.count("·") == 2


def test_a_student_says_degree_thesis_and_now(page):
    assert lines(page.find(class_="cv-kind-student")) == [
        "Jane Doe, PhD, co-advisor, MIT",
        "2020",
        "On looms. Now: Professor at Yale",
    ]
    # Who else advised belongs to the thesis.
    assert lines(page.find_all(class_="cv-kind-student")[1]) == [
        "Li Wei",
        "2019",
        "On rain, with Luis Haddad. Now: Professor at Lund",
    ]


def test_a_course_says_code_level_and_students(page):
    assert lines(page.find(class_="cv-kind-teaching")) == [
        "Calculus",
        "Fall 2019, Fall 2021",
        "MATH 101 · undergraduate · 60 students",
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("60", "60 students"),
        ("25-30", "25–30 students"),
        ("25 – 30", "25–30 students"),
        ("~ 40", "~ 40 students"),
        ("12, 15", "12, 15 students"),
        ("about 30 residents", "about 30 residents"),
    ],
)
def test_a_number_of_students_is_any_number(site, written, shown):
    article = site(f"# Ada\n\n```{{cv-entry}} Calculus\n:students: {written}\n```\n").article()
    assert article.find(class_="cv-subline").get_text() == shown


def test_a_talk_names_people_and_role(page):
    assert lines(page.find(class_="cv-kind-panel")) == [
        "Looms",
        "May 2–4, 2021",
        "ICML (panel, discussant, in French), with A. King and B. Li",
    ]


def test_a_talk_without_a_title_leads_with_its_event(page):
    assert lines(page.find(class_="cv-kind-seminar")) == [
        "Logic seminar, Oxford (seminar)",
        "2020",
    ]


@pytest.mark.parametrize(("builder", "name"), [("latex", "cv.tex"), ("text", "index.txt")])
def test_both_prints_and_the_text_say_the_same(site, builder, name):
    built = site({"index.md": "# Ada\n\n```{toctree}\none\n```\n", "one.md": PAGE}, builder)
    assert built.warnings == []
    text = built.text(name if builder == "latex" else "one.txt")
    text = re.sub(r"\\mbox\{([^{}]*)\}", r"\1", text)
    for part in ("€2,499,000", "with A. King and B. Li", "Now: Professor at Yale", "60 students"):
        assert part in text


ODD = [
    "x",
    "$x",
    "**",
    "`",
    "{ref}`x`",
    "<b>x</b>",
    "[x](y)",
    "![x](y)",
    "\\",
    "é😀",
    "\x1b",
    "&#0;",
    "_",
]


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
def test_odd_values_of_all_options_end_no_build(site, builder):
    """The reader has met sixty; these are those that a parser or a writer may stumble over."""
    items = [
        f"```{{{name}}} Item\n" + "".join(f":{option}: {value}\n" for option in options) + "```\n"
        for value in ODD
        for name, options in (("cv-entry", ENTRY_OPTIONS), ("talk", TALK_OPTIONS))
    ]
    page = "# Odd\n\n" + "\n".join(items)
    built = site({"index.md": "# Ada\n\n```{toctree}\none\n```\n", "one.md": page}, builder)
    assert all("Traceback" not in line for line in built.warnings)
    assert all(line.startswith(("one.md:", "WARNING", "<unknown>")) for line in built.warnings)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (
            ":amount: 5000",
            '"5000" is not an amount with its currency: write "EUR 2499000" or "EUR 2.5 million"',
        ),
        (":share: XXZ 5", '"XXZ" is not a currency: write a code such as EUR, USD or GBP'),
        (":role:", '"role" is empty: write ":role: chair"'),
        (":tags:", '"tags" is empty: write ":tags: teaching, recent"'),
    ],
)
def test_a_wrong_option_is_told_at_its_line(site, option, message):
    [warning] = site(f"# Ada\n\n```{{cv-entry}} Grant\n{option}\n```\n").warnings
    assert warning == f"index.md:4: WARNING: {message} [cv.option]"


def test_the_comma_of_a_remark_is_that_of_the_language(site):
    talk = "```{talk} 相位陣列\n:event: ISSCC\n:kind: tutorial\n:language: en\n:date: 2023\n```\n"
    article = site(f"# 林\n\n{talk}", language="zh_TW").article()
    assert article.find(class_="cv-subline").get_text() == "ISSCC（教學課程，英文）"
