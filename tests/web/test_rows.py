"""The row of links below a paper and a talk: what folds out stands in it, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARROW = "node => getComputedStyle(node, '::after').clipPath"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_abstract_of_a_talk_is_in_the_row_of_its_links_and_opens_below(
    page: Page, made: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{made}/sections/talks.html")
    talk = page.locator(".cv-talk:has(.cv-links):has(.cv-abstract)").first
    link, button = talk.locator(".cv-links a").last, talk.locator("summary")
    last, before = link.bounding_box(), button.bounding_box()
    assert last is not None
    assert before is not None
    assert abs(last["y"] - before["y"]) < 1
    assert 8 < before["x"] - last["x"] - last["width"] < 24
    button.click()
    assert button.bounding_box() == before
    text, title = talk.locator(".cv-abstract p").bounding_box(), talk.locator("h2").bounding_box()
    assert text is not None
    assert title is not None
    assert text["x"] == title["x"]
    assert text["width"] > 300
    assert text["y"] > before["y"] + before["height"] - 1


@pytest.mark.parametrize("scripts", [True, False])
def test_a_citation_says_by_its_arrow_that_it_folds_out_here(
    browser: Browser, made: str, scripts: bool
) -> None:
    """Without a script it leads to the page of the paper, as any link."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{made}/sections/publications.html")
    link = page.locator(".cv-publication").first.get_by_role("link", name="Cite", exact=True)
    home = context.new_page()
    home.goto(f"{made}/index.html")
    folds = home.locator(".cv-bibtex summary").first
    assert folds.evaluate(ARROW) != "none"
    drawn = link.evaluate("node => getComputedStyle(node, '::after').content")
    context.close()
    assert (drawn != "none") == scripts
