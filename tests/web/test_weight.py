"""What the pages of the made CV weigh at the first load, with all that scrolling brings."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

LIMIT = 90 * 1024
# Parts that were never seen were never laid out, and ask for no letters.
LAY_OUT = """async () => {
  document.querySelectorAll('.cv-part').forEach((part) => {
    part.style.contentVisibility = 'visible';
  });
  scrollTo(0, document.documentElement.scrollHeight);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await document.fonts.ready;
}"""


@pytest.mark.parametrize("name", ["index", "sections/publications", "sections/talks", "cv"])
def test_a_long_cv_is_light(made: str, page: Page, name: str) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 (no built-in)
    page.goto(f"{made}/{name}.html")
    page.evaluate(LAY_OUT)
    weights = {answer.url: len(gzip.compress(answer.body(), 6)) for answer in answers}
    assert len(weights) == len(answers)
    assert sum(weights.values()) <= LIMIT, weights
    upright = [url for url in weights if url.endswith("-normal.woff2")]
    # Łukaszewicz and Đorđević need no file of their own, Nguyễn does.
    assert {url.rpartition("/")[2].split("-")[2] for url in upright} <= {"latin", "vietnamese"}


def test_the_icon_of_an_address_is_drawn_once(made: str, page: Page) -> None:
    page.goto(f"{made}/sections/talks.html")
    drawn = page.eval_on_selector_all("svg path", "paths => paths.map((path) => path.outerHTML)")
    assert len(set(drawn)) == len(drawn)
    shown = page.eval_on_selector_all(
        ".cv-foot-contacts use",
        "uses => uses.map((use) => document.querySelector(use.href.baseVal)?.tagName)",
    )
    assert len(shown) >= 5
    assert set(shown) == {"path"}


def test_a_first_load_of_long_lists_is_light(page: Page, made: str) -> None:
    """Most of what a page of many names weighs are their letters."""
    for name, limit in {"index": 80, "sections/talks": 90, "sections/publications": 100}.items():
        page.goto(f"{made}/{name}.html", wait_until="networkidle")
        urls = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
        bodies = [page.request.get(url).body() for url in {page.url, *urls}]
        assert sum(len(gzip.compress(body, 6)) for body in bodies) <= limit * 1024, name
