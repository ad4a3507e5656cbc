"""Entries of one organization: joined, or as positions at one employer."""

from __future__ import annotations

import pytest

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


def test_positions_at_one_employer_stand_back_in_print(site):
    page = (
        "# CV\n\n```{toctree}\none\n```\n",
        "# Jobs\n\n````{cv-entry} X\n:date: 2020\n\n```{cv-entry} Professor\n:date: 2020\n```\n````\n",
    )
    tex = site({"index.md": page[0], "one.md": page[1]}, "latex").text("cv.tex")
    assert (tex.count("\\begin{cventry}"), tex.count("\\begin{cvpost}")) == (1, 1)
