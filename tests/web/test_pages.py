"""Every page in a browser: accessible, readable on a phone, without requests to other hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from looking import opened, violations
from pages import PAGES, SECTIONS, WIDTHS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(
    browser: Browser, address: str, built: Callable[[str], Path], width: str
) -> None:
    out = built("html")
    folders = (out, out / "sections", out / "publications")
    pages = [path for folder in folders for path in sorted(folder.glob("*.html"))]
    assert len(pages) >= len(PAGES)
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900})
    page = context.new_page()
    found = {}
    for name in (path.relative_to(out).as_posix() for path in pages):
        page.emulate_media(color_scheme="light")
        page.goto(f"{address}/{name}")
        found[name, "light"] = violations(page)
        # Where the system turns dark, the page that is open follows.
        page.emulate_media(color_scheme="dark")
        page.wait_for_selector('html[data-theme="dark"]')
        found[name, "dark"] = violations(page)
    context.close()
    assert {place: rules for place, rules in found.items() if rules} == {}


def test_no_page_scrolls_sideways(page: Page, address: str) -> None:
    wide = []
    for name in PAGES:
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto(f"{address}/{name}.html")
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((name, width))
    assert wide == []


def test_no_request_leaves_the_host(page: Page, address: str) -> None:
    hosts = set()
    page.context.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    opened([f"{address}/{name}.html" for name in PAGES], page.context.new_page)
    assert hosts == {urlsplit(address).netloc}


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_section_is_reachable_from_every_page(
    browser: Browser, address: str, width: str, javascript: bool
) -> None:
    context = browser.new_context(
        viewport={"width": WIDTHS[width], "height": 900}, java_script_enabled=javascript
    )
    page = context.new_page()
    for name in PAGES:
        page.goto(f"{address}/{name}.html")
        links = page.locator("nav a:visible, .bd-sidebar-primary a:visible")
        targets = links.evaluate_all("nodes => nodes.map((node) => node.getAttribute('href'))")
        found = {target.split("/")[-1] for target in targets}
        for section in SECTIONS:
            current = name.endswith(section)
            assert f"{section}.html" in found or (current and "#" in found), (name, section)
    context.close()


def test_nothing_says_software_manual(built: Callable[[str], Path]) -> None:
    words = (
        "documentation</title>",
        "Collapse Sidebar",
        "Section Navigation",
        "Show Source",
        "Created using",
        "Built with",
        "Search the docs",
        "fontawesome",
    )
    out = built("html")
    for path in (*out.glob("*.html"), *out.glob("sections/*.html")):
        text = path.read_text("utf-8")
        assert [word for word in words if word in text] == [], path.name


def test_titles_name_the_page_and_the_owner(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    assert page.title() == "Michael E. Sander"
    page.goto(f"{address}/sections/talks.html")
    assert page.title() == "Talks – Michael E. Sander"


def test_the_color_mode_is_remembered(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    button = page.get_by_role("button", name="Theme", exact=False)
    before = page.locator("html").get_attribute("data-theme")
    for _ in range(3):
        button.first.click()
        if page.locator("html").get_attribute("data-theme") != before:
            break
    changed = page.locator("html").get_attribute("data-theme")
    assert changed != before
    page.goto(f"{address}/sections/talks.html")
    assert page.locator("html").get_attribute("data-theme") == changed


def test_search_finds_a_section(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=Sinkformers")
    page.locator("#search-results a", has_text="Publications").first.wait_for(timeout=10_000)


def test_a_page_printed_from_the_browser_looks_like_a_cv(page: Page, address: str) -> None:
    page.goto(f"{address}/sections/education.html")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator(".cv-entry").first.is_visible()
    for part in ("header.bd-header", ".bd-sidebar-primary", "footer"):
        assert not any(node.is_visible() for node in page.locator(part).all()), part


def test_the_pdf_is_linked_from_every_page(page: Page, address: str) -> None:
    for name in PAGES:
        page.goto(f"{address}/{name}.html")
        link = page.locator(".cv-profile").get_by_role("link", name="Curriculum vitae (PDF)")
        answer = page.request.get(link.evaluate("node => node.href"))
        assert answer.ok
        assert answer.body().startswith(b"%PDF")
