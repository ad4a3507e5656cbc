"""Whether a text ends a sentence: then no comma follows it."""

from __future__ import annotations

import pytest

from sphinx_cv.model.sentence import ends_sentence, without_stop


@pytest.mark.parametrize(
    "text",
    ["M.S. internship.", "For looms.", "Who?", "No!", "It was so.", "2.", "See www.example.org."],
)
def test_a_sentence_ends(text):
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Ph.D.", "M.Sc.", "B.A. Hons.", "D. Phil.", "M. A.", "Ph. D.", "Dr. rer. nat.", "U.S.A."),
        *("Acme Inc.", "Henry J.", "King Jr.", "Ada et al.", "Univ.", "Paper", ""),
    ],
)
def test_an_abbreviation_or_a_word_ends_none(text):
    assert not ends_sentence(text)


@pytest.mark.parametrize("title", ["[Looms]", "After COVID-19", "Loss of HIV", "Mills (a trial)"])
def test_a_title_loses_its_full_stop(title):
    assert without_stop(f"{title}.") == title


@pytest.mark.parametrize("title", ["Looms ...", "Looms in the U.S.", "Looms?", "Mills Inc.", ""])
def test_a_title_keeps_every_other_end(title):
    assert without_stop(title) == title
