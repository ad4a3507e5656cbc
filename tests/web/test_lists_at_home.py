"""The lists of the home page, and the way from each to the whole list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from playwright.sync_api import Page

    from helpers import Built

TALKS = "```{talk} One\n:event: Here\n:date: 2020\n```\n"
MORE = "{.cv-more}\n[All talks →](talks.md)\n\n"
HOME = f"# CV\n\n## First\n\n{TALKS}\n## Second\n\nMORE{TALKS}\n## Third\n\n{TALKS}"


@pytest.fixture(scope="module")
def homes(module_site: Callable[..., Built]) -> Built:
    """Build a page whose second list is followed by its link, and one where it comes first."""
    toctree = "\n```{toctree}\n:hidden:\n\nplain\ntalks\n```\n"
    return module_site(
        {
            "index.md": HOME.replace("MORE", MORE) + toctree,
            "plain.md": HOME.replace("MORE", ""),
            "talks.md": f"# Talks\n\n{TALKS}",
        },
        cv_pdf="",
    )


def boxes(page: Page, *selectors: str) -> list[dict[str, Any]]:
    return [page.locator(selector).first.bounding_box() or {} for selector in selectors]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_way_to_the_whole_list_is_in_the_line_of_the_heading(
    page: Page, homes: Built, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto((homes.out / "index.html").as_uri())
    heading, link, item = boxes(page, "#second h2", "#second .cv-more", "#second .cv-talk")
    assert heading["y"] + heading["height"] == pytest.approx(link["y"] + link["height"])
    assert link["x"] + link["width"] == pytest.approx(item["x"] + item["width"])


@pytest.mark.parametrize("width", [390, 1280])
def test_it_moves_nothing_around_it(page: Page, homes: Built, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    places = []
    for name in ("index", "plain"):
        page.goto((homes.out / f"{name}.html").as_uri())
        # The home page of a phone has margins of its own.
        page.evaluate("document.body.classList.add('cv-home')")
        found = boxes(page, "#first h2", "#second h2", "#second .cv-talk", "#third h2")
        places.append([round(box["y"] - found[0]["y"], 1) for box in found])
    assert places[0] == places[1]


def test_beside_long_words_the_heading_breaks(page: Page, homes: Built) -> None:
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto((homes.out / "index.html").as_uri())
    page.evaluate("document.querySelector('#second h2').textContent = 'Ausgewählte Vorträge'")
    page.evaluate("document.querySelector('.cv-more a').textContent = 'Alle Veröffentlichungen →'")
    heading, link = boxes(page, "#second h2", "#second .cv-more")
    assert heading["x"] + heading["width"] <= link["x"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_no_word_of_the_heading_is_broken(page: Page, homes: Built) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((homes.out / "index.html").as_uri())
    page.evaluate("document.querySelector('#second h2').textContent = 'communications'")
    (one_line,) = boxes(page, "#second h2")
    page.evaluate("document.querySelector('#second h2').textContent = 'Dernières communications'")
    page.evaluate(
        "document.querySelector('.cv-more a').textContent = 'Toutes les communications →'"
    )
    # What is below, however wide, changes neither.
    wide = "'<pre>' + 'x'.repeat(200) + '</pre>'"
    page.evaluate(f"document.querySelector('#second .cv-talk').innerHTML += {wide}")
    (heading,) = boxes(page, "#second h2")
    line = page.locator("#second h2").evaluate("h => parseFloat(getComputedStyle(h).lineHeight)")
    assert heading["height"] - one_line["height"] == pytest.approx(line, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
