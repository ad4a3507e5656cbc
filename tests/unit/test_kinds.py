"""Kinds of entries and talks: the built-in ones, and those of ``cv_kinds``."""

import pytest

from sphinx_cv.model.kinds import (
    BUILT_IN,
    DEFAULT_ENTRY_KIND,
    ENTRY_KINDS,
    TALK_KINDS,
    problems,
    read_kinds,
)

ODD = [
    None,
    True,
    0,
    -1,
    2.5,
    "",
    " ",
    "x" * 999,
    "\0",
    "é",
    [],
    [1],
    (),
    {},
    {"a": 1},
    {1: 2},
    {""},
]


def test_the_default_kind_is_one_of_the_kinds():
    assert DEFAULT_ENTRY_KIND in ENTRY_KINDS


def test_kinds_are_single_words_in_lower_case():
    assert all(kind.isalpha() and kind.islower() for kind in (*ENTRY_KINDS, *TALK_KINDS))
    assert all(name == kind.name for name, kind in {**ENTRY_KINDS, **TALK_KINDS}.items())


def test_ones_own_kinds_follow_the_built_in_ones():
    kinds = read_kinds({"fieldwork": {"label": "Fieldwork", "first": "organization"}, "dig": {}})
    assert [*kinds.entry] == [*ENTRY_KINDS, "fieldwork", "dig"]
    assert kinds.talk == TALK_KINDS
    assert (kinds.entry["fieldwork"].label, kinds.entry["fieldwork"].first) == (
        "Fieldwork",
        "organization",
    )
    assert (kinds.entry["dig"].label, kinds.entry["dig"].first) == ("dig", "title")


def test_a_kind_of_talk_says_so():
    kinds = read_kinds({"sermon": {"of": "talk"}})
    assert "sermon" in kinds.talk
    assert kinds.entry == ENTRY_KINDS


def test_a_built_in_kind_takes_another_label():
    kinds = read_kinds({"award": {"label": "honors"}})
    assert kinds.entry["award"].label == "honors"
    assert kinds.entry["award"].by_weight
    assert BUILT_IN.entry["award"].label == "awards"


@pytest.mark.parametrize(
    ("values", "key", "message"),
    [
        ("fieldwork", "", "cv_kinds is not a dictionary"),
        ({"Field Work": {}}, "Field Work", "cannot be the name of a kind"),
        ({1: {}}, "1", "cannot be the name of a kind"),
        ({"dig": "Digs"}, "dig", 'write "dig": {"label": "Dig"}'),
        ({"dig": {"labl": "Digs"}}, "dig", 'Did you mean "label"?'),
        ({"dig": {"zzz": "Digs"}}, "dig", "Known: label, first, of."),
        ({"dig": {"label": ""}}, "dig", "is not a text"),
        ({"dig": {"first": "place"}}, "dig", 'write "title" or "organization"'),
        ({"dig": {"of": ["talk"]}}, "dig", 'write "entry" or "talk"'),
    ],
)
def test_what_is_wrong_with_a_kind_is_told(values, key, message):
    [(told, text)] = problems(values)
    assert told == key
    assert message in text


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_odd_values_are_told_or_taken(odd):
    for values in (odd, {"dig": odd}, *({"dig": {key: odd}} for key in ("label", "first", "of"))):
        if not list(problems(values)):
            assert read_kinds(values).of("entry")
