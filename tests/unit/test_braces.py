"""Braces are counted in one place, for BibTeX and for TeX."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv.source.braces import are_balanced, depths, pairs, split

TEXTS = st.text(alphabet="{}\\a", max_size=20)


def test_a_brace_comes_with_its_depth():
    assert list(depths("a{b{c}}}{")) == [(1, 1), (3, 2), (5, 1), (6, 0), (7, -1), (8, 0)]


@pytest.mark.parametrize(
    ("text", "balanced", "balanced_in_tex"),
    [
        ("", True, True),
        ("{a}{b{c}}", True, True),
        ("{a", False, False),
        ("a}", False, False),
        ("}{", False, False),
        (r"{\{}", False, True),
        (r"\{\}", True, True),
        (r"{\\}", True, True),
        (r"{a\}", True, False),
        ("{\\", False, False),
    ],
)
def test_an_escaped_brace_counts_for_bibtex_alone(text, balanced, balanced_in_tex):
    assert are_balanced(text) is balanced
    assert are_balanced(text, escapes=True) is balanced_in_tex


def test_each_brace_has_the_one_that_closes_it():
    assert pairs("}{a{b}{") == {3: 5}
    assert pairs(r"{\}}", escapes=True) == {0: 3}


@given(TEXTS, st.booleans())
def test_what_is_in_a_pair_is_balanced(text, escapes):
    for opening, closing in pairs(text, escapes=escapes).items():
        assert are_balanced(text[opening : closing + 1], escapes=escapes)


@given(TEXTS)
def test_a_text_is_balanced_if_all_its_braces_pair(text):
    assert are_balanced(text) == (2 * len(pairs(text)) == text.count("{") + text.count("}"))


@pytest.mark.parametrize(
    ("text", "separator", "parts"),
    [
        ("", ",", [""]),
        ("a, b", ",", ["a", " b"]),
        ("{a, b}, c", ",", ["{a, b}", " c"]),
        (r"a\, b, c", ",", [r"a\, b", " c"]),
        ("R&amp;D; S", ";", ["R&amp;D", " S"]),
        ("Ada AND {Bell and Sons} and C", r"\band\b", ["Ada ", " {Bell and Sons} ", " C"]),
        # A brace too many must not hide all that follows.
        ("a}, b", ",", ["a}", " b"]),
        (r"{\}, b}, c", ",", [r"{\}, b}", " c"]),
    ],
)
def test_a_text_is_split_outside_braces(text, separator, parts):
    assert split(text, separator) == parts
