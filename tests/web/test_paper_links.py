"""The links of each paper in a long list: few stops of the keyboard, and a citation that folds out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from long_list import PAPERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route


def test_there_are_at_most_five_stops_of_the_keyboard_for_a_paper(page: Page, made: str) -> None:
    page.goto(f"{made}/sections/publications.html")
    stops = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
             .filter((node) => node.checkVisibility() && node.tabIndex >= 0).length"""
    )
    assert stops / PAPERS <= 5


PLACES = "nodes => nodes.map((node) => Math.round(node.getBoundingClientRect().x))"
STOPS = """() => [...document.querySelectorAll(".cv-publication")].map((item) =>
  [...item.querySelectorAll("a[href], summary, button, [tabindex='0']")]
    .filter((node) => node.checkVisibility({contentVisibilityAuto: false})).length)"""


def test_a_paper_has_five_stops_at_most_and_names_the_links_that_fold_out(
    page: Page, made: str
) -> None:
    page.goto(f"{made}/sections/publications.html")
    assert max(page.evaluate(STOPS)) == 5
    folded = page.locator(".cv-folded", has_text="Video Cite").first
    paper = page.locator("#" + folded.evaluate("node => node.parentNode.id"))
    shown = paper.locator(".cv-links a:visible, summary").all_inner_texts()
    folded.locator("summary").focus()
    page.evaluate("document.fonts.ready")
    places = paper.locator("summary span").evaluate_all(PLACES)
    page.keyboard.press("Enter")
    # Each where its name was, and the keyboard at the first.
    names = paper.locator(".cv-links a").all_inner_texts()
    assert " ".join(shown).split() == " ".join(names).split()
    links = paper.locator(".cv-links a")
    assert links.evaluate_all(PLACES)[-len(places) :] == places
    assert page.evaluate("document.activeElement.textContent") == names[-len(places)]
    paper.get_by_role("link", name="Cite").click()
    paper.locator(".cv-bibtex pre").wait_for()
    assert paper.locator(".cv-links a:visible, summary").all_inner_texts() == names


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
