"""Markdown in the short texts of entries and talks: shown on the page and in print, plain in data."""

from __future__ import annotations

import json
import re

import pytest

from helpers import PROFILE

PAGE = """# Ada

```{cv-entry} Engines
:kind: grant
:role: *role-*
:organization: The [ERC](https://erc.example) of `EU`
:location: **location-**
:number: *number-*
:with: *with-*, B. Li
:date: 2020
```

```{cv-entry} Jane Doe
:kind: student
:degree: *degree-*
:thesis: On H{sub}`2`O and *thesis-*
:now: Now: at *now-*
:date-text: *dated-*
```

```{cv-entry} Calculus
:kind: teaching
:code: *code-*
:level: *level-*
:students: some *students-*
```

```{talk} Looms
:event: *event-*
:host: *host-*
:role: *talkrole-*
:language: *language-*
:date: 2021-05-02
```

```{talk}
:event: *untitled-*
:date: 2020
```

```{cv-lines}
:kind: committee
2019 | Chair | *line-* | **town-** | role=*linerole-*
```

```{cv-lines}
:kind: language
:inline:
:before: *before-*
:after: *after-*
| French | *phrase-*
| Latin | fluent | date-text=*when-*
```

```{entry-list}
:organization: line-
```
"""
SHOWN = (
    "role with degree thesis now code level event host talkrole untitled line linerole before after "
    "phrase number students language dated when"
).split()
STRONG = ("location", "town")


@pytest.fixture(scope="module")
def page(module_site):
    built = module_site(PAGE)
    assert built.warnings == []
    return built


def test_the_website_shows_the_markup_of_every_field(page):
    article = page.article()
    assert "*" not in article.get_text()
    assert {f"{word}-" for word in SHOWN} == {each.get_text() for each in article.find_all("em")}
    strong = {each.get_text() for each in article.find_all("strong")}
    assert {f"{word}-" for word in STRONG} <= strong
    assert article.find("a", href="https://erc.example").get_text() == "ERC"
    assert article.find("code").get_text() == "EU"
    assert article.find("sub").get_text() == "2"


def test_data_say_the_words_alone(page):
    resume = json.loads(page.text("cv.json"))
    assert [each.get("entity") for each in resume["projects"][:2]] == [
        "The ERC of EU, location-",
        None,
    ]
    assert resume["projects"][0]["roles"] == ["role-"]
    for name in ("cv.json", "talks.ics", "feed.xml", "cv.txt", "cv-search-index.js"):
        assert not re.search(r"-\*|\*untitled", page.text(name)), name


def test_lists_choose_by_the_words_alone(page):
    last = page.article().find_all(class_="cv-entry")[-1]
    assert last.find(class_="cv-main").get_text() == "Chair, linerole-, line-, town-"


def test_print_shows_it_as_well(site):
    tex = site(PAGE, "latex").text("cv.tex")
    assert "*" not in tex[tex.index("Engines") :]
    for word in SHOWN:
        assert f"\\sphinxstyleemphasis{{{word}-}}" in tex.replace("\\sphinxhyphen{}", "-")


WRONG = """# Ada

:::{cv-entry} A {title3}`x`
:kind: grant
:role: a {role5}`x`
:details: a {details6}`x`
:::

```{cv-lines}
:inline:
:before: {before11}`x`
2020 | A {line12}`x` | at {line12b}`x`
```
"""


def test_markup_that_is_wrong_is_told_once_at_its_line(site):
    warnings = site(WRONG).warnings
    found = [re.fullmatch(r'index.md:(\d+): .* role "[a-z]+(\d+)b?".*', line) for line in warnings]
    assert [(each[1] == each[2], each[2]) for each in found if each] == [
        (True, line) for line in ("3", "6", "5", "12", "12", "11")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I **do** things.", "**do**"),
        ("At [MIT](https://mit.edu)", "[MIT](https://mit.edu)"),
        ("5 * 3 * 2, snake_case_name, a*b*c", ""),
    ],
)
def test_markdown_in_the_profile_is_told(site, text, found):
    warnings = site("# Ada\n", cv_profile=PROFILE | {"position": text}).warnings
    told = f'"{found}" is shown as typed: the profile is plain text, write it without Markdown'
    assert [told in line for line in warnings] == [True] * bool(found)


def test_a_private_value_is_not_repeated_in_a_message(site):
    profile = PROFILE | {"address": "`Loom` 1", "private": ["address"]}
    [warning] = site("# Ada\n", cv_profile=profile).warnings
    assert 'the private "address" is shown as typed' in warning
    assert "Loom" not in warning
