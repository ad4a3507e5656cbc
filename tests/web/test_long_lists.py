"""Long lists in a browser: the bars above them, the same for everyone, and also without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from long_list import PAPERS, TALKS, year
from looking import SETTLED, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def test_without_scripts_the_list_is_whole_and_its_years_are_links(
    browser: Browser, made: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    for name, selector in (("publications", ".cv-publication"), ("talks", ".cv-talk")):
        page.goto(f"{made}/sections/{name}.html")
        assert page.locator(f"{selector}:visible").count() == (
            PAPERS if name == "publications" else TALKS
        )
        assert not page.locator(".cv-filter").is_visible()
        year(page, "2015")
        assert "#" in page.url
        first = page.locator(f'{selector}[data-year="2015"]').first.bounding_box()
        assert 0 < first["y"] < 200, name
    context.close()


@pytest.mark.parametrize(
    ("name", "width", "mode"),
    [("publications", 390, "light"), ("talks", 1280, "dark"), ("talks", 390, "forced")],
)
def test_axe_finds_no_violation_in_long_lists(
    browser: Browser, made: str, name: str, width: int, mode: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if mode == "dark" else "light",
        forced_colors="active" if mode == "forced" else "none",
    )
    page = context.new_page()
    page.goto(f"{made}/sections/{name}.html?year=2023")
    page.evaluate(SETTLED)
    found = violations(page)
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [390, 1280])
def test_types_and_years_begin_where_the_field_does(page: Page, made: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for name in ("publications", "talks"):
        page.goto(f"{made}/sections/{name}.html")
        left = page.evaluate(
            """() => [".cv-filter input", ".cv-types button", ".cv-years a"].map((each, at) => {
                 const node = document.querySelector(each), style = getComputedStyle(node);
                 const inside = at === 2 ? parseFloat(style.paddingInlineStart) : 0;
                 return node.getBoundingClientRect().left + inside;
               })"""
        )
        assert left == [left[0]] * 3


@pytest.mark.parametrize("width", [390, 1280])
def test_lines_of_links_fade_where_there_is_more(page: Page, made: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for name, selector in (("cv", ".cv-on-page"), ("sections/publications", ".cv-years")):
        page.goto(f"{made}/{name}.html")
        line = f"document.querySelector('{selector} .cv-sideways')"
        page.wait_for_function(f"{line}.style.getPropertyValue('--after') === '48px'")
        page.evaluate(f"{line}.scrollLeft = 9999")
        page.wait_for_function(f"{line}.style.getPropertyValue('--after') === '0px'")
        assert page.evaluate(f"{line}.style.getPropertyValue('--before')") == "48px"


def test_a_phone_shows_what_many_look_for_without_a_swipe(phone: Page, made: str) -> None:
    phone.goto(f"{made}/sections/publications.html")
    code = phone.locator(".cv-types").get_by_role("button", name="With code").bounding_box()
    sixth = phone.locator(".cv-years").get_by_role("link").nth(5).bounding_box()
    assert max(box["x"] + box["width"] for box in (code, sixth)) <= 390
