"""CVs unlike this one, in a browser: long words, few words, another direction, groups in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from helpers import Built

LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"
PROFILE = {
    "name": f"Ada {LONG}",
    "position": f"Analystin für {LONG}",
    "affiliation": LONG * 2,
    "email": f"{LONG.replace('ä', 'ae')}@example.org",
    "website": f"https://example.org/{LONG.replace('ä', 'ae')}/{'a' * 60}",
}
BIB = """
@article{a, title = {TITLE}, author = {Lovelace, Ada and TITLE, Luigi}, journal = {TITLE},
  year = 1843, abstract = {TITLE}}
@book{b, title = {Book}, author = {Lovelace, Ada}, publisher = {Taylor}, year = 1844}
@article{c, title = {Later}, author = {Lovelace, Ada}, journal = {Memoirs}, year = 1844}
""".replace("TITLE", LONG)
PAGE = """
# TITLE

TITLE

## TITLE

```{cv-entry} TITLE
:organization: TITLE
:start: 2020-09
:end: 2022-12

TITLE
```

```{publication-list}
:group: type year
```

```{toctree}
more
```
""".replace("TITLE", LONG)


@pytest.fixture(scope="module")
def long_words(module_site: Callable[..., Built]) -> Path:
    """Return a site of long words."""
    files = {"index.md": PAGE, "more.md": f"# {LONG}\n\nText\n", "refs.bib": BIB}
    return module_site(files, cv_profile=PROFILE, language="de").out


@pytest.mark.parametrize("width", [320, 768, 1000, 1280])
def test_long_words_stay_on_the_page_and_whole(
    long_words: Path, browser: Browser, width: int
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto((long_words / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # The sidebar hides what is wider than itself.
    cut = page.evaluate(
        "[...document.querySelectorAll('.cv-profile, .cv-profile :is(p, li)')]"
        ".filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth)"
        ".map((node) => node.textContent)"
    )
    assert cut == []
    page.context.close()


def test_the_filter_keeps_the_headings_of_what_it_shows(
    site: Callable[..., Built], page: Page
) -> None:
    text = "# Publications\n\n```{publication-list}\n:group: type year\n```\n"
    page.goto((site({"index.md": text, "refs.bib": BIB}).out / "index.html").as_uri())
    headings = page.locator(".cv-year:visible")
    everything = ["Journal articles", "1844", "1843", "Books", "1844"]
    assert headings.all_inner_texts() == everything
    assert [node.evaluate("node => node.tagName") for node in headings.all()] == [
        "H2",
        "H3",
        "H3",
        "H2",
        "H3",
    ]
    field = page.locator("[data-cv-filter]")
    field.fill("Later")
    assert headings.all_inner_texts() == ["Journal articles", "1844"]
    field.fill("Taylor")
    assert headings.all_inner_texts() == ["Books", "1844"]
    field.fill("")
    assert headings.all_inner_texts() == everything


def test_a_home_page_of_one_sentence_says_it_aloud(site: Callable[..., Built], page: Page) -> None:
    files = {
        "index.md": "# Ada\n\nI write programs.\n\n```{toctree}\n:hidden:\n\nmore\n```\n",
        "more.md": "# More\n\nOther\n\nMore\n",
    }
    out = site(files).out
    sizes = []
    for name in ("index", "more"):
        page.goto((out / f"{name}.html").as_uri())
        text = page.locator("h1 + p")
        sizes.append(text.evaluate("node => parseFloat(getComputedStyle(node).fontSize)"))
    assert sizes[0] > 1.15 * sizes[1]


def test_arabic_letters_are_joined_and_upright(site: Callable[..., Built], page: Page) -> None:
    built = site("# ليلى\n\n*مجلة*\n", cv_profile={"name": "ليلى العامري"}, language="ar")
    page.goto((built.out / "index.html").as_uri())
    for place in ("h1", ".cv-monogram"):
        style = page.locator(place).last.evaluate("node => getComputedStyle(node).letterSpacing")
        assert style in ("normal", "0px"), place
    style = page.locator("em").evaluate("node => getComputedStyle(node).fontSynthesisStyle")
    assert style == "none"


def test_on_a_low_screen_every_section_is_in_sight(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.goto(f"{address}/index.html")
    box = page.locator(".cv-sections").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 720
    page.context.close()


LINES = "\n".join(f"{year}-{year + 3} | Area chair | A conference" for year in range(1980, 2010))
ITEMS = f"""# Service

```{{cv-lines}}
:kind: committee
{LINES}
2019, 2021-2023 | Associate chair | ACM UIST
```
"""


def test_thirty_items_of_one_line_fit_the_window_of_a_laptop(
    site: Callable[..., Built], page: Page
) -> None:
    built = site({"index.md": "# Ada\n\n```{toctree}\nitems\n```\n", "items.md": ITEMS})
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((built.out / "items.html").as_uri())
    box = page.locator(".cv-line").nth(29).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 900


def test_on_a_phone_the_date_of_an_item_stands_beside_it_and_breaks_after_a_comma(
    site: Callable[..., Built], phone: Page
) -> None:
    built = site({"index.md": ITEMS})
    phone.goto((built.out / "index.html").as_uri())
    items = phone.locator(".cv-line")
    lefts = "nodes => nodes.map((node) => node.querySelector('.cv-what').offsetLeft)"
    assert len(set(items.evaluate_all(lefts))) == 1
    date = items.last.locator(".cv-date")
    tops = "nodes => nodes.map((node) => node.getClientRects().length)"
    assert date.locator("> span").evaluate_all(tops) == [1, 1]
    first, second = (date.locator("> span").nth(at).bounding_box() for at in (0, 1))
    assert first is not None
    assert second is not None
    assert second["y"] > first["y"]


def test_the_first_field_alone_of_an_entry_is_bold(site: Callable[..., Built], page: Page) -> None:
    entry = "# Ada\n\n```{cv-entry} Analyst\n:organization: A firm\n:date: 2020\n```\n"
    built = site({"index.md": entry})
    page.goto((built.out / "index.html").as_uri())
    weight = "nodes => nodes.map((node) => getComputedStyle(node).fontWeight)"
    assert page.locator(".cv-main > span").evaluate_all(weight) == ["600", "400"]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_summary_is_seen_where_the_profile_says_the_rest_of_the_header(
    site: Callable[..., Built], page: Page, width: int
) -> None:
    files = {
        "index.md": "# Ada\n\n```{cv-header}\n```\n\nText\n\n```{toctree}\nmore\n```\n",
        "more.md": "# More\n\nText\n",
    }
    profile = {"name": "Ada", "position": "Analyst", "summary": "I write programs for mills."}
    page.set_viewport_size({"width": width, "height": 844})
    page.goto((site(files, cv_profile=profile).out / "index.html").as_uri())
    assert page.locator(".cv-summary").is_visible()
    said = page.get_by_text("Analyst", exact=True)
    assert [line.is_visible() for line in said.all()].count(True) == 1


@pytest.mark.parametrize("name", ["publications", "talks", "education"])
def test_no_theme_puts_room_between_the_lines_of_an_item(
    phone: Page, address: str, name: str
) -> None:
    """Some give paragraphs and what is in lists a margin."""
    phone.goto(f"{address}/sections/{name}.html")
    margins = """() =>
        [...document.querySelectorAll("article [class^='cv-'] p[class^='cv-']")].map((each) =>
        [each.className, getComputedStyle(each).marginBlock].join())"""
    before = phone.evaluate(margins)
    phone.add_style_tag(content=".bd-article :is(p, li > *) { margin: 12px 0 24px }")
    assert before
    assert phone.evaluate(margins) == before


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
