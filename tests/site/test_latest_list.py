"""News: the newest of all kinds in one list."""

from __future__ import annotations

import pytest

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
