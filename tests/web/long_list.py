"""A long list of the made CV in a browser: what it shows, and how it is made to show less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from looking import SETTLED, SHOWN

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAPERS, TALKS = 160, 120


YEARS = f"(selector) => ({SHOWN})(selector).map((node) => node.dataset.year)"


# Until every part has been measured, which is done while nothing else is to do.
MEASURED = """() => new Promise((done) => document.fonts.ready.then(() => {
  let before = 0, quiet = 0;
  const wait = () => {
    const height = document.documentElement.scrollHeight;
    quiet = height === before ? quiet + 1 : 0;
    // Longer than a busy browser takes from one part to the next.
    if (quiet === 8) return done();
    before = height;
    setTimeout(wait, 100);
  };
  wait();
}))"""


def shown(page: Page, selector: str = ".cv-publication") -> list[str]:
    """Return the year of each item that is shown."""
    page.evaluate(SETTLED)
    return page.evaluate(YEARS, selector)


def chip(page: Page, name: str) -> None:
    """Choose a type."""
    page.locator(".cv-types").get_by_role("button", name=name).click()


def year(page: Page, name: str) -> None:
    """Choose a year, or let go of it."""
    page.locator(".cv-years").get_by_role("link", name=name).click()
