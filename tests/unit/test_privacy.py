"""Which facts are private: every way to write it, and what cannot be read fails closed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from private_lists import ALL, KEYS, SPELLINGS
from sphinx_cv.model.privacy import FACTS, private_keys, private_problems

IDS = [str(number) for number in range(len(SPELLINGS))]


@pytest.mark.parametrize(("private", "expected"), SPELLINGS, ids=IDS)
def test_what_may_be_meant_is_private(private: object, expected: set[str]) -> None:
    assert expected - private_keys({"private": private}) == set()


@pytest.mark.parametrize(("private", "expected"), SPELLINGS, ids=IDS)
def test_another_fact_stays_public_where_the_list_can_be_read(
    private: object, expected: set[str]
) -> None:
    if expected != ALL:
        assert not private_keys({"private": private}) & {"affiliation", "description", "photo"}


@pytest.mark.parametrize(("private", "_expected"), SPELLINGS, ids=IDS)
def test_what_is_not_a_list_of_keys_is_reported(private: object, _expected: set[str]) -> None:
    told = list(private_problems({"private": private}))
    assert bool(told) is (private != ["phone", "phone"])
    assert all(message and len(message) < 300 for _key, message in told)


@pytest.mark.parametrize("key", KEYS)
def test_another_name_of_the_list_is_meant(key: str) -> None:
    values = {"name": "Ada", "phone": "1", key: ["phone"]}
    assert private_keys(values) == {"phone"}
    assert list(private_problems(values))
    assert private_keys({key: True}) == ALL


@pytest.mark.parametrize("key", ["hidden", "secret", "hide", "not_public", "intern", 5, None])
def test_a_list_of_facts_is_meant_under_any_name(key: object) -> None:
    assert private_keys({"phone": "1", key: ["Phone"]}) == {"phone"}
    assert list(private_problems({"phone": "1", key: ["Phone"]}))
    assert private_keys({"phone": "1", key: "a text about nothing"}) == set()


@pytest.mark.parametrize("private", [[], (), ["phone"], ("phone", "birth"), [*FACTS]])
def test_a_list_of_keys_is_read_as_it_is(private: list[str]) -> None:
    values = {"name": "Ada", "phone": "1", "private": private}
    assert private_keys(values) == set(private)
    assert list(private_problems(values)) == []


def test_nothing_is_private_unless_it_is_listed() -> None:
    assert private_keys({"name": "Ada", "phone": "1"}) == set()


def test_no_message_shows_a_value_of_the_profile() -> None:
    values = {"name": "Ada", "phone": "+44 20 7946 0123", "private": ["+44 20 7946 0123"]}
    [(_key, message)] = private_problems(values)
    assert "7946" not in message
    assert private_keys(values) == ALL


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["phone", "private", "Private", "x"]) | st.text(), anything))
def test_whatever_is_written_is_read_or_reported(values: dict[object, object]) -> None:
    told = list(private_problems(values))
    private = private_keys(values)
    assert "name" not in private
    if not told:
        assert private == set(values.get("private", ()))


@given(st.text(max_size=60))
def test_a_word_that_names_no_fact_makes_all_private_or_what_it_may_mean(word: str) -> None:
    assert private_keys({"private": [word]}) or word == "name"
