"""The options of entries and talks, from the source to the page, the lists and both prints."""

from __future__ import annotations

import re

import pytest

from sphinx_cv.source.items import ENTRY_OPTIONS, TALK_OPTIONS

PAGE = """# Ada

```{cv-entry} Engines for all
:kind: grant
:role: Principal investigator
:organization: ERC
:amount: EUR 2,499,000
:share: 620 k€
:number: 101055120
:tags: Recent, money
:details: With *two* partners.
:start: 2022
:end: 2027
```

```{cv-entry} Second grant
:kind: grant
:amount: €1000
:date: 2020
```

```{cv-entry} Jane Doe
:kind: student
:degree: PhD
:role: co-advisor
:organization: MIT
:thesis: On looms
:now: Professor at Yale
:date: 2020
```

```{cv-entry} Li Wei
:kind: student
:thesis: On rain
:with: Luis Haddad
:now: Professor at Lund
:date: 2019
```

```{cv-entry} Calculus
:kind: teaching
:code: MATH 101
:level: undergraduate
:students: 60
:date: fall 2019, fall 2021
```

```{talk} Looms
:event: ICML
:with: A. King, B. Li
:role: discussant
:kind: panel
:language: fr
:date: 2021-05-02/04
```

```{talk}
:event: Logic seminar
:location: Oxford
:kind: seminar
:date: 2020
```
"""


def lines(node) -> list[str]:
    parts = node.find_all(class_=["cv-main", "cv-subline", "cv-details", "cv-date"])
    return [part.get_text().replace("\N{NO-BREAK SPACE}", " ") for part in parts]


@pytest.fixture
def page(site):
    built = site(PAGE)
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


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (":role: investigator", ["Engines for all"]),
        (":tags: recent", ["Engines for all"]),
        (":tags: zzz, MONEY", ["Engines for all"]),
        (":kind: grant", ["Engines for all", "Second grant"]),
        (":year: 2021", ["Calculus"]),
    ],
)
def test_lists_filter_by_the_new_options(site, options, titles):
    built = site({"index.md": f"# Ada\n\n```{{entry-list}}\n{options}\n```\n", "one.md": PAGE})
    found = [title.get_text() for title in built.article().find_all(class_="cv-title")]
    assert set(titles) <= set(found)
    assert "Jane Doe" not in found


def test_a_list_adds_up_its_amounts(site):
    page = "# Ada\n\n```{entry-list}\n:kind: grant\n:sum:\n```\n"
    article = site({"index.md": page, "one.md": PAGE}).article()
    assert article.find(class_="cv-sum").get_text() == "Total: €2,500,000"
    other = PAGE.replace("€1000", "$1000")
    article = site({"index.md": page, "one.md": other}).article()
    assert article.find(class_="cv-sum").get_text() == "Total: €2,499,000 · $1,000"


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ("", True),
        (":kind: panel", False),
        (":show-kind: never", False),
        (":group: kind", False),
        (":kind: panel\n:show-kind: always", True),
    ],
)
def test_a_list_that_says_the_kind_leaves_it_out(site, options, shown):
    page = f"# Ada\n\n```{{talk-list}}\n{options}\n```\n"
    article = site({"index.md": page, "one.md": PAGE}).article()
    panel = lines(article.find(class_="cv-kind-panel"))[-1]
    said = "panel, discussant" if shown else "discussant"
    assert panel == f"ICML ({said}, in French), with A. King and B. Li"


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Seminars", False),
        ("Seminars and panels", True),
        ("Talks and seminars", True),
        ("Seminars & more", True),
        ("Seminars, 2023–2024", False),
        ("Talks", True),
        ("Panels", True),
    ],
)
def test_a_heading_that_says_the_kind_leaves_it_out(site, heading, shown):
    talk = "```{talk} Looms\n:event: Logic\n:kind: seminar\n:date: 2020\n```\n"
    text = site(f"# Ada\n\n## {heading}\n\n{talk}").article().find(class_="cv-subline").get_text()
    assert text == ("Logic (seminar)" if shown else "Logic")


def test_a_folded_list_folds_before_it_ends(site):
    talks = "".join(
        f"```{{talk}} {title}\n:event: E{year}\n:date: {year}\n```\n\n"
        for title, year in (("A", 2024), ("A", 2023), ("B", 2022), ("A", 2021), ("C", 2020))
    )
    page = "# Ada\n\n```{talk-list}\n:fold:\n:limit: 2\n```\n"
    article = site({"index.md": page, "one.md": f"# T\n\n{talks}"}).article()
    assert [lines(talk) for talk in article.find_all(class_="cv-talk")] == [
        ["A", "2021, 2023, 2024", "E2024, 2024 · E2023, 2023 · E2021, 2021"],
        ["B", "2022", "E2022"],
    ]


NESTED = """# Ada

````{cv-entry} University of London
:kind: experience
:organization: London
:start: 2010
:end: present

```{cv-entry} Professor
:start: 2018
:end: present
```

```{cv-entry} Lecturer
:start: 2010
:end: 2018
```
````

```{entry-list}
:organization: london
```
"""


def test_an_entry_holds_entries(site):
    built = site(NESTED)
    assert built.warnings == []
    outer = built.article().find(class_="cv-entry")
    assert [lines(inner)[0] for inner in outer.find_all(class_="cv-entry")] == [
        "Professor",
        "Lecturer",
    ]
    assert len(built.article().find_all(class_="cv-entry")) == 3 + 3


@pytest.mark.parametrize("builder", ["latex", "text", "epub"])
def test_nested_entries_build_elsewhere(site, builder):
    assert (
        site({"index.md": "# A\n\n```{toctree}\none\n```\n", "one.md": NESTED}, builder).warnings
        == []
    )


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
