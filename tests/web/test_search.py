"""The search of the made CV: what it finds and where that leads, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import MARKED, look_for, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from helpers import Built


def test_a_title_is_the_first_hit_and_opens_its_page(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/grants.html")
    page.keyboard.press("/")
    title = "Do we need Bézier splines"
    assert look_for(page, title)[0] == title
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/publications/lindqvist*.html")
    assert page.locator("h1").inner_text() == title
    # The words are marked there.
    marked = page.evaluate(MARKED)
    assert {"Bézier", "splines"} <= set(marked)


def test_a_talk_and_an_entry_are_found_at_their_place(page: Page, made: str) -> None:
    page.goto(f"{made}/index.html")
    for words, name in (("talk 8 sparse attention", "talks"), ("Open evening 3", "outreach")):
        page.keyboard.press("Control+k")
        look_for(page, words)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{name}.html#*")
        assert page.locator(":target").is_visible()


@pytest.mark.parametrize("words", ["lukaszewicz", "obrien", "sondergard", "bezier", "İSTANBUL"])
def test_letters_need_no_signs(page: Page, made: str, words: str) -> None:
    page.goto(f"{made}/index.html")
    page.locator(".cv-search input").focus()
    assert look_for(page, words)


def test_the_keys_of_the_field(page: Page, made: str) -> None:
    page.goto(f"{made}/index.html")
    page.keyboard.press("/")
    field = page.locator(".cv-search input")
    assert field.evaluate("node => node === document.activeElement")
    look_for(page, "statistics")
    options = page.get_by_role("option")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert options.first.get_attribute("aria-selected") == "true"
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert options.last.get_attribute("aria-selected") == "true"
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert not page.locator(".cv-hits").is_visible()
    assert field.get_attribute("aria-expanded") == "false"
    # "/" is a letter where one writes.
    page.keyboard.press("/")
    assert field.input_value() == "statistics/"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=statistics*")


def test_sections_are_found_without_what_print_alone_shows(
    site: Callable[..., Built], page: Page
) -> None:
    files = {
        "index.md": "# Ada\n\n## Wohnort\n\nIch lebe in Größenwahn am Meer.\n\n"
        ":::{cv-only} print\nVerborgenes\n:::\n\n"
        "```{toctree}\nmehr\n```\n",
        "mehr.md": "# Mehr\n\n```{talk} Über Maße\n:event: Kolloquium\n:date: 2020\n\nGezeigtes\n```\n",
    }
    built = site(files, language="de", cv_pdf="")
    assert "Verborgenes" not in built.text("cv-search-index.js")
    page.goto((built.out / "mehr.html").as_uri())
    page.locator(".cv-search input").focus()
    assert look_for(page, "groessenwahn") == ["Wohnort"]
    assert look_for(page, "Uber masse") == ["Über Maße"]
    assert look_for(page, "gezeigtes") == ["Über Maße"]
    assert look_for(page, "nirgends") == []
    assert page.locator(".cv-hits").inner_text().startswith("Keine Treffer")


PAGES_ON_TWO_LINES = """() => [...document.querySelectorAll("main .cv-hit-beside")].filter((node) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const found of walker.currentNode.data.matchAll(/\\d+–\\d+/g)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, found.index);
      range.setEnd(walker.currentNode, found.index + found[0].length);
      const { top, bottom } = range.getBoundingClientRect();
      if (bottom - top > 24) return true;
    }
  }
  return false;
}).length"""


def test_no_line_of_a_hit_ends_within_the_pages_of_a_paper(page: Page, made: str) -> None:
    page.goto(f"{made}/search.html?q=biometrika")
    page.locator("main .cv-hit").first.wait_for()
    broken = {}
    for width in range(320, 720, 40):
        page.set_viewport_size({"width": width, "height": 800})
        broken[width] = page.evaluate(PAGES_ON_TWO_LINES)
    assert not any(broken.values()), broken
    assert "–" in page.locator("main .cv-together").first.inner_text()
