"""Reading this CV in a browser: by keyboard, on a phone, enlarged, in print, without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import opened
from pages import CONTENT, PAGES, WIDTHS

from helpers import need, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from helpers import Built

# What can take the focus and is shown, in the order of the source.
# Without what the script of the search adds when its field is first used.
FOCUSABLE = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.tabIndex >= 0)
  .map((node) => node.outerHTML.replace(/ (role|aria-[a-z]+)="[^"]*"/g, ""))"""
FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  return {
    html: node.outerHTML.replace(/ (role|aria-[a-z]+)="[^"]*"/g, ""),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}/sections/talks.html")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to main content")
    assert link.evaluate("node => node === document.activeElement")
    box = link.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["index", "sections/publications", "sections/service", "search"])
def test_the_keyboard_reaches_everything_in_reading_order_and_shows_where_it_is(
    browser: Browser, address: str, name: str, width: str
) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900})
    page = context.new_page()
    page.goto(f"{address}/{name}.html")
    expected = page.evaluate(FOCUSABLE)
    walked = []
    if name == "search":
        # It begins in its field.
        page.wait_for_function("document.activeElement !== document.body")
        expected = expected[expected.index(page.evaluate(FOCUSED)["html"]) + 1 :]
    for _ in expected:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        assert stop is not None
        assert stop["marked"], stop["html"][:200]
        assert stop["seen"], stop["html"][:200]
        walked.append(stop["html"])
    context.close()
    assert walked == expected


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


def test_a_side_higher_than_the_window_is_seen_to_its_end(
    site: Callable[..., Built], page: Page
) -> None:
    names = [f"section{number}" for number in range(20)]
    files = {f"{name}.md": f"# {name}\n\nText\n" for name in names}
    files["section0.md"] += "\nText\n" * 200
    files["index.md"] = "# Ada\n\n```{toctree}\n" + "\n".join(names) + "\n```\n"
    built = site(files, cv_pdf="")
    page.set_viewport_size({"width": 1280, "height": 500})
    for name in ("section0", "section1"):
        page.goto((built.out / f"{name}.html").as_uri())
        last = page.locator(".cv-sections a").last
        assert page.locator(".cv-side").evaluate("node => node.getBoundingClientRect().top") > 0
        page.evaluate("scrollTo(0, 1000)")
        box = last.bounding_box()
        assert box is not None
        assert 0 < box["y"] < 500 - box["height"], name
    # A short one stays at the top.
    page.set_viewport_size({"width": 1280, "height": 1600})
    page.goto((built.out / "section0.html").as_uri())
    page.evaluate("scrollTo(0, 800)")
    box = page.locator(".cv-profile").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 100


def test_no_line_begins_with_the_comma_behind_the_owner(
    site: Callable[..., Built], page: Page
) -> None:
    files = {
        "index.md": "# Ada\n\n```{publication-list}\n```\n",
        "refs.bib": "@misc{a, author={Ivo Kovacs and Hans Kovacs and Ada Lovelace and Bo Li}, title={T}}",
    }
    built = site(files)
    page.goto((built.out / "index.html").as_uri())
    for width in range(320, 460, 3):
        page.set_viewport_size({"width": width, "height": 800})
        same = page.locator(".cv-owner").evaluate(
            """node => {
              const range = new Range();
              range.setStart(node.nextSibling, 0);
              range.setEnd(node.nextSibling, 1);
              const name = [...node.getClientRects()].at(-1);
              return Math.abs(range.getBoundingClientRect().left - name.right) < 2;
            }"""
        )
        assert same, width


def test_names_and_numbers_keep_their_direction_on_a_page_from_the_right(
    site: Callable[..., Built], page: Page
) -> None:
    files = {
        "index.md": "# עדה\n\n```{publication-list}\n```\n",
        "refs.bib": "@misc{a, author={Ada Lovelace* and Bo Li*}, title={Go!}, year={2020}}",
    }
    profile = {"name": "עדה", "aliases": ["Ada Lovelace"], "phone": "+972 4 829"}
    built = site(files, language="he", cv_profile=profile)
    page.goto((built.out / "index.html").as_uri())
    for selector in (".cv-authors", ".cv-pubtitle", ".cv-contacts span"):
        lefts = page.locator(selector).first.evaluate(
            """node => {
              const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
              const found = [];
              while (walker.nextNode()) {
                for (let place = 0; place < walker.currentNode.length; place += 1) {
                  const range = new Range();
                  range.setStart(walker.currentNode, place);
                  range.setEnd(walker.currentNode, place + 1);
                  found.push(Math.round(range.getBoundingClientRect().left));
                }
              }
              return found;
            }"""
        )
        assert lefts == sorted(lefts), selector


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


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 100);
})"""


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


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_shifts_while_a_page_loads(browser: Browser, address: str, width: str) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900})
    pages = opened([f"{address}/{name}.html" for name in PAGES], context.new_page)
    shifts = {page.url: page.evaluate(SHIFTS) for page in pages}
    context.close()
    assert {name: shift for name, shift in shifts.items() if shift > 0.001} == {}


@pytest.mark.parametrize("name", ["sections/coding", "sections/languages"])
def test_the_foot_of_a_short_page_stays_where_it_is_on_a_slow_phone(
    browser: Browser, address: str, name: str
) -> None:
    context = browser.new_context(viewport={"width": WIDTHS["phone"], "height": 900})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 20})
    page.goto(f"{address}/{name}.html", wait_until="networkidle")
    shift = page.evaluate(SHIFTS)
    context.close()
    assert shift == 0


def test_nothing_moves_for_who_asks_for_less_motion(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/index.html")
    page.locator(".cv-links a").first.hover()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getAnimations().length") == 0
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((node) => {
             const style = getComputedStyle(node);
             return style.transitionProperty !== "none" && parseFloat(style.transitionDuration) > 0
               || style.animationName !== "none" || style.scrollBehavior === "smooth";
           }).length"""
    )
    context.close()
    assert moving == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_printed_to_pdf_reads_as_a_cv(
    browser: Browser, address: str, tmp_path: Path, theme: str, width: str
) -> None:
    need("pdftotext")
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900})
    page = context.new_page()
    page.goto(f"{address}/index.html")
    page.evaluate("theme => localStorage.setItem('mode', theme)", theme)
    page.goto(f"{address}/sections/publications.html")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    context.close()
    text = run("pdftotext", "-layout", tmp_path / "page.pdf", "-").stdout
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
