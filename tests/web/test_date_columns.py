"""The column of dates on the website: wide enough for them, and one for all lists of a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from small_sites import Built

PAGE = """# Service

## Boards

```{cv-lines}
:kind: committee
2024-03-present | Member | A board
2024-06/2024-09 | Chair | Another board
```

## Juries

```{cv-lines}
:kind: committee
2019 | Member | A jury
```
"""
LINES = """(dates) => dates.map((date) => {
  const range = document.createRange();
  range.selectNodeContents(date);
  const what = date.parentElement.querySelector('.cv-what, .cv-main').getBoundingClientRect();
  return {
    lines: Math.round(date.getBoundingClientRect().height / parseFloat(getComputedStyle(date).lineHeight)),
    end: range.getBoundingClientRect().right,
    what: what.left,
  };
})"""


@pytest.fixture(scope="module")
def listed(module_site: Callable[..., Built]) -> str:
    """Return the page of two lists of one line each."""
    return (module_site({"index.md": PAGE}).out / "index.html").as_uri()


def test_a_range_of_months_is_one_line_and_the_lists_of_a_section_share_their_column(
    page: Page, listed: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(listed)
    found = page.locator(".cv-date").evaluate_all(LINES)
    assert [one["lines"] for one in found] == [1, 1, 1]
    assert len({one["what"] for one in found}) == 1


@pytest.mark.parametrize("width", [360, 390, 700, 1280])
def test_no_date_runs_into_what_is_beside_it(page: Page, listed: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(listed)
    assert all(one["end"] < one["what"] for one in page.locator(".cv-date").evaluate_all(LINES))
