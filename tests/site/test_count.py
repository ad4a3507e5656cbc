"""``{cv:count}``: numbers that nobody types."""

from __future__ import annotations

import pytest

ITEMS = """# Items

```{talk} A
:event: E
:kind: keynote
:date: 2020
```

```{talk} B
:event: Logic seminar
:date: 2022
```

```{cv-entry} Prize
:kind: award
:date: 2021
```

```{publication-list}
```
"""


@pytest.mark.parametrize("builder", ["html", "text", "latex"])
def test_a_number_is_that_of_the_whole_cv(site, builder):
    page = (
        "# Ada\n\nOver {cv:count}`talk` talks, {cv:count}`talk kind=keynote` keynote, "
        "{cv:count}`talk year=2021-` late, {cv:count}`entry kind=award` prize, "
        "{cv:count}`publication` paper, {cv:count}`talk organization='logic seminar'`.\n\n"
        "```{toctree}\nitems\n```\n"
    )
    built = site({"index.md": page, "items.md": ITEMS}, builder)
    assert built.warnings == []
    if builder == "html":
        text = built.article().find("p").get_text()
        assert text == "Over 2 talks, 1 keynote, 1 late, 1 prize, 1 paper, 1."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tlak", 'cv:count cannot count "tlak". Did you mean "talk"?'),
        ("talk kind=keynot", 'Did you mean "keynote"?'),
        ("talk keynote", '"keynote" is not a filter'),
        ("talk limit=3", 'cv:count has no option "limit"'),
        ("publication kind=x", 'cv:count has no option "kind"'),
        ("talk year=x", '"x" '),
        ("\\|", "cv:count cannot count"),
    ],
)
def test_what_cannot_be_counted_is_told_at_its_line(site, text, message):
    built = site(f"# Ada\n\n{{cv:count}}`{text}`\n")
    [warning] = built.warnings
    assert warning.startswith("index.md:3: WARNING: ")
    assert message in warning
