"""The caret of the check: under the fault, in every form of source."""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import check

from helpers import write
from sphinx_cv.checker.cli import print_findings


def test_line_separators_of_unicode_end_no_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = "```{cv-lines}\n2020 | A\u2028B | c\u2029d\n2021 | E | amount=5\n```\n"
    write(project, {"index.md": f"# A\n\na\u2028b \x0c c\n\n{{cv:talk}}`x`\n\n{row}"})
    assert check(project, capsys) == [
        ("index.md:5:11 x", "cv.reference"),
        ("index.md:9:19 5", "cv.option"),
    ]


ENTRY = "```{cv-entry} Post\n:orgnization: MIT\n:date: May 2020\n```\n"
FORMS = {
    "as it is": (ENTRY, ["4:2 orgnization", "5:8 May 2020"]),
    "in a list": (
        "- A\n\n  " + ENTRY.replace("\n", "\n  "),
        ["6:4 orgnization", "7:10 May 2020"],
    ),
    "in a numbered list": (
        "1. A\n\n   " + ENTRY.replace("\n", "\n   "),
        ["6:5 orgnization", "7:11 May 2020"],
    ),
    "in a quotation": (
        "> " + ENTRY.replace("\n", "\n> "),
        ["4:4 orgnization", "5:10 May 2020"],
    ),
    "between colons": (ENTRY.replace("```", ":::"), ["4:2 orgnization", "5:8 May 2020"]),
    "in another directive": (
        f"````{{note}}\nA note\n\n{ENTRY}````\n",
        ["7:2 orgnization", "8:8 May 2020"],
    ),
    "at the top of colons": (
        "::::::{note}\n:::::{admonition} A\n"
        + ENTRY.replace("```", ":::").replace(":::\n", "\n{cv:talk}`x`\n:::\n")
        + ":::::\n::::::\n\n{cv:talk}`y`\n",
        ["6:2 orgnization", "7:8 May 2020", "9:11 x", "14:11 y"],
    ),
    "as YAML": (
        '```{cv-entry} Post\n---\norgnization: "MIT"\ndate: "May 2020"\n---\n```\n',
        ["5:1 orgnization", "6:8 May 2020"],
    ),
    "with tabs": (
        "```{cv-entry} Post\n:orgnization:\tMIT\n:date:\tMay 2020\n```\n",
        ["4:2 orgnization", "5:8 May 2020"],
    ),
    "with a title in quotes": (
        '```{talk} On "quotes", *marks* and 数学\n:event: E\n:date: 2020\n```\n\n' * 2,
        ['8:11 On "quotes", *marks* and 数学'],
    ),
    "lost options": (
        "```{talk-list} three\n:limit: 3\n```\n\n```{cv-header}\n\nA text\n```\n\n"
        "```{entry-list}\n% a comment\n```\n\n```{talk-list}\nkind: invited\n```\n",
        ["3:16 three", "9:1 A text", "17:1 kind: invited"],
    ),
    "not ended": (
        "```{talk} One\n:event: E\n:date: 2020\n\n```{talk} Two\n:event: E\n:date: 2021\n```\n\n"
        "````{talk} Three\n:event: E\n:date: 2022\n\n```{note}\nA note\n```\n````\n",
        ["7:1 ```{talk} Two"],
    ),
    "one word in several roles": (
        "(x)=\n{cv:talk}`x` {ref}`x` {doc}`x` {cv:entry}`x`, x {any}`y` {py:func}`z`\n",
        ["4:11 x", "4:20 x", "4:29 x", "4:43 x", "4:55 y", "4:68 z"],
    ),
    "a backtick in a title": (
        "```{talk} On `code`\n:event: E\n:date: 2020\n```\n",
        ["3:1 ```{talk} On `code`"],
    ),
    "an option below text": (
        "```{cv-entry} One\n:date: 2020\nText\n:location: Rome\n```\n",
        ["6:1 :location: Rome"],
    ),
    "a filter": (
        '```{publication-list}\n:filter: type = "book"\n```\n',
        ['4:10 type = "book"'],
    ),
    "a list of a lost paper": (
        "```{talk-list}\n:publication: nowhere\n```\n",
        ["4:15 nowhere"],
    ),
    "in the second of two lines": (
        "The phd of the phd:\nsee [phd](#phd), {cv:talk}`phd`.\n",
        ["4:12 phd", "4:28 phd"],
    ),
    "twice in a line": ("{cv:talk}`x`, x, {cv:talk}`y <x>`\n", ["3:11 x", "3:31 x"]),
}


@pytest.mark.parametrize(("mark", "ends"), [("", "\n"), ("\ufeff", "\n"), ("", "\r\n"), ("", "\r")])
def test_the_caret_stands_under_the_fault_in_every_form_of_source(
    mark: str, ends: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = []
    for form, (text, places) in FORMS.items():
        name = f"{form.replace(' ', '-')}.md"
        page = (f"{mark}# {form}\n\n{text}").replace("\n", ends)
        (project / name).write_bytes(page.encode())
        expected += [f"{name}:{place}" for place in places]
    write(project, {"index.md": "# Ada\n\n```{toctree}\n:glob:\n\n*\n```\n"})
    assert sorted(place for place, _rule in check(project, capsys)) == sorted(expected)


def test_the_caret_counts_wide_letters_as_a_terminal_does(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"index.md": "# Ada\n\n数学 {cv:talk}`物理` e\u0301 {cv:talk}`x`\n"})
    print_findings(project)
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("index.md:3:14: ")
    assert printed[2] == " " * (4 + 4 + 1 + 10) + "^^^^"
    assert printed[3].startswith("index.md:3:31: ")
    assert printed[5] == " " * (4 + 4 + 1 + 10 + 4 + 2 + 2 + 10) + "^"


def test_control_characters_of_a_source_do_not_reach_the_terminal(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"index.md": "# Ada\n\n\x1b[31m{cv:talk}`x`\n"})
    print_findings(project)
    assert "\x1b" not in capsys.readouterr().out
