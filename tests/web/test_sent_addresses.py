"""The address of a long list has what is chosen, and who is sent it sees the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from long_list import PAPERS, chip, shown, year
from looking import SETTLED, SHIFTS

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route


def test_the_choice_is_in_the_address_and_the_way_back_undoes_it(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/publications.html")
    chip(page, "Books")
    books = shown(page)
    year(page, "2023")
    page.locator("[data-cv-filter]").type("learning")
    page.wait_for_url("**/publications.html?type=books&year=2023&q=learning")
    page.go_back()
    page.wait_for_url("**/publications.html?type=books&year=2023")
    page.go_back()
    assert shown(page) == books
    assert page.locator(".cv-years [aria-current]").count() == 0
    page.go_back()
    assert len(shown(page)) == PAPERS
    page.go_forward()
    assert shown(page) == books
    # Whoever is sent the address sees the same.
    page.goto(f"{made}/sections/publications.html?type=books&q=learning")
    assert page.locator("[data-cv-filter]").input_value() == "learning"
    assert page.locator('.cv-types [aria-pressed="true"]').get_attribute("value") == "books"


def test_a_sent_address_is_whole_before_the_page_is_painted(page: Page, made: str) -> None:
    """Other numbers are of other widths: the choices would move."""
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
             window.first = document.querySelector(".cv-types").textContent;
           })"""
    )
    page.goto(f"{made}/sections/publications.html?year=2019")
    page.evaluate(SETTLED)
    types = page.locator(".cv-types").text_content()
    assert page.evaluate("first") == types
    assert f"All {PAPERS // 20}" in types


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("chosen", ["", "?year=2010", "?type=code", "?type=seminar", "?q=learning"])
def test_a_sent_address_moves_nothing(page: Page, made: str, chosen: str, width: int) -> None:
    """Also where the script comes long after the first paint."""
    page.set_viewport_size({"width": width, "height": 844})
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/cv-filter.js", hold)
    for name in ("publications", "talks"):
        page.goto(f"{made}/sections/{name}.html{chosen}", wait_until="commit")
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        assert page.locator("h1").is_visible()
        held.pop().continue_()
        page.wait_for_load_state()
        page.evaluate(SETTLED)
        assert page.evaluate(SHIFTS) == []
        assert page.get_by_role("searchbox").last.is_visible()


@pytest.mark.parametrize("chosen", ["year=2008", "type=preprints&year=2005"])
def test_what_a_sent_address_chose_is_in_sight_on_a_phone(
    phone: Page, made: str, chosen: str
) -> None:
    phone.goto(f"{made}/sections/publications.html?{chosen}")
    choices = phone.locator(".cv-types [aria-pressed=true], .cv-years [aria-current]").all()
    assert len(choices) == 2
    for choice in choices:
        box = choice.bounding_box()
        assert box["x"] >= 0, choice
        assert box["x"] + box["width"] <= 390, choice


def test_a_sent_address_without_its_script_has_the_whole_list(page: Page, made: str) -> None:
    page.route("**/cv-filter.js", lambda route: route.abort())
    page.goto(f"{made}/sections/publications.html?year=2019")
    page.evaluate("document.getAnimations().forEach((each) => each.finish())")
    assert len(shown(page)) == PAPERS
