"""What moves on a page: nothing while it loads, and nothing for who asks for less motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import SHIFTS, opened
from pages import PAGES, WIDTHS

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_shifts_while_a_page_loads(browser: Browser, address: str, width: str) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900})
    pages = opened([f"{address}/{name}.html" for name in PAGES], context.new_page)
    shifts = {page.url: sum(page.evaluate(SHIFTS)) for page in pages}
    context.close()
    assert {name: shift for name, shift in shifts.items() if shift > 0.001} == {}


@pytest.mark.parametrize("name", ["sections/coding", "sections/languages"])
def test_the_foot_of_a_short_page_stays_where_it_is_on_a_slow_phone(
    browser: Browser, address: str, name: str
) -> None:
    context = browser.new_context(viewport={"width": WIDTHS["phone"], "height": 900})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 20})
    page.goto(f"{address}/{name}.html", wait_until="networkidle")
    shifts = page.evaluate(SHIFTS)
    context.close()
    assert shifts == []


def test_nothing_moves_for_who_asks_for_less_motion(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/index.html")
    page.locator(".cv-links a").first.hover()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getAnimations().length") == 0
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((node) => {
             const style = getComputedStyle(node);
             return style.transitionProperty !== "none" && parseFloat(style.transitionDuration) > 0
               || style.animationName !== "none" || style.scrollBehavior === "smooth";
           }).length"""
    )
    context.close()
    assert moving == 0
