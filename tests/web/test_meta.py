"""The parts that the head of a page is made of, without a site."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_cv.html.site.meta import LIMIT, clipped, sentence
from sphinx_cv.html.site.not_found import rooted
from sphinx_cv.html.site.sitemap import robots, sitemap


@pytest.mark.parametrize(
    ("texts", "start", "expected"),
    [
        (["Python, JAX"], "Ada – Coding", "Ada – Coding: Python, JAX."),
        (["One.", "Two"], "Ada", "Ada: One. Two."),
        (["A; B", "C"], "", "A; B; C."),
        ([], "Ada", ""),
        (["", ""], "Ada", ""),
        (["What is it?"], "", "What is it?"),
    ],
)
def test_texts_become_a_sentence(texts: list[str], start: str, expected: str) -> None:
    assert sentence(texts, start=start) == expected


def test_texts_that_do_not_fit_are_left_out_whole() -> None:
    made = sentence(["a" * 100, "b" * 100], start="Ada")
    assert made == f"Ada: {'a' * 100}."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Notes on the Analytical Engine, in full. And more words than fit",
            "Notes on the Analytical Engine, in full.",
        ),
        # Neither a title nor an initial ends a sentence.
        (
            "She was advised in mathematics by the kind Dr. Somerville",
            "She was advised in mathematics by the kind Dr…",
        ),
        (
            "A Ph.D. candidate in mathematics at the University in London",
            "A Ph.D. candidate in mathematics at the University…",
        ),
        ("x" * 100, "x" * 51 + "…"),
    ],
)
def test_a_long_text_is_cut_where_it_makes_sense(text: str, expected: str) -> None:
    assert clipped(text, 52) == expected


# A busy machine makes texts slowly.
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.text(max_size=250).map(lambda text: " ".join(text.split())), max_size=5),
    st.text(max_size=60),
)
def test_no_description_is_too_long(texts: list[str], start: str) -> None:
    assert len(sentence(texts, start=" ".join(start.split()))) <= LIMIT


def test_addresses_of_a_page_start_at_the_root() -> None:
    html = (
        '<a href="index.html"></a><a href="../x/"></a><a href="#main"></a><a href="/y"></a>'
        '<a href="https://example.org"></a><a href="mailto:a@b.c"></a><script src="_static/cv.js">'
    )
    assert rooted(html, "/en/latest/404.html") == (
        '<a href="/en/latest/index.html"></a><a href="/en/x/"></a><a href="#main"></a>'
        '<a href="/y"></a><a href="https://example.org"></a><a href="mailto:a@b.c"></a>'
        '<script src="/en/latest/_static/cv.js">'
    )


def test_a_sitemap_lists_addresses_as_xml() -> None:
    assert "<loc>https://example.org/?a&amp;b</loc>" in sitemap([("https://example.org/?a&b", {})])


def test_robots_are_let_in() -> None:
    assert robots("") == "User-agent: *\nDisallow:\n"
