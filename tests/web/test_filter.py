"""The field above the publications: what it hides, what it says, and how a long list is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import SETTLED, SHOWN, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from helpers import Built

# As many as fill ten parts: what axe takes grows with the square of their number.
NUMBER, A_YEAR, ARTICLES = 165, 15, 35
PLACES = ("Zürich", "London", "Paris")
TEXTS = f"(selector) => ({SHOWN})(selector).map((node) => node.textContent.trim())"


def entry(number: int) -> str:
    kind = "article" if number < ARTICLES else "book"
    return (
        f"@{kind}{{key{number}, author = {{Lovelace, Ada}}, title = {{Title {number}}},\n"
        f"publisher = {{{PLACES[number % 3]}}}, year = {{{2000 + number // A_YEAR}}}}}\n"
    )


@pytest.fixture(scope="module")
def long_list(module_site: Callable[..., Built]) -> Built:
    """Build a page that lists many publications by type and year."""
    files = {
        "index.md": "# CV\n\n```{publication-list}\n:group: type year\n```\n",
        "refs.bib": "".join(map(entry, range(NUMBER))),
    }
    return module_site(files, bibtex_bibfiles=["refs.bib"], cv_publication_pages=False, cv_pdf="")


@pytest.fixture
def listed(long_list: Built, page: Page) -> Page:
    """Open that page."""
    page.goto((long_list.out / "index.html").as_uri())
    return page


def type_in(page: Page, words: str) -> None:
    page.locator("[data-cv-filter]").fill(words)
    page.evaluate(SETTLED)


def titles(page: Page) -> list[str]:
    return page.evaluate(TEXTS, ".cv-pubtitle")


def test_only_what_holds_all_words_is_shown(listed: Page) -> None:
    type_in(listed, "zurich 2003")
    assert titles(listed) == [f"Title {number}" for number in range(45, 60) if number % 3 == 0]
    # The heading of the type as well, which has no list of its own.
    assert listed.evaluate(TEXTS, ".cv-year") == ["Books", "2003"]
    type_in(listed, "zurich 2003 nothing")
    assert titles(listed) == []
    assert listed.evaluate(TEXTS, ".cv-year") == []
    type_in(listed, "")
    assert len(titles(listed)) == NUMBER
    assert listed.evaluate(TEXTS, ".cv-year")[:2] == ["Journal articles", "2002"]


def test_the_number_of_hits_is_said(listed: Page) -> None:
    said = listed.get_by_role("status")
    assert said.inner_text() == ""
    type_in(listed, "paris")
    assert said.inner_text() == f"{NUMBER // 3} of {NUMBER} publications"
    type_in(listed, " ")
    assert said.inner_text() == ""


def test_an_entry_far_below_comes_up_when_others_hide(listed: Page) -> None:
    type_in(listed, "title 164")
    box = listed.locator("#cite-1-key164").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 900


def test_a_link_goes_to_an_entry_far_below(listed: Page) -> None:
    listed.goto(f"{listed.url}#cite-1-key40")
    listed.evaluate(SETTLED)
    box = listed.locator("#cite-1-key40").bounding_box()
    assert box is not None
    assert -1 <= box["y"] < 900


def test_a_long_list_is_one_list_to_a_screen_reader(listed: Page) -> None:
    assert listed.locator(".cv-part").count() > 10
    # Its colors are those of other lists.
    assert violations(listed, contrast=False) == []
    snapshot = listed.locator(".cv-publications").nth(3).aria_snapshot()
    assert snapshot.startswith("- list:")
    assert snapshot.count("\n  - listitem:") == A_YEAR


def test_a_field_is_for_the_list_below_it_alone(site: Callable[..., Built], page: Page) -> None:
    lists = '```{{publication-list}}\n:filter: type {} "book"\n:group: year\n```\n\n'
    talk = "```{talk} A talk\n:event: Society\n:date: 2001\n```\n"
    files = {
        "index.md": f"# CV\n\n{lists.format('==')}{lists.format('!=')}## Talks\n\n{talk}",
        "refs.bib": "".join(map(entry, range(80))),
    }
    built = site(files, bibtex_bibfiles=["refs.bib"], cv_publication_pages=False, cv_pdf="")
    page.goto((built.out / "index.html").as_uri())
    page.locator("[data-cv-filter]").first.fill("title 70")
    page.evaluate(SETTLED)
    assert titles(page) == [
        "Title 70",
        *(f"Title {at}" for at in (*range(30, 35), *range(15, 30), *range(15))),
    ]
    assert page.evaluate(TEXTS, "output") == ["1 of 45 publications", ""]
    assert page.evaluate(TEXTS, ".cv-talk .cv-main") == ["A talk"]


def test_the_download_stands_once_below_the_lists(site: Callable[..., Built]) -> None:
    files = {
        "index.md": "# CV\n\n" + "```{publication-list}\n```\n\n" * 2 + "## Talks\n",
        "refs.bib": "".join(map(entry, range(4))),
    }
    built = site(files, bibtex_bibfiles=["refs.bib"], cv_publication_pages=False, cv_pdf="")
    found = built.article().select(".cv-publications, .cv-more, h2")
    assert [part.name for part in found] == ["ol", "ol", "p", "h2"]


def test_without_scripts_all_is_there(site: Callable[..., Built]) -> None:
    files = {
        "index.md": "# CV\n\n```{publication-list}\n```\n",
        "refs.bib": "".join(map(entry, range(60))),
    }
    built = site(files, bibtex_bibfiles=["refs.bib"], cv_publication_pages=False, cv_pdf="")
    assert len(built.article().select("ol.cv-publications > li")) == 60
