"""Lists of entries and talks: what each selects, its order, its groups, and what is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]


def test_the_home_page_lists_the_latest_talks_of_all_pages(site: Site) -> None:
    files = {
        "index.md": "# Ada\n\n```{talk-list}\n:limit: 2\n```\n\n```{toctree}\none\ntwo\n```\n",
        "one.md": "# One\n\n```{talk} A\n:event: E\n:date: 2021\n```\n\n"
        "```{talk} B\n:event: E\n:date: 2023-02\n```\n",
        "two.md": "# Two\n\n```{talk} C\n:event: E\n:date: 2023-01\n```\n",
    }
    article = site(files).article()
    assert [part.get_text() for part in article.find_all(class_="cv-main")] == ["B", "C"]


def test_a_list_shows_one_kind(site: Site) -> None:
    page = "# Ada\n\n```{entry-list}\n:kind: award\n```\n\n```{toctree}\nall\n```\n"
    rest = (
        "# All\n\n```{cv-entry} Prize\n:kind: award\n:date: 2020\n```\n\n"
        "```{cv-entry} Post\n:date: 2021\n```\n"
    )
    article = site({"index.md": page, "all.md": rest}).article()
    assert [part.get_text() for part in article.find_all(class_="cv-main")] == ["Prize"]


MANY = """# Talks

```{talk} Alpha
:event: Seminar
:location: Rome
:date: 2021-03
:kind: seminar
:publication: lovelace1843notes
```

```{talk} Beta
:event: ICML
:host: MIT
:date: 2022-07
:kind: keynote
```

```{talk} Alpha
:event: Workshop
:location: Oslo
:date: 2023-01
:kind: seminar
```

```{talk} Gamma
:event: ICML
:date: 2024-05
```
"""
SELECTED = {
    "": ["Gamma", "Alpha", "Beta", "Alpha"],
    ":order: oldest": ["Alpha", "Beta", "Alpha", "Gamma"],
    ":limit: 1": ["Gamma"],
    ":kind: keynote": ["Beta"],
    ":year: 2022": ["Beta"],
    ":year: 2022-2023": ["Alpha", "Beta"],
    ":year: 2023-": ["Gamma", "Alpha"],
    ":year: -2021": ["Alpha"],
    ":publication: lovelace1843notes": ["Alpha"],
    ":organization: icml": ["Gamma", "Beta"],
    ":organization: MIT": ["Beta"],
    ":when: upcoming": ["Gamma", "Alpha"],
    ":when: past": ["Beta", "Alpha"],
    ":fold:": ["Gamma", "Alpha", "Beta"],
    ":group: year": ["2024", "Gamma", "2023", "Alpha", "2022", "Beta", "2021", "Alpha"],
    ":group: kind\n:year: 2021-2023": ["Keynote", "Beta", "Seminar", "Alpha", "Alpha"],
    ":group: kind\n:limit: 2": ["Gamma", "Seminar", "Alpha"],
}


@pytest.fixture(scope="module")
def selections(module_site: Site) -> Built:
    """Return a site with each list on a page of its own."""
    lists = {
        f"list{at}.md": f"# List\n\n```{{talk-list}}\n{options}\n```\n"
        for at, options in enumerate(SELECTED)
    }
    home = "# Ada\n\n```{toctree}\n:glob:\n\ntalks\nlist*\n```\n"
    return module_site({"index.md": home, "talks.md": MANY} | lists, cv_today="2023-01-15")


@pytest.mark.parametrize("options", SELECTED)
def test_a_list_selects_and_orders(selections: Built, options: str) -> None:
    page = f"list{[*SELECTED].index(options)}.html"
    found = selections.article(page).find_all(class_=["cv-main", "cv-year"])
    assert [part.get_text() for part in found] == SELECTED[options]
    assert selections.warnings == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["Other", "2020", "Prize", "2015", "Lasting", "Old"]),
        ("oldest", ["Other", "2015", "Old", "Lasting", "2020", "Prize"]),
    ],
)
def test_an_entry_stands_under_its_own_year(site: Site, order: str, expected: list[str]) -> None:
    dates = {
        "Lasting": ":start: 2015\n:end: present\n",
        "Prize": ":date: 2020\n",
        "Old": ":date: 2015\n",
        "Other": "",
    }
    entries = "".join(f"```{{cv-entry}} {name}\n{date}```\n\n" for name, date in dates.items())
    home = f"# Ada\n\n```{{entry-list}}\n:group: year\n:order: {order}\n```\n\n```{{toctree}}\nall\n```\n"
    built = site({"index.md": home, "all.md": f"# All\n\n{entries}"})
    found = built.article().find_all(class_=["cv-main", "cv-year"])
    assert [part.get_text() for part in found] == expected


def test_a_folded_list_names_all_places(site: Site) -> None:
    home = "# Ada\n\n```{talk-list}\n:fold:\n```\n\n```{toctree}\ntalks\n```\n"
    talk = site({"index.md": home, "talks.md": MANY}).article().find_all(class_="cv-talk")[1]
    assert talk.find(class_="cv-main").get_text() == "Alpha"
    assert talk.find(class_="cv-date").get_text() == "2021, 2023"
    places = "Workshop, Oslo, 2023 · Seminar, Rome, 2021"
    assert talk.find(class_="cv-subline").get_text() == places


def test_today_moves_a_talk_from_upcoming_to_past(site: Site) -> None:
    home = "# Ada\n\n```{talk-list}\n:when: upcoming\n```\n\n```{toctree}\ntalks\n```\n"
    pages = {"index.md": home, "talks.md": MANY}
    before = site(pages, cv_today="2024-05-31").article()
    assert [part.get_text() for part in before.find_all(class_="cv-main")] == ["Gamma"]
    after = site(pages, fresh=False, cv_today="2024-06-01").article()
    assert after.find(class_="cv-main") is None


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (":year: soon", '"soon" names no years: write 2020, 2020-2023, 2020- or -2023'),
        (":when: upcomming", '"upcomming" is no value of "when". Did you mean "upcoming"?'),
        (":order: new", '"new" is no value of "order". Did you mean "newest"?'),
    ],
)
def test_a_wrong_condition_of_a_list_is_told(site: Site, option: str, message: str) -> None:
    built = site(f"# Ada\n\n```{{talk-list}}\n{option}\n```\n")
    assert built.warnings == [f"index.md:4: WARNING: {message} [cv.option]"]
