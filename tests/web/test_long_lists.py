"""Long lists in a browser: years, types and words to choose by, the address, heights, no scripts."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from looking import MARKED, SETTLED, SHOWN, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

PAPERS, TALKS = 160, 120
YEARS = f"(selector) => ({SHOWN})(selector).map((node) => node.dataset.year)"
# Until every part has been measured, which is done while nothing else is to do.
MEASURED = """() => new Promise((done) => document.fonts.ready.then(() => {
  let before = 0, quiet = 0;
  const wait = () => {
    const height = document.documentElement.scrollHeight;
    quiet = height === before ? quiet + 1 : 0;
    // Longer than a busy browser takes from one part to the next.
    if (quiet === 8) return done();
    before = height;
    setTimeout(wait, 100);
  };
  wait();
}))"""


def shown(page: Page, selector: str = ".cv-publication") -> list[str]:
    page.evaluate(SETTLED)
    return page.evaluate(YEARS, selector)


def chip(page: Page, name: str) -> None:
    page.locator(".cv-types").get_by_role("button", name=name).click()


def year(page: Page, name: str) -> None:
    page.locator(".cv-years").get_by_role("link", name=name).click()


def test_types_years_and_words_narrow_a_list_together(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/publications.html")
    assert len(shown(page)) == PAPERS
    chip(page, "With code")
    coded = shown(page)
    assert 0 < len(coded) < PAPERS
    year(page, "2019")
    assert set(shown(page)) == {"2019"}
    page.locator("[data-cv-filter]").fill("lukaszewicz")
    found = shown(page)
    assert set(found) == {"2019"} or found == []
    said = page.get_by_role("status").inner_text()
    assert said == f"{len(found)} of {PAPERS} publications"
    # Each choice counts what the others leave.
    assert int(page.locator('.cv-types button[value=""] span').inner_text()) >= len(found)


def test_the_choice_is_in_the_address_and_the_way_back_undoes_it(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/publications.html")
    chip(page, "Books")
    books = shown(page)
    year(page, "2023")
    page.locator("[data-cv-filter]").type("learning")
    page.wait_for_url("**/publications.html?type=books&year=2023&q=learning")
    page.go_back()
    page.wait_for_url("**/publications.html?type=books&year=2023")
    page.go_back()
    assert shown(page) == books
    assert page.locator(".cv-years [aria-current]").count() == 0
    page.go_back()
    assert len(shown(page)) == PAPERS
    page.go_forward()
    assert shown(page) == books
    # Whoever is sent the address sees the same.
    page.goto(f"{made}/sections/publications.html?type=books&q=learning")
    assert page.locator("[data-cv-filter]").input_value() == "learning"
    assert page.locator('.cv-types [aria-pressed="true"]').get_attribute("value") == "books"


def test_a_sent_address_is_whole_before_the_page_is_painted(page: Page, made: str) -> None:
    """Other numbers are of other widths: the choices would move."""
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
             window.first = document.querySelector(".cv-types").textContent;
           })"""
    )
    page.goto(f"{made}/sections/publications.html?year=2019")
    page.evaluate(SETTLED)
    types = page.locator(".cv-types").text_content()
    assert page.evaluate("first") == types
    assert f"All {PAPERS // 20}" in types


SHIFTS = """() => new Promise((done) => {
  const moved = [];
  new PerformanceObserver((list) => moved.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 100);
})"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("chosen", ["", "?year=2010", "?type=code", "?type=seminar", "?q=learning"])
def test_a_sent_address_moves_nothing(page: Page, made: str, chosen: str, width: int) -> None:
    """Also where the script comes long after the first paint."""
    page.set_viewport_size({"width": width, "height": 844})
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/cv-filter.js", hold)
    for name in ("publications", "talks"):
        page.goto(f"{made}/sections/{name}.html{chosen}", wait_until="commit")
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        assert page.locator("h1").is_visible()
        held.pop().continue_()
        page.wait_for_load_state()
        page.evaluate(SETTLED)
        assert page.evaluate(SHIFTS) == []
        assert page.get_by_role("searchbox").last.is_visible()


@pytest.mark.parametrize("chosen", ["year=2008", "type=preprint&year=2005"])
def test_what_a_sent_address_chose_is_in_sight_on_a_phone(
    phone: Page, made: str, chosen: str
) -> None:
    phone.goto(f"{made}/sections/publications.html?{chosen}")
    for choice in phone.locator(".cv-types [aria-pressed=true], .cv-years [aria-current]").all():
        box = choice.bounding_box()
        assert box["x"] >= 0, choice
        assert box["x"] + box["width"] <= 390, choice


def test_a_sent_address_without_its_script_has_the_whole_list(page: Page, made: str) -> None:
    page.route("**/cv-filter.js", lambda route: route.abort())
    page.goto(f"{made}/sections/publications.html?year=2019")
    page.evaluate("document.getAnimations().forEach((each) => each.finish())")
    assert len(shown(page)) == PAPERS


@pytest.mark.parametrize("typed", ["lukaszewicz", "obrien", "sondergard", "bezier"])
def test_letters_and_apostrophes_need_no_signs(page: Page, made: str, typed: str) -> None:
    page.goto(f"{made}/sections/publications.html?q={typed}")
    assert 0 < len(shown(page)) < PAPERS
    marked = page.evaluate(MARKED)
    assert set(marked) <= {"Łukaszewicz", "O’Brien", "Søndergård", "Bézier"}
    assert marked


@pytest.mark.parametrize(
    ("typed", "marked"), [("l", set()), ("le 7", {"le", "Le"}), ("王", {"王"})]
)
def test_one_latin_letter_is_looked_for_and_not_marked(
    page: Page, made: str, typed: str, marked: set[str]
) -> None:
    page.goto(f"{made}/sections/publications.html?q={typed}")
    assert shown(page)
    assert set(page.evaluate(MARKED)) == marked


def test_the_years_stay_in_sight_and_lead_to_the_top_of_what_they_leave(
    page: Page, made: str
) -> None:
    page.goto(f"{made}/sections/publications.html")
    page.evaluate("scrollTo(0, 9000)")
    bar = page.locator(".cv-years")
    assert bar.bounding_box()["y"] == 0
    year(page, "2021")
    page.wait_for_function("""() => {
      const shown = [...document.querySelectorAll(".cv-publication")].find((item) => item.checkVisibility({ visibilityProperty: true }));
      const top = shown.getBoundingClientRect().top;
      return top > 0 && top < 300;
    }""")
    # The same again lets go of it.
    year(page, "2021")
    assert len(shown(page)) == PAPERS


IN_SIGHT = f"""(selector) => ({SHOWN})(selector).filter((node) => {{
  const {{ top, bottom }} = node.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}}).map((node) => node.id)"""
AT_ONCE = f"""([selector, steps, kind]) => {{
  const node = document.querySelector(selector);
  if (steps === null) node.click();
  else Object.assign(node, {{ value: steps }}).dispatchEvent(new Event("input"));
  return ({IN_SIGHT})(kind);
}}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["publication", "talk"])
def test_what_is_in_sight_is_answered_at_once(page: Page, made: str, kind: str, width: int) -> None:
    """The rest of a long list follows in the next frames, without a change of what is seen."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{made}/sections/{kind}s.html")
    page.evaluate(MEASURED)
    every = page.evaluate(IN_SIGHT, f".cv-{kind}")
    field, chip, year = "[data-cv-filter]", ".cv-types button:nth-child(2)", ".cv-years a"
    clicks = [(chip, None), (year, None), (year, None), (chip, None)]
    for node, typed in [(field, "bay"), (field, "zzz"), (field, ""), *clicks]:
        at_once = page.evaluate(AT_ONCE, [node, typed, f".cv-{kind}"])
        page.evaluate(SETTLED)
        assert page.evaluate(IN_SIGHT, f".cv-{kind}") == at_once
    assert at_once == every


def test_what_a_filter_says_moves_no_list(phone: Page, made: str) -> None:
    phone.goto(f"{made}/sections/publications.html")
    bar = phone.locator(".cv-types")
    before = bar.bounding_box()
    phone.locator("[data-cv-filter]").fill("learning")
    phone.evaluate(SETTLED)
    assert phone.get_by_role("status").inner_text()
    assert bar.bounding_box()["y"] == before["y"]


def test_talks_have_the_same_bar(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/talks.html")
    assert len(shown(page, ".cv-talk")) == TALKS
    chip(page, "Keynote")
    keynotes = shown(page, ".cv-talk")
    assert page.get_by_role("status").inner_text() == f"{len(keynotes)} of {TALKS} talks"
    chip(page, "All")
    year(page, "2019")
    talks = shown(page, ".cv-talk")
    assert set(talks) == {"2019"}
    page.wait_for_url("**/talks.html?year=2019")
    # Also of those that are of no type.
    assert page.locator('.cv-types button[value=""] span').inner_text() == str(len(talks))


@pytest.mark.parametrize("width", [390, 1280])
def test_a_long_list_claims_the_height_it_has(page: Page, made: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{made}/sections/publications.html")
    claimed = [page.evaluate("document.documentElement.scrollHeight")]
    page.evaluate(MEASURED)
    claimed.append(page.evaluate("document.documentElement.scrollHeight"))
    page.keyboard.press("End")
    page.wait_for_function("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    page.add_style_tag(content=".cv-part { content-visibility: visible !important }")
    real = page.evaluate("document.documentElement.scrollHeight")
    assert claimed == [pytest.approx(real, rel=0.05), pytest.approx(real, rel=0.005)]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_height_is_claimed_anew_when_the_typeface_is_late(
    page: Page, made: str, width: int
) -> None:
    fonts: list[Route] = []

    def hold(font: Route) -> None:
        fonts.append(font)

    page.route("**/*.woff2", hold)
    page.set_viewport_size({"width": width, "height": 844})
    # Nothing is ever idle, so that nothing is measured.
    page.add_init_script("globalThis.requestIdleCallback = () => {}")
    page.goto(f"{made}/sections/publications.html", wait_until="commit")
    page.locator(".cv-part").first.wait_for(state="attached")
    for font in fonts:
        font.continue_()
    page.unroute("**/*.woff2")
    page.wait_for_load_state()
    claimed = page.evaluate(
        "document.fonts.ready.then(() => document.documentElement.scrollHeight)"
    )
    page.add_style_tag(content=".cv-part { content-visibility: visible !important }")
    real = page.evaluate("document.documentElement.scrollHeight")
    assert claimed == pytest.approx(real, rel=0.05)


def test_a_window_made_narrower_keeps_what_is_left_out(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/publications.html")
    page.evaluate(MEASURED)
    year(page, "2019")
    assert set(shown(page)) == {"2019"}
    page.set_viewport_size({"width": 700, "height": 900})
    page.evaluate(MEASURED)
    assert set(shown(page)) == {"2019"}
    year(page, "2019")
    assert len(shown(page)) == PAPERS
    page.evaluate(MEASURED)
    claimed = page.evaluate("document.documentElement.scrollHeight")
    page.add_style_tag(content=".cv-part { content-visibility: visible !important }")
    real = page.evaluate("document.documentElement.scrollHeight")
    assert claimed == pytest.approx(real, rel=0.05)


def test_what_is_far_below_is_not_laid_out_before_the_script_is_there(
    page: Page, made: str
) -> None:
    page.route("**/cv.js", lambda route: route.abort())
    page.goto(f"{made}/sections/publications.html")
    laid_out = page.evaluate(
        """() => [...document.querySelectorAll(".cv-pubtitle")]
             .map((node) => node.checkVisibility({ contentVisibilityAuto: true }))"""
    )
    assert all(laid_out[:8])
    assert not any(laid_out[60:])
    # With it, parts take its place.
    page.unroute("**/cv.js")
    page.reload()
    page.wait_for_selector(".cv-part", state="attached")
    skipping = """[...document.querySelectorAll(".cv-publication")]
      .filter((node) => getComputedStyle(node).contentVisibility !== "visible").length"""
    assert page.evaluate(skipping) == 0


def test_there_are_at_most_five_stops_of_the_keyboard_for_a_paper(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/publications.html")
    stops = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
             .filter((node) => node.checkVisibility() && node.tabIndex >= 0).length"""
    )
    assert stops / PAPERS <= 5


def test_without_scripts_the_list_is_whole_and_its_years_are_links(
    browser: Browser, made: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    for name, selector in (("publications", ".cv-publication"), ("talks", ".cv-talk")):
        page.goto(f"{made}/sections/{name}.html")
        assert page.locator(f"{selector}:visible").count() == (
            PAPERS if name == "publications" else TALKS
        )
        assert not page.locator(".cv-filter").is_visible()
        year(page, "2015")
        assert "#" in page.url
        first = page.locator(f'{selector}[data-year="2015"]').first.bounding_box()
        assert 0 < first["y"] < 200, name
    context.close()


@pytest.mark.parametrize(
    ("name", "width", "mode"),
    [("publications", 390, "light"), ("talks", 1280, "dark"), ("talks", 390, "forced")],
)
def test_axe_finds_no_violation_in_long_lists(
    browser: Browser, made: str, name: str, width: int, mode: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if mode == "dark" else "light",
        forced_colors="active" if mode == "forced" else "none",
    )
    page = context.new_page()
    page.goto(f"{made}/sections/{name}.html?year=2023")
    page.evaluate(SETTLED)
    found = violations(page)
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [390, 1280])
def test_types_and_years_begin_where_the_field_does(page: Page, made: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for name in ("publications", "talks"):
        page.goto(f"{made}/sections/{name}.html")
        left = page.evaluate(
            """() => [".cv-filter input", ".cv-types button", ".cv-years a"].map((each, at) => {
                 const node = document.querySelector(each), style = getComputedStyle(node);
                 const inside = at === 2 ? parseFloat(style.paddingInlineStart) : 0;
                 return node.getBoundingClientRect().left + inside;
               })"""
        )
        assert left == [left[0]] * 3


def test_cite_folds_out_in_a_list_too_long_to_hold_citations(page: Page, made: str) -> None:
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{made}/sections/publications.html")
    paper = page.locator(".cv-publication").first
    others = paper.locator(".cv-links a").all_inner_texts()[:-1]
    # Twice, as an impatient reader does.
    paper.get_by_role("link", name="Cite").evaluate("link => { link.click(); link.click(); }")
    box = paper.locator(".cv-bibtex")
    box.locator("pre").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Cite"
    assert paper.locator(".cv-links a").all_inner_texts() == others
    text = box.locator("pre").inner_text()
    assert not [name for name in ("code =", "video =", "author+an") if name in text]
    # The file is where the page of the paper has it.
    assert page.request.get(box.get_by_role("link", name="RIS").evaluate("a => a.href")).ok
    page.keyboard.press("Enter")
    assert not box.locator("pre").is_visible()
    assert not errors


@pytest.mark.parametrize("scripts", [True, False])
def test_cite_leads_to_the_citation_where_it_cannot_fold_out(
    browser: Browser, made: str, *, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.route("**/publications/*.html", _only_to_look_at)
    page.goto(f"{made}/sections/publications.html")
    page.locator(".cv-publication").first.get_by_role("link", name="Cite").click()
    page.wait_for_url("**/publications/*.html#cv_cite")
    assert page.locator("#cv_cite pre").is_visible()
    context.close()


def _only_to_look_at(route: Route) -> None:
    """Let the page be opened, but not be fetched."""
    if route.request.is_navigation_request():
        route.continue_()
    else:
        route.abort()


def test_a_first_load_of_long_lists_is_light(page: Page, made: str) -> None:
    """Most of what a page of many names weighs are their letters."""
    for name, limit in {"index": 80, "sections/talks": 90, "sections/publications": 100}.items():
        page.goto(f"{made}/{name}.html", wait_until="networkidle")
        urls = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
        bodies = [page.request.get(url).body() for url in {page.url, *urls}]
        assert sum(len(gzip.compress(body, 6)) for body in bodies) <= limit * 1024, name


STOPS = """() => [...document.querySelectorAll(".cv-publication")].map((item) =>
  [...item.querySelectorAll("a[href], summary, button, [tabindex='0']")]
    .filter((node) => node.checkVisibility({contentVisibilityAuto: false})).length)"""


def test_a_paper_has_five_stops_at_most_and_names_the_links_that_fold_out(
    page: Page, made: str
) -> None:
    page.goto(f"{made}/sections/publications.html")
    assert max(page.evaluate(STOPS)) == 5
    folded = page.locator(".cv-folded", has_text="Video · Cite").first
    assert not folded.get_by_role("link", name="Cite").is_visible()
    folded.locator("summary").click()
    paper = page.locator("#" + folded.evaluate("node => node.parentNode.id"))
    names = paper.locator(".cv-links a").all_inner_texts()
    folded.get_by_role("link", name="Cite").click()
    # With it the others stand in the row.
    paper.locator(".cv-bibtex pre").wait_for()
    assert paper.locator(".cv-links a:visible, summary").all_inner_texts() == names


@pytest.mark.parametrize("width", [390, 1280])
def test_lines_of_links_fade_where_there_is_more(page: Page, made: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for name, selector in (("cv", ".cv-on-page"), ("sections/publications", ".cv-years")):
        page.goto(f"{made}/{name}.html")
        line = f"document.querySelector('{selector} .cv-sideways')"
        page.wait_for_function(f"{line}.style.getPropertyValue('--after') === '48px'")
        page.evaluate(f"{line}.scrollLeft = 9999")
        page.wait_for_function(f"{line}.style.getPropertyValue('--after') === '0px'")
        assert page.evaluate(f"{line}.style.getPropertyValue('--before')") == "48px"


def test_a_phone_shows_what_many_look_for_without_a_swipe(phone: Page, made: str) -> None:
    phone.goto(f"{made}/sections/publications.html")
    code = phone.locator(".cv-types").get_by_role("button", name="With code").bounding_box()
    sixth = phone.locator(".cv-years").get_by_role("link").nth(5).bounding_box()
    assert max(box["x"] + box["width"] for box in (code, sixth)) <= 390
