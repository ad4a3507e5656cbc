"""A list of publications and the page of one, in a browser: rhythm, keyboard, colors, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from helpers import Built

TALK = "```{talk} Notes\n:event: Seminar\n:date: 2030\n:publication: key1\n```\n"
FOCUSED = "document.activeElement.textContent.trim()"


@pytest.fixture(scope="module")
def papers(module_site: Callable[..., Built]) -> Built:
    """Build a list of sixty by year, long enough to be kept in parts."""
    entries = (
        f"@article{{key{number}, author = {{Li, Bo and King, Ada and Fox, Cy and Ray, Di}},\n"
        f"title = {{Title {number}}}, journal = {{Letters}}, year = {{{2000 + number // 6}}},\n"
        f"abstract = {{What is in {number}.}}}}\n"
        for number in range(60)
    )
    files = {
        "index.md": "# CV\n\n```{toctree}\nlist\ntalks\n```\n",
        "list.md": "# Papers\n\n```{publication-list}\n:group: year\n:max-authors: 1\n```\n",
        "talks.md": f"# Talks\n\n{TALK}",
        "refs.bib": "".join(entries),
    }
    return module_site(files, bibtex_bibfiles=["refs.bib"], cv_publication_pages=True, cv_pdf="")


def show(page: Page, built: Built, name: str = "list") -> None:
    page.goto((built.out / f"{name}.html").as_uri())


def test_all_years_stand_at_one_distance_from_what_is_above(papers: Built, page: Page) -> None:
    show(page, papers)
    # Parts out of sight have no height of their own; in sight their margins stay within.
    page.add_style_tag(content=".cv-part { content-visibility: visible; contain: layout }")
    gaps = page.evaluate(
        """() => [...document.querySelectorAll(".cv-year")].slice(1).map((year) => {
             const above = [...year.previousElementSibling.querySelectorAll("summary")].at(-1);
             return Math.round(year.getBoundingClientRect().top - above.getBoundingClientRect().bottom);
           })"""
    )
    assert len(gaps) == 9
    assert len(set(gaps)) == 1, gaps


def test_the_keyboard_goes_along_the_row_before_the_lines_below(papers: Built, page: Page) -> None:
    show(page, papers)
    page.locator("#cite-1-key1").get_by_role("link", name="Title 1").focus()
    walked = []
    for _ in range(3):
        page.keyboard.press("Tab")
        walked.append(page.evaluate(FOCUSED))
    assert walked == ["Abstract", "Cite", "Seminar, 2030"]
    # They end the entry as the row does where there are none.
    assert (
        page.locator("#cite-1-key1 .cv-related").evaluate(
            "node => getComputedStyle(node).marginBlockEnd"
        )
        == "0px"
    )


def test_who_opens_the_authors_by_keyboard_goes_on_with_them(papers: Built, page: Page) -> None:
    show(page, papers)
    page.locator(".cv-rest-count").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "cv-rest"
    assert page.evaluate(FOCUSED) == ", Ada King"


def test_forced_colors_mark_the_current_section_alone(papers: Built, browser: Browser) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, forced_colors="active", color_scheme="light"
    )
    page = context.new_page()
    show(page, papers)
    colors = page.evaluate(
        """() => [...document.querySelectorAll(".cv-sections a")].map((link) =>
             [link.textContent.trim(), getComputedStyle(link).borderInlineStartColor])"""
    )
    context.close()
    ground = "rgb(255, 255, 255)"
    assert [name for name, color in colors if color != ground] == ["Papers"]


def test_the_page_of_a_publication_prints_its_abstract(papers: Built, page: Page) -> None:
    show(page, papers, "publications/key1")
    page.emulate_media(media="print")
    assert page.get_by_text("What is in 1.").is_visible()
    assert not page.locator("pre").is_visible()
    show(page, papers)
    assert not page.locator(".cv-abstract").first.is_visible()


def test_a_button_stays_where_it_is_when_its_box_opens(papers: Built, page: Page) -> None:
    show(page, papers)
    item = page.locator("#cite-1-key1")
    places = """item => [".cv-abstract summary", ".cv-bibtex summary", ".cv-abstract p", ".cv-related"]
      .map((part) => item.querySelector(part).getBoundingClientRect())
      .map((box) => [box.left - item.getBoundingClientRect().left,
                     box.top - item.getBoundingClientRect().top])"""
    *buttons, _closed, _below = item.evaluate(places)
    item.get_by_text("Abstract", exact=True).click()
    *opened, abstract, below = item.evaluate(places)
    assert opened == buttons
    # Below the row, and above the lines that stood there.
    assert buttons[0][1] < abstract[1] < below[1]


def test_a_field_of_bibtex_that_goes_on_is_set_in(papers: Built, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 844})
    show(page, papers, "publications/key1")
    starts = page.locator(".cv-bibtex pre").evaluate(
        """pre => {
             const range = document.createRange();
             range.selectNodeContents(pre);
             const lines = new Map();
             for (const { x, y, width } of range.getClientRects())
               if (width && !lines.has(y)) lines.set(y, x);
             return [...lines.values()].map((x) => Math.round(x - [...lines.values()][0]));
           }"""
    )
    # "author = {…", which a phone wraps, and "title" below it.
    assert starts[0] == starts[1] == starts[-1] == 0, starts
    assert max(starts) > 20, starts
