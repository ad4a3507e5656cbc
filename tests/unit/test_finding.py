"""The word that was probably meant."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv.model.finding import Finding
from sphinx_cv.model.suggestion import suggestion

KNOWN = ("organization", "location", "start", "end")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("organisation", "organization"), ("locaton", "location"), ("strat", "start"), ("end", "end")],
)
def test_the_nearest_word_is_offered(word, meant):
    assert suggestion(word, KNOWN) == f' Did you mean "{meant}"?'


@pytest.mark.parametrize("word", ["", "zzz", "plaza"])
def test_a_word_like_no_other_is_answered_with_nothing(word):
    assert suggestion(word, KNOWN) == ""


@pytest.mark.parametrize(("word", "near"), [("START", "start"), ("Strat", "start")])
def test_capitals_tell_no_word_from_another(word, near):
    assert suggestion(word, KNOWN) == f' Did you mean "{near}"?'


def test_nothing_is_offered_where_nothing_is_known():
    assert suggestion("start", ()) == ""


def test_the_known_words_may_come_once():
    assert suggestion("strat", iter(KNOWN)) == ' Did you mean "start"?'


@given(st.text(), st.lists(st.text(), max_size=5))
def test_only_a_known_word_is_offered(word, known):
    hint = suggestion(word, known)
    assert hint in {"", *(f' Did you mean "{each}"?' for each in known)}


def test_a_problem_does_not_change():
    problem = Finding(subtype="date", message="write 2023", line=3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        problem.line = 4


def test_a_word_of_the_same_meaning_is_answered_where_ours_is_known():
    assert suggestion("Place", ["event", "location"]) == ' Did you mean "location"?'
    assert suggestion("prize", ["award", "grant"]) == ' Did you mean "award"?'
    assert suggestion("prize", ["grant"]) == ""
    assert suggestion("oral", ["tutorial", "contributed"]) == ' Did you mean "contributed"?'
    assert suggestion("place", ["place", "location"]) == ' Did you mean "place"?'
