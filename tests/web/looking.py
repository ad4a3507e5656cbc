"""What tests do with an open page: ask axe, and wait for many pages at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_core_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Page

# What passes is left in the browser: it would fill megabytes.
RUN = """async (contrast) => {
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const rules = { "color-contrast": { enabled: contrast } };
  const found = await axe.run({ resultTypes: ["violations"], rules });
  return found.violations.map((rule) =>
    [rule.id, ...rule.nodes.map((node) => node.html.slice(0, 120))]);
}"""


# The texts that are marked: the ranges are static, and do not say their text.
MARKED = """() => [...CSS.highlights.get("cv-hit")].map(({ startContainer, startOffset, endOffset }) =>
  startContainer.data.slice(startOffset, endOffset))"""


# What a filter leaves out keeps its box, without its content and its place.
SHOWN = """(selector) => [...document.querySelectorAll(selector)]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }))"""
# The answer of a filter comes in steps: the first screen, then more in each frame. Until some frames change nothing.
SETTLED = """() => new Promise((done) => {
  let quiet = 0;
  const changes = new MutationObserver(() => { quiet = 0; });
  changes.observe(document.body, { attributes: true, characterData: true, subtree: true });
  const wait = () => {
    if (quiet++ < 12) return void setTimeout(() => requestAnimationFrame(wait));
    changes.disconnect();
    done();
  };
  wait();
})"""

# How far each thing has moved since the page was opened that nobody asked to move.
SHIFTS = """() => new Promise((done) => {
  const moved = [];
  new PerformanceObserver((list) => moved.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 100);
})"""


def violations(page: Page, *, contrast: bool = True) -> list[list[str]]:
    """Return each rule of accessibility that the page breaks, with the places.

    The *contrast* of texts takes most of the time, the longer the page the more.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    return page.evaluate(RUN, contrast)


def opened(addresses: Iterable[str], new_page: Callable[[], Page]) -> list[Page]:
    """Open each address in a page of its own, and wait until none of them loads anything more."""
    pages = []
    for address in addresses:
        pages.append(new_page())
        pages[-1].goto(address)
    for page in pages:
        page.wait_for_load_state("networkidle")
    return pages


def look_for(page: Page, words: str) -> list[str]:
    """Type *words* into the field of the page, and return the titles of the hits."""
    field = page.locator(".cv-search input")
    field.fill("")
    field.fill(words)
    page.locator(".cv-hits").wait_for()
    return page.locator(".cv-hits .cv-hit-title").all_inner_texts()
