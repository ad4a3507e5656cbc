"""Blocks of a page: columns, labelled lines, tables without a header, a summary and the day."""

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
