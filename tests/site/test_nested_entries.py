"""Entries within an entry, on pages and elsewhere."""

from __future__ import annotations

import pytest
from item_page import lines

NESTED = """# Ada

````{cv-entry} University of London
:kind: experience
:organization: London
:start: 2010
:end: present

```{cv-entry} Professor
:start: 2018
:end: present
```

```{cv-entry} Lecturer
:start: 2010
:end: 2018
```
````

```{entry-list}
:organization: london
```
"""


def test_an_entry_holds_entries(site):
    built = site(NESTED)
    assert built.warnings == []
    outer = built.article().find(class_="cv-entry")
    assert [lines(inner)[0] for inner in outer.find_all(class_="cv-entry")] == [
        "Professor",
        "Lecturer",
    ]
    assert len(built.article().find_all(class_="cv-entry")) == 3 + 3


@pytest.mark.parametrize("builder", ["latex", "text", "epub"])
def test_nested_entries_build_elsewhere(site, builder):
    assert (
        site({"index.md": "# A\n\n```{toctree}\none\n```\n", "one.md": NESTED}, builder).warnings
        == []
    )
