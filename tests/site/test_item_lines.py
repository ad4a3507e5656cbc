"""``cv-lines``: items of one line each, below each other and in a sentence."""

from __future__ import annotations

import json
import re

import pytest

LINES = """# Ada

```{cv-lines}
:kind: committee
name=uist 2019, 2021-2023 | Associate *chair* | ACM UIST
2024 | Reviewer | NeurIPS \\| ICML | online | details=Two papers.
% a remark

 | Member | tags=old
```

```{cv-lines}
:kind: seminar
2020 | Looms | Logic seminar | Oxford
```
"""
PHRASES = """# Ada

```{cv-lines}
:kind: language
:inline:
| French | mother tongue
| English | fluent
```

```{cv-lines}
:kind: skill
:inline: and
Python
JAX
C
```

```{cv-lines}
:kind: service
:role: Reviewer
:inline: and
:before: Reviewer at
2023 | NeurIPS
2024 | AISTATS
```

```{cv-lines}
:kind: software
:inline:
:after: : lead developer
| [loom](https://example.org/loom)
| [engine](https://example.org/engine)
```
"""
OTHER = "# Other\n\n{cv:entry}`uist`\n\n```{entry-list}\n:kind: %s\n```\n"


def test_lines_are_items_of_one_line(site):
    built = site({"index.md": LINES, "other.md": "---\norphan:\n---\n\n" + OTHER % "committee"})
    assert built.warnings == []
    rows = built.article().find_all(class_="cv-line")
    assert [[part.get_text() for part in row.find_all("p")] for row in rows] == [
        ["Associate chair, ACM UIST", "2019, 2021–2023"],
        ["Reviewer, NeurIPS | ICML, online", "2024", "Two papers."],
        ["Member"],
        ["Looms, Logic seminar, Oxford (seminar)", "2020"],
    ]
    assert rows[0]["id"] == "uist"
    other = built.article("other.html")
    assert [
        entry.find(class_="cv-title").get_text() for entry in other.find_all(class_="cv-entry")
    ] == [
        "Reviewer",
        "Associate chair",
        "Member",
    ]
    assert other.find("a", href="index.html#uist").get_text() == "Associate chair"


def test_lines_of_a_kind_of_talk_are_talks(site):
    page = LINES + "\n```{talk-list}\n```\n"
    talk = site(page).article().find(class_="cv-talk")
    assert talk.find(class_="cv-subline").get_text() == "Logic seminar, Oxford (seminar)"


@pytest.mark.parametrize("builder", ["html", "latex", "text", "epub", "dirhtml"])
def test_lines_and_sentences_build(site, builder):
    top = "# CV\n\n```{toctree}\none\ntwo\n```\n"
    built = site({"index.md": top, "one.md": LINES, "two.md": PHRASES}, builder)
    assert built.warnings == []


def test_items_make_a_sentence(site):
    built = site(
        {
            "index.md": PHRASES,
            "other.md": "---\norphan:\n---\n\n# O\n\n```{entry-list}\n:role: reviewer\n```\n",
        }
    )
    assert built.warnings == []
    texts = [part.get_text() for part in built.article().find_all(class_="cv-phrases")]
    assert texts == [
        "French (mother tongue), English (fluent)",
        "Python, JAX, and C",
        "Reviewer at NeurIPS 2023 and AISTATS 2024",
        "loom, engine: lead developer",
    ]
    listed = built.article("other.html").find_all(class_="cv-title")
    assert [title.get_text() for title in listed] == ["AISTATS", "NeurIPS"]


@pytest.mark.parametrize(
    ("line", "warning"),
    [
        ("May 2020 | Chair", '4: WARNING: "May 2020" is not a date: write 2020-05 [cv.date]'),
        (
            "each May | Chair",
            '4: WARNING: "each May" is not a date: write 2023, 2023-05 or 2023-05-12, or leave it '
            'empty and end the line with "| date-text=each May" [cv.date]',
        ),
        (
            "2020 | ",
            '4: WARNING: the line has no title: write "2024 | Reviewer | NeurIPS" [cv.title]',
        ),
        (
            "2020 | | Society",
            '4: WARNING: the line has no title: write "2024 | Reviewer | NeurIPS" [cv.title]',
        ),
        (
            "2020 | A | kind=committe",
            '4: WARNING: "committe" is not a kind of cv-lines. Did you mean "committee"? [cv.kind]',
        ),
        (
            "2020 | A | B | C | D",
            '4: WARNING: "D" is one part too many: write "date | title | organization | place", '
            'or "option=value" [cv.option]',
        ),
        (
            "2020 | A | amount=5",
            '4: WARNING: "5" is not an amount with its currency: write "EUR 2499000" '
            'or "EUR 2.5 million" [cv.option]',
        ),
    ],
)
def test_what_is_wrong_in_a_line_is_told_at_it(site, line, warning):
    built = site(f"# Ada\n\n```{{cv-lines}}\n{line}\n2021 | Sound\n```\n")
    assert built.warnings == [f"index.md:{warning}"]
    text = built.article().get_text()
    assert "Sound" in text
    # The item is shown with what it has.
    assert all(part.strip() in text for part in line.split("|")[:3] if "=" not in part)


def test_a_line_of_a_talk_names_its_event_and_date(site):
    built = site("# Ada\n\n```{cv-lines}\n:kind: seminar\n2020 | A\n| B | C\n```\n")
    assert built.warnings == [
        f'index.md:{line}: WARNING: the line has no {name}: write "2023-05 | The title | ICML" '
        "[cv.option]"
        for line, name in ((5, "event"), (6, "date"))
    ]


def test_a_student_of_a_line_says_the_same_as_one_of_an_entry(site):
    said = {"thesis": '"On looms"', "now": "now Professor at Yale", "degree": "'Ph.D.'"}
    line = "2020 | Jane | " + " | ".join(f"{name}={text}" for name, text in said.items())
    options = "".join(f":{name}: {text}\n" for name, text in said.items())
    page = f"# Ada\n\n```{{cv-lines}}\n:kind: student\n{line}\n```\n"
    page += f"```{{cv-entry}} Joan\n:kind: student\n:date: 2020\n{options}```\n"
    text = site(page).article().get_text()
    assert text.count("On looms. Now Professor at Yale") == 2
    assert '"' not in text


def test_a_wrong_option_of_all_lines_is_told_once_at_its_own_line(site):
    page = "# Ada\n\n```{cv-lines}\n:silence: oder\n:kind: committe\n2020 | A\n2021 | B\n```\n"
    lines = [warning.partition(": ")[0] for warning in site(page).warnings]
    assert lines == ["index.md:4", "index.md:5"]


def test_an_empty_list_of_lines_is_nothing(site):
    assert site("# Ada\n\n```{cv-lines}\n```\n\nText.\n").warnings == []


@pytest.mark.parametrize(
    "text", ["|", "||||||", "name=", "name=x", "=|=", "\\|", "a=b | c=d", "😀|\x0b|x"]
)
def test_odd_lines_end_no_build(site, text):
    tops = ("", ":inline:\n", ":kind: talk\n", ":kind: keynote\n")
    page = "\n".join(f"```{{cv-lines}}\n{top}{text}\n```\n" for top in tops)
    built = site(f"# Ada\n\n{page}", "text")
    assert all(line.startswith("index.md:") for line in built.warnings)


def test_an_undated_list_has_no_column_of_dates(site):
    page = "# Ada\n\n```{cv-lines}\n| A\n| B\n```\n"
    assert "cv-undated" in site(page).article().find(class_="cv-lines")["class"]


BRACKETS = """# Ada

```{cv-lines}
:kind: language
:inline:
| French | fluent (C2)
| German (Swiss) | *fluent* (C1) since 2010
| Latin | (basic)
```

```{talk} Looms
:event: ICML (Vienna)
:role: discussant (invited)
:kind: panel
:date: 2020
```
"""


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_no_bracket_stands_within_another(site, builder):
    built = site(BRACKETS, builder)
    if builder == "html":
        text = built.article().get_text()
        assert json.loads(built.text("cv.json"))["languages"][0]["fluency"] == "fluent (C2)"
    else:
        text = re.sub(
            r"\\phantomsection\\label\{.*?\}\}|\\sphinx\w+\{(\w+)\}", r"\1", built.text("cv.tex")
        )
        text = text.replace("{[}", "[").replace("{]}", "]")
    assert "French (fluent, C2), German (Swiss) (fluent [C1] since 2010), Latin (basic)" in text
    assert "ICML (Vienna) (panel, discussant, invited)" in text
