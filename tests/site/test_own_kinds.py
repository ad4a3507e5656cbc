"""One's own kinds, from conf.py to the page."""

from __future__ import annotations

KINDS = {"fieldwork": {"label": "Fieldwork", "first": "organization"}, "sermon": {"of": "talk"}}
TOLD = 'index.md:2: WARNING: unknown value "fieldwork" for "cv-kind"'
PAGE = """# Ada

```{cv-entry} Herbarium
:kind: fieldwork
:organization: Kew Gardens
:date: 2020
```

```{cv-entry} Prize
:kind: award
:date: 2021
```

```{talk} On ferns
:kind: sermon
:event: Parish
:date: 2021
```

```{entry-list}
:group: kind
```
"""


def test_ones_own_kind_is_a_kind_like_any_other(site):
    built = site(PAGE, cv_kinds=KINDS)
    assert built.warnings == []
    heads = [head.get_text() for head in built.article().find_all(class_="cv-year")]
    assert heads == ["Awards", "Fieldwork"]
    first = built.article().find(class_="cv-kind-fieldwork")
    assert first.find(class_="cv-main").get_text() == "Kew Gardens"
    assert "Parish (sermon)" in built.article().get_text()


def test_a_heading_says_the_kind_as_it_is_printed(site):
    page = """# Ada

## Uraufführungen

```{talk} Nacht
:kind: premiere
:event: Gewandhaus
:date: 2020
```

## Eingeladene Vorträge

```{talk} Klang
:kind: invited
:event: Oper
:date: 2019
```

## Vorträge

```{talk} Raum
:kind: premiere
:event: Philharmonie
:date: 2018
```
"""
    kinds = {"premiere": {"label": "Uraufführung", "of": "talk"}}
    text = site(page, cv_kinds=kinds, language="de").article().get_text()
    assert text.count("(") == 1
    assert "Philharmonie (Uraufführung)" in text


def test_a_heading_with_a_kinds_own_name_is_of_that_kind(site):
    talk = "```{talk} On ferns\n:kind: contributed\n:event: Parish\n:date: 2021\n```\n"
    kinds = {"seminar-talk": {"of": "talk", "label": "Talk"}}
    built = site(f"# Ada\n\n## Contributed talks\n\n{talk}", cv_kinds=kinds)
    assert "(contributed)" not in built.article().get_text()


def test_of_two_labels_in_a_heading_the_longer_is_meant(site):
    talk = "```{talk} On ferns\n:kind: school\n:event: Parish\n:date: 2021\n```\n"
    kinds = {
        "any": {"of": "talk", "label": "Recital"},
        "school": {"of": "talk", "label": "Recital for pupils"},
    }
    built = site(f"# Ada\n\n## Recitals for pupils\n\n{talk}", cv_kinds=kinds)
    assert "(" not in built.article().get_text()


def test_a_wrong_kind_is_told_at_its_line(site):
    built = site(PAGE, cv_kinds={"fieldwork": {"frist": "title"}, **KINDS, "Big Dig": {}})
    assert [line.partition(": ")[2] for line in built.warnings] == [
        'WARNING: "Big Dig" cannot be the name of a kind: write "fieldwork" [cv.kind]'
    ]


def test_a_page_may_have_ones_own_kind(site):
    page = "---\ncv-kind: fieldwork\n---\n\n# Ada\n\n```{cv-entry} Herbarium\n:date: 2020\n```\n"
    assert site(page, cv_kinds=KINDS).article().find(class_="cv-kind-fieldwork")
    assert any(line.startswith(TOLD) for line in site(page).warnings)
