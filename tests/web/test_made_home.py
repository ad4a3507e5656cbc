"""The home page and the frame of a CV of full length: what is in sight without scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import MARKED

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def test_a_phone_shows_the_first_paper_and_that_there_are_more_sections(
    phone: Page, made: str
) -> None:
    phone.goto(f"{made}/index.html")
    assert phone.locator(".cv-publication").first.bounding_box()["y"] <= 560
    line = phone.locator(".cv-sections ul")
    assert line.evaluate("node => node.scrollWidth > node.clientWidth")
    assert line.evaluate("node => getComputedStyle(node).getPropertyValue('--after')") == "48px"


@pytest.mark.parametrize("width", [360, 390, 768])
@pytest.mark.parametrize("name", ["sections/students", "publications/lindqvist7"])
def test_small_screens_show_the_addresses_in_the_head_of_every_page(
    phone: Page, made: str, name: str, width: int
) -> None:
    """With the PDF, where there is one: in one line, which takes little room."""
    phone.set_viewport_size({"width": width, "height": 844})
    phone.goto(f"{made}/{name}.html")
    for link in ("ORCID", "Google Scholar"):
        box = phone.locator(".cv-profile").get_by_role("link", name=link).bounding_box()
        assert box["y"] + box["height"] <= 110
        assert min(box["width"], box["height"]) >= 24
    assert phone.locator(".cv-profile").bounding_box()["height"] <= 48


def test_a_phone_shows_the_picture_on_every_page(phone: Page, made: str) -> None:
    for name in ("index", "sections/talks", "publications/lindqvist7"):
        phone.goto(f"{made}/{name}.html")
        assert phone.locator(".cv-photo, .cv-face").filter(visible=True).count() == 1, name


def test_a_phone_shows_the_pdf_in_the_head_of_every_page(phone: Page, address: str) -> None:
    for name in ("sections/education", "publications/sander2022sinkformers", "search"):
        phone.goto(f"{address}/{name}.html")
        pdf = phone.locator(".cv-profile").get_by_role("link", name="Curriculum vitae (PDF)")
        assert pdf.bounding_box()["y"] <= 100, name
        assert pdf.inner_text().endswith("PDF")


def test_a_low_window_shows_the_contacts_in_a_row_and_ten_sections(page: Page, made: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 657})
    page.goto(f"{made}/index.html")
    contacts = page.locator(".cv-profile .cv-contacts")
    assert contacts.bounding_box()["height"] <= 40
    names = contacts.locator("a").evaluate_all("nodes => nodes.map((node) => node.title)")
    assert len(names) == 8
    assert "ORCID: 0000-0002-1825-0097" in names
    sections = page.locator(".cv-sections li:not(.cv-whole) a").evaluate_all(
        "nodes => nodes.filter((node) => node.getBoundingClientRect().bottom <= innerHeight).length"
    )
    assert sections >= 1 + 10
    # Round, not an oval.
    photo = page.locator(".cv-photo").bounding_box()
    assert photo["width"] == photo["height"]


def test_links_and_ranges_say_what_they_are_of(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/publications.html")
    bare = page.evaluate(
        """() => [...document.querySelectorAll(".cv-publication .cv-links a")].filter((link) =>
             link.getAttribute("aria-describedby") !== link.closest(".cv-publication")
               .querySelector(".cv-pubtitle").id).length"""
    )
    assert bare == 0
    # A title in another language says so.
    assert page.locator(".cv-pubtitle [lang=sv]").count() == 1
    page.goto(f"{made}/sections/positions.html")
    times = page.locator(".cv-date").first.locator("time")
    assert [time.get_attribute("datetime") for time in times.all()] == ["2023", "2024"]


def test_the_words_looked_for_are_marked_where_a_hit_leads(page: Page, made: str) -> None:
    page.goto(f"{made}/index.html")
    page.locator(".cv-search input").fill("sondergard")
    page.locator(".cv-hit").first.click()
    page.wait_for_url("**/publications/*.html")
    page.wait_for_function("CSS.highlights.get('cv-hit')?.size > 0")
    marked = page.evaluate(MARKED)
    assert set(marked) == {"Søndergård"}


def test_what_the_marks_mean_is_said_above_a_long_list(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/publications.html")
    legend = page.locator(".cv-legend").bounding_box()
    assert legend["y"] < page.locator(".cv-publication").first.bounding_box()["y"]


def test_forced_colors_are_those_of_icons_and_badges_as_well(browser: Browser, made: str) -> None:
    page = browser.new_context(forced_colors="active", color_scheme="dark").new_page()
    page.goto(f"{made}/index.html")
    icon = page.locator(".cv-contacts a .cv-icon").first
    same = "node => getComputedStyle(node).color === getComputedStyle(node.parentNode).color"
    assert icon.evaluate(same)
    badge = page.locator(".cv-abbr").first
    assert badge.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    page.context.close()


@pytest.mark.parametrize("colors", ["active", "none"])
def test_what_folds_out_has_an_arrow_also_in_the_colors_of_the_reader(
    browser: Browser, made: str, colors: str
) -> None:
    context = browser.new_context(forced_colors=colors)
    page = context.new_page()
    page.goto(f"{made}/index.html")
    arrow = page.locator(".cv-publication summary").first.evaluate(
        """(node) => {
             const { backgroundColor, clipPath, color, borderBlockStartWidth } = getComputedStyle(node, "::after");
             return { drawn: clipPath.startsWith("polygon") && backgroundColor === color, borderBlockStartWidth };
           }"""
    )
    assert arrow == {"drawn": True, "borderBlockStartWidth": "0px"}
    context.close()


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_the_home_page_says_the_name_twice_at_most(page: Page, made: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{made}/index.html")
    heads = page.locator(".cv-brand-text, .cv-name, h1").filter(visible=True).all_inner_texts()
    assert [head.replace("\xa0", " ") for head in heads] == ["Eleonora M. Lindqvist"] * 2
    page.goto(f"{made}/sections/talks.html")
    assert page.locator(".cv-brand-text").is_visible()
