"""The tools of a page: search, the colour mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def test_a_word_typed_into_the_field_finds_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}/sections/education.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("Arcachon")
    page.keyboard.press("Enter")
    result = page.locator("#search-results a", has_text="Talks").first
    result.wait_for(timeout=10_000)
    assert page.locator('input[name="q"]').input_value() == "Arcachon"
    result.click()
    page.wait_for_url("**/sections/talks.html*")


def test_a_word_that_is_nowhere_is_told_in_plain_words(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=Xylophone")
    message = page.locator("#search-results", has_text="No results. Try fewer words.")
    message.wait_for(timeout=10_000)


def test_search_loads_its_index_once_there_is_a_word(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.split("/")[-1].split("?")[0]))
    page.goto(f"{address}/index.html", wait_until="networkidle")
    page.goto(f"{address}/search.html", wait_until="networkidle")
    assert not {"cv-search-index.js", "cv-search.js"} & set(loaded)
    page.goto(f"{address}/search.html?q=Transformers", wait_until="networkidle")
    assert {"cv-search-index.js", "cv-search.js"} <= set(loaded)


def test_what_a_search_shows_is_text_in_whole_words(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=neural", wait_until="networkidle")
    results = page.locator("#search-results")
    results.locator(".cv-hit").nth(3).wait_for(timeout=10_000)
    number = results.locator(".cv-hit").count()
    assert results.locator(".search-summary").inner_text() == f"{number} results"
    assert not any(part in results.inner_text() for part in ("BibTeX", "author =", "Software:"))
    for excerpt in results.locator(".context").all_inner_texts():
        assert "neural" in excerpt.casefold()


def test_words_of_a_query_are_text(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+Transformers")
    page.locator(".search-summary", has_text="No results").wait_for(timeout=10_000)
    assert page.locator("main img").count() == 0
    assert page.locator('input[name="q"]').input_value().startswith("<img")


def test_the_colour_mode_goes_round_and_is_kept(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/index.html")
    root, button = page.locator("html"), page.locator(".cv-mode")
    seen = []
    for _ in range(4):
        seen.append((root.get_attribute("data-mode"), root.get_attribute("data-theme")))
        button.click()
    assert seen == [("auto", "dark"), ("light", "light"), ("dark", "dark"), ("auto", "dark")]
    # Light by now, and light before the first paint of the next page.
    page.goto(f"{address}/sections/talks.html", wait_until="commit")
    page.wait_for_selector("body", state="attached")
    assert root.get_attribute("data-theme") == "light"
    assert button.inner_text().strip() == "Theme: light"
    context.close()


def test_the_colours_follow_the_system_until_one_is_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_selector(f'html[data-theme="{scheme}"]')


def test_blocked_storage_breaks_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }});"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/index.html")
    page.locator(".cv-mode").click()
    assert page.locator("html").get_attribute("data-theme") == "light"
    context.close()
    assert errors == []


@pytest.mark.parametrize("name", ["sections/publications", "publications/sander2022sinkformers"])
def test_no_text_runs_below_the_button_that_copies_it(phone: Page, address: str, name: str) -> None:
    phone.goto(f"{address}/{name}.html")
    box = phone.locator(".cv-bibtex").last
    box.evaluate("node => { node.open = true; }")
    box.get_by_role("button").wait_for()
    covered = box.evaluate(
        """(node) => {
             const { left, right, top, bottom } = node.querySelector("button").getBoundingClientRect();
             return [...node.querySelectorAll(".cv-citation, pre")].flatMap((text) => {
               const range = document.createRange();
               range.selectNodeContents(text);
               return [...range.getClientRects()].filter((line) =>
                 line.left < right && line.right > left && line.top < bottom && line.bottom > top);
             }).length;
           }"""
    )
    assert covered == 0


def test_the_bibtex_of_a_paper_opens_and_is_copied_by_keyboard(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/sections/publications.html")
    box = page.locator("#cite-1-sander2022sinkformers .cv-bibtex")
    text = box.locator("pre")
    assert not text.is_visible()
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    assert text.is_visible()
    button = box.get_by_role("button")
    button.wait_for()
    button.focus()
    page.keyboard.press("Enter")
    page.locator(".cv-copy", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text.text_content()
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    assert not text.is_visible()
    context.close()


def test_a_browser_that_copies_nothing_has_the_bibtex_selected(page: Page, address: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.goto(f"{address}/sections/publications.html")
    box = page.locator("#cite-1-sander2022sinkformers .cv-bibtex")
    box.locator("summary").click()
    box.get_by_role("button").click()
    page.wait_for_function("String(getSelection()).startsWith('@')")
    assert page.evaluate("String(getSelection()).trim()") == box.locator("pre").inner_text().strip()
