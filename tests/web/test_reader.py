"""Reading this CV in a browser: on a phone, enlarged, in print, without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import opened
from pages import CONTENT, PAGES, WIDTHS

from pdf_readers import text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page


def test_each_section_ends_with_the_way_to_the_next(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    assert page.locator(".cv-pager").count() == 0
    sections = page.locator(".cv-sections li:not(.cv-whole) a").all_inner_texts()[1:]
    page.locator(".cv-sections a").nth(1).click()
    seen = [page.locator("h1").inner_text()]
    while (following := page.locator(".cv-pager [rel=next]")).count():
        following.click()
        seen.append(page.locator("h1").inner_text())
        assert page.locator(".cv-pager [rel=prev]").inner_text() == seen[-2]
    assert seen == sections


def test_years_alone_take_a_narrow_column(page: Page, address: str) -> None:
    def column(name: str) -> float:
        page.goto(f"{address}/{name}.html")
        left = "node => node.getBoundingClientRect().left"
        first = page.locator(".cv-entry, .cv-talk").last
        return first.locator(".cv-main").evaluate(left) - first.evaluate(left)

    assert 60 < column("sections/talks") < 120 < column("sections/experience")
    assert column("index") == column("sections/experience")


def test_a_short_section_fits_a_small_desktop(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    for name in ("coding", "languages", "service", "software"):
        page.goto(f"{address}/sections/{name}.html")
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), name
    context.close()


def test_a_phone_shows_the_first_paper_high_up(phone: Page, address: str) -> None:
    phone.goto(f"{address}/index.html")
    assert phone.locator(".cv-publication").first.bounding_box()["y"] <= 560


def test_a_phone_shows_the_profile_at_home_and_the_addresses_below_every_section(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}/index.html")
    assert phone.locator(".cv-profile").is_visible()
    assert not phone.locator(".cv-foot-contacts").is_visible()
    phone.goto(f"{address}/sections/service.html")
    assert not phone.locator(".cv-profile .cv-who").is_visible()
    assert phone.locator("footer").get_by_role("link", name="michael.sander@ens.fr").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_what_a_finger_taps_is_large_enough(browser: Browser, address: str, width: str) -> None:
    """WCAG 2.2, target size (minimum): 24 pixels, links within a text apart."""
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900}, has_touch=True)
    page = context.new_page()
    small = {}
    for name in PAGES:
        page.goto(f"{address}/{name}.html")
        small[name] = page.evaluate(
            """() => [...document.querySelectorAll(
                 ".cv-top a, .cv-tools button, .cv-sections a, .cv-contacts a, .cv-links a")]
               .filter((node) => node.checkVisibility())
               .filter((node) => node.getBoundingClientRect().height < 24)
               .map((node) => node.textContent)"""
        )
    context.close()
    assert {name: found for name, found in small.items() if found} == {}


def test_without_scripts_the_content_is_complete(browser: Browser, address: str) -> None:
    texts: dict[bool, list[str]] = {}
    for scripts in (True, False):
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, java_script_enabled=scripts
        )
        page = context.new_page()
        texts[scripts] = []
        for name in CONTENT:
            page.goto(f"{address}/{name}.html")
            texts[scripts] += [page.locator("main").inner_text()]
            texts[scripts] += [page.locator(".cv-side").inner_text()]
        if not scripts:
            # What needs a script is not offered.
            assert page.locator(".pst-js-only:visible").count() == 0
            # The system's colours hold all the same.
            page.emulate_media(color_scheme="dark")
            color = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
            assert color == "rgb(18, 23, 30)"
        context.close()
    assert texts[False] == texts[True]


@pytest.mark.parametrize("width", [640, 1280])
def test_text_of_twice_the_size_neither_overflows_nor_is_cut(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    wrong = {}
    for name in PAGES:
        page.goto(f"{address}/{name}.html")
        page.add_style_tag(content="html:root { font-size: 200% !important; }")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong[name] = "scrolls sideways"
        cut = page.evaluate(
            """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, a), .cv-side p")]
               .filter((node) => node.checkVisibility() && !node.closest(".cv-sep"))
               .filter((node) => getComputedStyle(node).overflow !== "visible")
               .filter((node) => node.scrollWidth > node.clientWidth + 1)
               .map((node) => node.textContent)"""
        )
        if cut:
            wrong[name] = cut
    context.close()
    assert wrong == {}


def test_a_page_opened_as_a_file_has_one_typeface(
    browser: Browser, built: Callable[[str], Path]
) -> None:
    found = set()
    addresses = [(built("html") / f"{name}.html").as_uri() for name in CONTENT * 2]
    for page in opened(addresses, browser.new_page):
        page.evaluate("document.fonts.ready")
        session = page.context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        nodes = session.send(
            "DOM.querySelectorAll", {"nodeId": root, "selector": "h1, .bd-article :is(p, em)"}
        )
        for node in nodes["nodeIds"]:
            fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            found |= {font["familyName"] for font in fonts}
        page.close()
    assert {name.removesuffix(" Thin") for name in found} == {"Public Sans"}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_printed_to_pdf_reads_as_a_cv(
    browser: Browser, address: str, tmp_path: Path, theme: str, width: str
) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900})
    page = context.new_page()
    page.goto(f"{address}/index.html")
    page.evaluate("theme => localStorage.setItem('mode', theme)", theme)
    page.goto(f"{address}/sections/publications.html")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    context.close()
    text = text_of(tmp_path / "page.pdf", layout=True)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert lines[0] == "MICHAEL E. SANDER"
    assert "michael.sander@ens.fr" in lines[1]
    assert lines[2] == "PUBLICATIONS"
    numbers = [line[:3] for line in lines if line.startswith("[")]
    assert numbers == [f"[{number}]" for number in range(1, 7)]
    # One sheet, and nothing that only a screen needs.
    assert text.count("\f") == 1
    shown = set(text.split())
    assert not shown & {"Search", "Home", "Slides", "Code", "arXiv", "BibTeX", "Copy", "©"}
