"""The height of a long list, of which most is not laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from long_list import MEASURED, PAPERS, shown, year

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

HEIGHT = "document.documentElement.scrollHeight"


def real_height(page: Page) -> float:
    """Return the height of the page with all of it laid out."""
    page.add_style_tag(content=".cv-part { content-visibility: visible !important }")
    return page.evaluate(HEIGHT)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_long_list_claims_the_height_it_has(page: Page, made: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{made}/sections/publications.html")
    claimed = [page.evaluate(HEIGHT)]
    page.evaluate(MEASURED)
    claimed.append(page.evaluate(HEIGHT))
    page.keyboard.press("End")
    page.wait_for_function("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    real = real_height(page)
    assert claimed == [pytest.approx(real, rel=0.05), pytest.approx(real, rel=0.005)]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_height_is_claimed_anew_when_the_typeface_is_late(
    page: Page, made: str, width: int
) -> None:
    fonts: list[Route] = []

    def hold(font: Route) -> None:
        fonts.append(font)

    page.route("**/*.woff2", hold)
    page.set_viewport_size({"width": width, "height": 844})
    # Nothing is ever idle, so that nothing is measured.
    page.add_init_script("globalThis.requestIdleCallback = () => {}")
    page.goto(f"{made}/sections/publications.html", wait_until="commit")
    page.locator(".cv-part").first.wait_for(state="attached")
    for font in fonts:
        font.continue_()
    page.unroute("**/*.woff2")
    page.wait_for_load_state()
    claimed = page.evaluate(f"document.fonts.ready.then(() => {HEIGHT})")
    real = real_height(page)
    assert claimed == pytest.approx(real, rel=0.05)


def test_a_window_made_narrower_keeps_what_is_left_out(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/publications.html")
    page.evaluate(MEASURED)
    year(page, "2019")
    assert set(shown(page)) == {"2019"}
    page.set_viewport_size({"width": 700, "height": 900})
    page.evaluate(MEASURED)
    assert set(shown(page)) == {"2019"}
    year(page, "2019")
    assert len(shown(page)) == PAPERS
    page.evaluate(MEASURED)
    claimed = page.evaluate(HEIGHT)
    real = real_height(page)
    assert claimed == pytest.approx(real, rel=0.05)


def test_what_is_far_below_is_not_laid_out_before_the_script_is_there(
    page: Page, made: str
) -> None:
    page.route("**/cv.js", lambda route: route.abort())
    page.goto(f"{made}/sections/publications.html")
    laid_out = page.evaluate(
        """() => [...document.querySelectorAll(".cv-pubtitle")]
             .map((node) => node.checkVisibility({ contentVisibilityAuto: true }))"""
    )
    assert all(laid_out[:8])
    assert not any(laid_out[60:])
    # With it, parts take its place.
    page.unroute("**/cv.js")
    page.reload()
    page.wait_for_selector(".cv-part", state="attached")
    skipping = """[...document.querySelectorAll(".cv-publication")]
      .filter((node) => getComputedStyle(node).contentVisibility !== "visible").length"""
    assert page.evaluate(skipping) == 0
