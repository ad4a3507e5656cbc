"""The line of sections on a phone: what it shows, how it scrolls, and how it unfolds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from helpers import Built


def test_the_current_section_is_in_sight_on_a_phone_and_the_next_a_tap_away(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}/sections/teaching.html")
    current = phone.locator('.cv-sections [aria-current="page"]')
    assert current.inner_text() == "Teaching"
    phone.evaluate("document.fonts.ready")
    box = current.bounding_box()
    assert box is not None
    # Not where the line fades.
    fade = (
        "getComputedStyle(document.querySelector('.cv-sections ul')).getPropertyValue('--before')"
    )
    assert box["x"] >= float(phone.evaluate(fade).removesuffix("px")) - 1
    assert box["x"] + box["width"] <= 390
    phone.locator(".cv-sections").get_by_role("link", name="Languages", exact=True).tap()
    phone.wait_for_url("**/sections/languages.html")
    assert phone.locator("h1").inner_text() == "Languages"


def test_the_line_of_sections_fades_where_there_is_more(phone: Page, address: str) -> None:
    # In the middle of the line, whichever typeface it is in.
    phone.goto(f"{address}/sections/software.html")
    line = phone.locator(".cv-sections ul")

    def fades() -> list[str]:
        names = ("--before", "--after")
        return [
            line.evaluate(f"node => node.style.getPropertyValue({name!r})").strip()
            for name in names
        ]

    assert fades() == ["48px", "48px"]
    line.evaluate("node => { node.scrollLeft = node.scrollWidth; }")
    phone.wait_for_function(
        "document.querySelector('.cv-sections ul').style.getPropertyValue('--after') === '0px'"
    )
    assert fades() == ["48px", "0px"]
    phone.goto(f"{address}/index.html")
    assert fades() == ["0px", "48px"]


@pytest.mark.parametrize("name", ["index", "sections/publications", "publications/lindqvist7"])
def test_a_tap_shows_all_sections_and_another_the_line_again(
    phone: Page, made: str, name: str
) -> None:
    phone.goto(f"{made}/{name}.html")
    line = phone.locator(".cv-sections ul")
    button = phone.get_by_role("button", name="Menu", exact=True)
    before = line.bounding_box()
    assert before is not None
    # Not the touch of a test, which may scroll the page to what it taps.
    button.evaluate("node => node.click()")
    assert button.get_attribute("aria-expanded") == "true"
    assert phone.evaluate("scrollY") == 0
    for link in line.locator("a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert box["y"] + box["height"] <= 844
    button.evaluate("node => node.click()")
    assert button.get_attribute("aria-expanded") == "false"
    assert line.bounding_box() == before


def test_long_lists_come_first_where_there_is_little_room(phone: Page, made: str) -> None:
    shown = """[...document.querySelectorAll(".cv-sections li")]
      .map((node) => [node.innerText, node.getBoundingClientRect()])
      .sort(([, a], [, b]) => a.x - b.x || a.y - b.y).map(([name]) => name)"""
    owners = ["Home", "Positions", "Education", "Grants", "Awards", "Publications", "Talks"]
    phone.goto(f"{made}/index.html")
    sections = phone.locator(".cv-sections")
    assert phone.evaluate(shown)[:4] == ["Home", "Publications", "Talks", "Positions"]
    for name in ("Publications", "Talks"):
        box = sections.get_by_role("link", name=name, exact=True).bounding_box()
        assert box is not None
        # Not where the line fades.
        assert box["x"] + box["width"] < 390 - 48 - 90
    phone.evaluate("document.querySelector('.cv-unfold').click()")
    assert phone.evaluate(shown)[:7] == owners
    phone.evaluate("document.querySelector('.cv-unfold').click()")
    sections.get_by_role("link", name="Talks", exact=True).tap()
    phone.wait_for_url("**/talks.html")
    # In sight already, so the line begins with its first.
    assert phone.locator(".cv-sections ul").evaluate("node => node.scrollLeft") == 0
    phone.set_viewport_size({"width": 1280, "height": 900})
    assert phone.evaluate(shown)[:7] == owners


def test_of_several_sections_on_a_page_none_is_taken_for_the_long_one(
    site: Callable[..., Built],
) -> None:
    talks = "```{talk} Talk\n:event: E\n:date: 2023\n```\n\n" * 20
    contents = "```{toctree}\nfirst\nall\n```\n"
    files = {"index.md": f"# Ada\n\n{contents}", "first.md": "# Positions\n\nText\n"}
    alone = site(files | {"all.md": f"# Talks\n\n{talks}"}, "html").text("first.html")
    assert re.findall(r'class="cv-long"><a [^>]*>(\w+)', alone) == ["Talks"]
    both = site(files | {"all.md": f"# Education\n\nText\n\n# Talks\n\n{talks}"}, "html")
    assert "cv-long" not in both.text("first.html")


def test_where_the_sections_fit_no_button_unfolds_them(
    browser: Browser, page: Page, made: str
) -> None:
    page.goto(f"{made}/index.html")
    assert not page.locator(".cv-unfold").is_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".cv-unfold").wait_for()
    page.evaluate(
        "[...document.querySelectorAll('.cv-sections li')].slice(3).map((li) => li.remove())"
    )
    page.set_viewport_size({"width": 391, "height": 844})
    page.locator(".cv-unfold").wait_for(state="hidden")
    # Nor where it could not: without a script the line scrolls.
    plain = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{made}/index.html")
    assert not page.locator(".cv-unfold").is_visible()
    plain.close()
