"""Blocks of a page: columns, labelled lines, tables without a header, joined entries, news."""

from __future__ import annotations

import re

import pytest

COLUMNS = """# Ada

```{cv-columns} 3
Augustus De Morgan\\
London

Mary Somerville

% a remark

Charles Babbage

Luigi Menabrea
```

```{cv-columns}
- One
- *Two*
- Three
```

```{cv-columns}
London
: Ada

Turin
: Luigi
```
"""


def test_columns_hold_blocks_or_the_items_of_a_list(site):
    built = site(COLUMNS)
    assert built.warnings == []
    found = built.article().find_all(class_="cv-columns")
    cells = [
        [cell.get_text(" ", strip=True) for cell in row.find_all(class_="cv-column")]
        for row in found
    ]
    assert cells == [
        ["Augustus De Morgan London", "Mary Somerville", "Charles Babbage", "Luigi Menabrea"],
        ["One", "Two", "Three"],
        ["London Ada", "Turin Luigi"],
    ]
    assert "cv-columns-3" in found[0]["class"]


def test_columns_are_printed(site):
    page = "# CV\n\n```{toctree}\none\n```\n"
    built = site({"index.md": page, "one.md": COLUMNS}, "latex")
    assert built.warnings == []
    tex = built.text("cv.tex")
    assert re.findall(r"\\begin{cvcolumns}{(\d)}", tex) == ["3", "2", "2"]
    assert tex.count("\\begin{cvcolumn}") == 9


@pytest.mark.parametrize("count", ["4", "2 3"])
def test_another_number_of_columns_is_told_and_shows_two(site, count):
    built = site(f"# Ada\n\n```{{cv-columns}} {count}\nOne\n\nTwo\n```\n")
    assert built.warnings == [
        f'index.md:3: WARNING: cv-columns has 2 or 3 columns, not "{count}": '
        "write ```{cv-columns} 2 [cv.option]"
    ]
    assert len(built.article().find_all(class_="cv-column")) == 2


def test_empty_columns_are_nothing(site):
    built = site("# Ada\n\n```{cv-columns}\n```\n")
    assert (built.warnings, built.article().find(class_="cv-columns")) == ([], None)


def test_labelled_lines_know_their_widest_label(site):
    page = "# Skills\n\nPython\n: Daily\n\nA long label\n: First.\n\n  Second.\n"
    text = site({"index.md": "# CV\n\n```{toctree}\none\n```\n", "one.md": page}, "latex").text(
        "cv.tex"
    )
    assert "\\cvlabels{A long label}" in text


def test_a_header_row_that_is_empty_is_left_out(site):
    table = "|  |  |\n|---|---|\n| 1 | 2 |\n"
    named = "| a |  |\n|---|---|\n| 1 | 2 |\n"
    tables = site(f"# Ada\n\n{table}\nText\n\n{named}").article().find_all("table")
    assert [table.find("thead") is None for table in tables] == [True, False]


JOBS = """# Jobs

```{cv-entry} Professor
:organization: Univ of X
:location: London
:start: 2018-09
:end: present
```

% a remark

```{cv-entry} Lecturer
:organization: Univ of X
:location: London
:start: 2014
:end: 2018
:join:

With a body.
```

```{cv-entry} Assistant
:organization: Univ of X
:location: Paris
:date: 2013
:join:
:name: first
```

```{cv-entry} Ph.D.
:kind: education
:organization: Univ of Y
:location: London
:start: 2009
:end: 2012
```
```{cv-entry} M.Sc.
:kind: education
:organization: Univ of Y
:location: London
:date: 2008
:join:
```
"""


@pytest.mark.parametrize("builder", ["html", "text"])
def test_entries_of_one_organization_are_joined(site, builder):
    top = "# CV\n\n```{toctree}\none\n```\n\n```{entry-list}\n```\n"
    built = site({"index.md": top, "one.md": JOBS}, builder)
    assert built.warnings == []
    if builder == "text":
        lines = [line.replace("*", "") for line in built.text("one.txt").splitlines() if line]
        assert lines[1:] == [
            "",
            "Univ of X · 2013–present",
            "Professor, London · September 2018 – present",
            "Lecturer, London · 2014–2018",
            "With a body.",
            "Assistant, Paris · 2013",
            "Univ of Y, London · 2008–2012",
            "Ph.D. · 2009–2012",
            "M.Sc. · 2008",
        ]
        # A list shows each as it is.
        assert "Professor, Univ of X, London" in built.text("index.txt")
    if builder == "html":
        ids = [each["id"] for each in built.article("one.html").find_all(id=True)]
        assert "first" in ids
        assert len(ids) == len(set(ids))


def test_what_cannot_be_joined_is_told(site):
    page = "# Jobs\n\n```{cv-entry} A\n:organization: X\n```\n\n```{cv-entry} B\n:join:\n:organization: Y\n```\n"
    built = site(page)
    assert built.warnings == [
        'index.md:8: WARNING: "join" joins an entry to the one right above it at the same '
        "organization: there is none [cv.option]"
    ]
    assert len(built.article().find_all(class_="cv-entry")) == 2


NEWS = """# News

```{latest-list}
:limit: 5
```

```{latest-list}
:kind: grant, seminar
```

```{toctree}
all
```
"""
ALL = """# All

```{publication-list}
```

```{talk} Looms
:event: ICML
:location: Rome
:date: 2025-05
:kind: keynote
```

```{talk}
:event: Logic seminar
:date: 2023
:kind: seminar
```

```{cv-entry} Prize
:kind: award
:organization: ACM
:date: 2024-06
```

```{cv-entry} Professor
:organization: University of X
:start: 2025-09
:end: present
```

```{cv-entry} Engines
:kind: grant
:start: 2020
:end: 2030
```

```{cv-entry} Undated
```
"""


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_the_newest_of_all_kinds_stand_in_one_list(site, builder):
    built = site({"index.md": NEWS, "all.md": ALL}, builder)
    assert built.warnings == []
    if builder == "html":
        found = built.article().find_all(class_="cv-lines")
        rows = [[part.get_text() for part in row.find_all("p")] for row in found[0].find_all("li")]
        assert rows == [
            ["Professor, University of X", "September 2025 – present"],
            ["Looms, ICML, Rome (keynote)", "May 2025"],
            ["Prize, ACM", "June 2024"],
            ["Logic seminar (seminar)", "2023"],
            ["Notes on the Analytical Engine, Taylor's Scientific Memoirs", "1843"],
        ]
        links = [row.find("a")["href"] for row in found[0].find_all("li")]
        assert links[1] == "all.html#looms"
        kinds = [row.find("a").get_text() for row in found[1].find_all("li")]
        assert kinds == ["Logic seminar", "Engines"]


def test_news_follow_what_changes_on_other_pages(site):
    site({"index.md": NEWS, "all.md": ALL})
    again = site({"index.md": NEWS, "all.md": ALL.replace("Rome", "Oslo")}, fresh=False)
    assert "Oslo" in again.article().get_text()


def test_a_kind_that_news_do_not_know_is_told(site):
    built = site("# News\n\n```{latest-list}\n:kind: papers, award\n:limit: x\n```\n")
    assert [line.partition("Known")[0].strip() for line in built.warnings] == [
        'index.md:4: WARNING: "papers" is not a kind of latest-list.',
        'index.md:5: WARNING: "x" is not a number: write ":limit: 3" [cv.option]',
    ]


def test_of_two_that_begin_together_what_lasts_longer_is_first(site):
    item = "```{{cv-entry}} {}\n:organization: ACM\n:{}\n```\n\n"
    dates = ("start: 2020\n:end: 2024", "date: 2020", "start: 2020\n:end: present")
    items = "".join(item.format(name, date) for name, date in zip("ABC", dates, strict=True))
    built = site(f"# News\n\n```{{latest-list}}\n```\n\n{items}")
    lines = built.article().select_one(".cv-lines").find_all("a")
    assert [line.get_text() for line in lines] == ["C", "A", "B"]


FACTS = {
    "name": "Ada Lovelace",
    "position": "Analyst",
    "website": "https://ada.example.org",
    "website_label": "Engine room",
    "summary": "I write programs & notes.",
}
DATED = (
    "# Ada\n\n```{cv-header}\n```\n\n```{cv-entry} Ph.D.\n:organization: University of London\n"
    ":location: Acme Inc.\n:start: 2022-09\n:end: 2023-03\n```\n"
)


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_a_summary_and_the_day_are_shown(site, builder):
    conf = {"cv_profile": FACTS, "cv_today": "2026-06-01", "cv_print": {"updated": True}}
    built = site(DATED, builder, cv_dates="short", **conf)
    assert built.warnings == []
    if builder == "latex":
        assert "\\cvsummary{I write programs \\& notes.}" in built.text("cv.tex")
        return
    article = built.article()
    assert article.find(class_="cv-summary").get_text() == "I write programs & notes."
    assert "Engine room: https://ada.example.org" in article.get_text()
    assert built.page().find(class_="cv-updated").get_text() == "Updated June 1, 2026"
    assert article.find(class_="cv-date").get_text() == "Sept 2022 – Mar 2023"
    # An abbreviation has its comma.
    assert article.find(class_="cv-main").get_text() == "Ph.D., University of London, Acme Inc."


def test_the_day_at_the_foot_follows_the_calendar(site):
    conf = {"cv_print": {"updated": True}, "cv_pdf": ""}
    site("# Ada\n", cv_today="2026-06-01", **conf)
    again = site("# Ada\n", fresh=False, cv_today="2026-06-02", **conf)
    assert again.page().find(class_="cv-updated").get_text() == "Updated June 2, 2026"


def test_an_unknown_style_of_dates_is_told(site):
    [warning] = site("# Ada\n", cv_dates="tiny").warnings
    assert warning.startswith('conf.py:3: WARNING: unknown value "tiny". Known: long, short, year.')


def test_positions_at_one_employer_stand_back_in_print(site):
    page = (
        "# CV\n\n```{toctree}\none\n```\n",
        "# Jobs\n\n````{cv-entry} X\n:date: 2020\n\n```{cv-entry} Professor\n:date: 2020\n```\n````\n",
    )
    tex = site({"index.md": page[0], "one.md": page[1]}, "latex").text("cv.tex")
    assert (tex.count("\\begin{cventry}"), tex.count("\\begin{cvpost}")) == (1, 1)
