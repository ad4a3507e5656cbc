"""By keyboard alone: all of a page is reached, in its order, and where one is can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import WIDTHS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


# What can take the focus and is shown, in the order of the source.
# Without what the script of the search adds when its field is first used.
FOCUSABLE = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.tabIndex >= 0)
  .map((node) => node.outerHTML.replace(/ (role|aria-[a-z]+)="[^"]*"/g, ""))"""


FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  return {
    html: node.outerHTML.replace(/ (role|aria-[a-z]+)="[^"]*"/g, ""),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}/sections/talks.html")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to main content")
    assert link.evaluate("node => node === document.activeElement")
    box = link.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["index", "sections/publications", "sections/service", "search"])
def test_the_keyboard_reaches_everything_in_reading_order_and_shows_where_it_is(
    browser: Browser, address: str, name: str, width: str
) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900})
    page = context.new_page()
    page.goto(f"{address}/{name}.html")
    expected = page.evaluate(FOCUSABLE)
    walked = []
    if name == "search":
        # It begins in its field.
        page.wait_for_function("document.activeElement !== document.body")
        expected = expected[expected.index(page.evaluate(FOCUSED)["html"]) + 1 :]
    for _ in expected:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        assert stop is not None
        assert stop["marked"], stop["html"][:200]
        assert stop["seen"], stop["html"][:200]
        walked.append(stop["html"])
    context.close()
    assert walked == expected
