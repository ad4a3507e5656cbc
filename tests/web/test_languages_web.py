"""The Hebrew and the Chinese site in a browser: accessible, and searched in their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import look_for, violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Words of each language, and a title that the search finds for them.
WORDS = {
    "he": ["סורבון", "הרצאות", "בלמידת מכונה"],
    "zh-cn": ["索邦大学", "学术报告", "机器学习"],
    "fr": ["Sorbonne", "stage", "apprentissage automatique"],
}


@pytest.mark.parametrize("folder", ["he", "zh-cn"])
def test_axe_finds_no_violation_in_another_language(
    page: Page, all_languages: str, folder: str
) -> None:
    for name, width, scheme in (
        ("index", 1280, "light"),
        ("cv", 1280, "dark"),
        ("sections/publications", 390, "dark"),
        ("publications/sander2022residual", 390, "light"),
        ("sections/talks", 390, "dark"),
    ):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{all_languages}/{folder}/{name}.html")
        assert violations(page) == [], name


@pytest.mark.parametrize("folder", WORDS)
def test_a_phone_shows_the_first_paper_high_up_in_every_language(
    phone: Page, all_languages: str, folder: str
) -> None:
    phone.goto(f"{all_languages}/{folder}/index.html")
    assert phone.locator(".cv-publication").first.bounding_box()["y"] <= 560


@pytest.mark.parametrize("folder", WORDS)
def test_the_search_finds_words_of_its_language(
    page: Page, all_languages: str, folder: str
) -> None:
    page.goto(f"{all_languages}/{folder}/index.html")
    page.locator(".cv-search input").focus()
    for words in WORDS[folder]:
        assert look_for(page, words), words


@pytest.mark.parametrize(
    ("folder", "said"),
    [("he", "אין תוצאות. כדאי לנסות פחות מילים."), ("zh-cn", "没有"), ("fr", "Aucun")],
)
def test_a_word_that_is_nowhere_is_told_in_the_language(
    page: Page, all_languages: str, folder: str, said: str
) -> None:
    page.goto(f"{all_languages}/{folder}/search.html?q=Xylophone")
    page.locator("#search-results .search-summary", has_text=said).wait_for(timeout=10_000)


@pytest.mark.parametrize(("folder", "copy"), [("he", "העתקה"), ("zh-cn", "复制"), ("fr", "Copier")])
def test_the_button_that_copies_is_in_the_language(
    page: Page, all_languages: str, folder: str, copy: str
) -> None:
    page.goto(f"{all_languages}/{folder}/sections/publications.html")
    page.locator(".cv-bibtex summary").first.click()
    assert page.locator(".cv-bibtex[open] .cv-copy").first.inner_text() == copy
