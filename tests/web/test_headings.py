"""Headings of three levels, among titles of entries and talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from helpers import Built

ITEMS = """
```{cv-entry} Analyst
:organization: Royal Society
:start: 1840
:end: 1843
```

```{talk} Notes on the engine
:event: Royal Society
:date: 1843
```

```{cv-lines}
1842 | Reviewer | Journal of Engines
```
"""
PAGE = f"# Service\n\n## Reviews\n{ITEMS}\n### Panels\n{ITEMS.replace('engine', 'loom')}"
LOOK = """each => {
  const style = getComputedStyle(each);
  return [parseFloat(style.fontSize), style.fontWeight, parseFloat(style.borderBottomWidth), style.textTransform];
}"""


def test_headings_of_three_levels_differ_from_each_other_and_from_titles(
    site: Callable[..., Built], page: Page
) -> None:
    built = site(PAGE)
    page.goto((built.out / "index.html").as_uri())
    headings = (
        "h1",
        "h2",
        "section > h3:not([class])",
        ".cv-entry .cv-title",
        ".cv-talk .cv-title",
    )
    looks = [page.locator(f"article {each}").first.evaluate(LOOK) for each in headings]
    assert len({tuple(look) for look in looks[:4]}) == 4
    assert looks[3] == looks[4]
    sizes = [size for size, *_others in looks[:3]]
    assert sizes == sorted(sizes, reverse=True)
