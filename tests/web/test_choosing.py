"""Years, types and words to choose by in a long list: together, by any letters, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from long_list import MEASURED, PAPERS, TALKS, chip, shown, year
from looking import MARKED, SETTLED, SHOWN

if TYPE_CHECKING:
    from playwright.sync_api import Page


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


@pytest.mark.parametrize("width", [390, 1280])
def test_a_chosen_year_moves_no_other(page: Page, made: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{made}/sections/talks.html")
    page.evaluate("document.fonts.ready")
    places = "nodes => nodes.map((node) => Math.round(node.getBoundingClientRect().x))"
    years = page.locator(".cv-years a")
    before = years.evaluate_all(places)
    year(page, "2021")
    assert years.evaluate_all(places) == before


def test_a_phone_says_in_the_field_how_many_are_left(phone: Page, made: str) -> None:
    phone.goto(f"{made}/sections/publications.html")
    years = phone.locator(".cv-years")
    before = years.bounding_box()
    chip(phone, "With code")
    left = len(shown(phone))
    drawn = "node => getComputedStyle(node, '::after').content"
    assert f'"{left}/{PAPERS}"' in phone.get_by_role("status").evaluate(drawn)
    assert years.bounding_box() == before
    chip(phone, "All")
    assert phone.get_by_role("status").evaluate(drawn).startswith('""')


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
