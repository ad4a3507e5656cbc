"""The owner's profile: what is read, what is refused, and what never leaves the process."""

import copy
import pickle
import pprint

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_cv.model.options.declared import keys_of
from sphinx_cv.model.privacy import PrivateFacts
from sphinx_cv.model.profile import Profile, problems

KEYS = keys_of(Profile)

SECRET = "+44 20 7946 0000"
VALUES = {
    "name": "Ada Lovelace",
    "aliases": ["A. A. Lovelace"],
    "position": "Analyst",
    "birth": "Born in London",
    "phone": SECRET,
    "links": {"Code": "https://example.org/ada", "Photos": "https://example.org/p"},
    "private": ["birth", "phone"],
}
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.integers(), inner, max_size=3)
    ),
    max_leaves=6,
)


def found(**values):
    return [key for key, _message in problems({"name": "Ada Lovelace", **values})]


def test_a_profile_is_read_from_its_values():
    profile = Profile.read(VALUES)
    assert profile.name == "Ada Lovelace"
    assert profile.aliases == ("A. A. Lovelace",)
    assert profile.links == (
        ("Code", "https://example.org/ada"),
        ("Photos", "https://example.org/p"),
    )
    assert profile.affiliation == ""


def test_an_empty_profile_is_a_profile():
    assert Profile.read({}) == Profile()


def test_every_field_is_a_declared_key():
    assert set(KEYS) == set(Profile.__dataclass_fields__)


@pytest.mark.parametrize(
    ("name", "monogram"),
    [
        ("Ada Lovelace", "AL"),
        ("Ada King Lovelace", "AL"),
        ("Ada", "A"),
        ("ada lovelace", "AL"),
        ("Émilie du Châtelet", "ÉC"),
        ("(Ada) Lovelace", "L"),
        ("PD Dr. Ada Lovelace", "AL"),
        ("Prof. Dr. rer. nat. Ada Lovelace", "AL"),
        ("Ada King, MD, PhD", "AK"),
        ("Ada King PhD", "AK"),
        ("Ada King, RN, FACC", "AK"),
        ("Ada King, Jr.", "AK"),
        ("", ""),
        ("42", ""),
    ],
)
def test_the_monogram_is_the_first_and_the_last_initial(name, monogram):
    assert Profile(name=name).monogram == monogram


@given(st.text())
def test_any_name_has_a_monogram(name):
    monogram = Profile(name=name).monogram
    assert monogram == monogram.upper()


def test_a_sound_profile_has_no_problems():
    assert list(problems(VALUES)) == []


@pytest.mark.parametrize("values", [None, "Ada", 5, ["name"], [("name", "Ada")]])
def test_what_is_no_dictionary_is_told_with_an_example(values):
    [(key, message)] = problems(values)
    assert key == ""
    assert message == 'cv_profile is not a dictionary: write cv_profile = {"name": "Ada Lovelace"}'


@pytest.mark.parametrize("values", [{}, {"name": ""}, {"position": "Analyst"}])
def test_a_missing_name_is_told(values):
    assert list(problems(values)) == [("", 'cv_profile has no name: add "name": "Ada Lovelace"')]


def test_an_unknown_key_is_told():
    messages = list(problems({"name": "Ada", "fone": "1"}))
    assert messages == [("fone", 'cv_profile has no key "fone". Did you mean "phone"?')]


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("email", 5, "a string"),
        ("email", None, "a string"),
        ("email", ["a"], "a string"),
        ("aliases", "A. Lovelace", "a list of strings"),
        ("aliases", [1], "a list of strings"),
        ("aliases", {"a": "b"}, "a list of strings"),
        ("links", ["https://example.org"], "a dictionary of strings"),
        ("links", {"Code": 1}, "a dictionary of strings"),
        ("links", {1: "https://example.org"}, "a dictionary of strings"),
        ("private", "phone", "a list of strings"),
        ("private", 5, "a list of strings"),
    ],
)
def test_a_value_of_the_wrong_type_is_told(key, value, expected):
    values = {"name": "Ada", key: value}
    [(place, message)] = problems(values)
    assert place == key
    assert message.startswith(f'"{key}" in cv_profile is not {expected}: write ')


@pytest.mark.parametrize("value", [("birth",), ["birth"]])
def test_a_tuple_is_as_good_as_a_list(value):
    assert found(private=value) == []


@given(st.dictionaries(st.sampled_from(sorted(KEYS)) | st.text(), anything, max_size=4) | anything)
@example({"name": "Ada", "private": [["birth"]]})
@example({"name": "Ada", "private": [{}]})
def test_any_value_of_conf_py_is_sound_or_told_of(values):
    told = list(problems(values))
    assert all(message for _key, message in told)
    if not told:
        assert Profile.read(values).name


REVEALING = {
    "repr": repr,
    "str": str,
    "format": format,
    "percent": lambda facts: "%s %r" % (facts, facts),  # noqa: UP031
    "pprint": pprint.pformat,
    "list": lambda facts: repr([facts, {"facts": facts}]),
    "pickle": lambda facts: pickle.dumps(facts).decode("latin-1"),
    "error": lambda facts: repr(KeyError(facts)),
}


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), st.text("äbc19", min_size=5, max_size=9)))
def test_private_facts_are_in_no_text_and_no_pickle_of_them(values):
    facts = PrivateFacts(values)
    for reveal in REVEALING.values():
        text = reveal(facts)
        assert not any(value in text for value in values.values())


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_no_protocol_of_pickle_carries_private_facts(protocol):
    data = pickle.dumps({"facts": PrivateFacts({"phone": SECRET})}, protocol)
    assert SECRET.encode() not in data
    assert not pickle.loads(data)["facts"]


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
def test_a_copy_of_private_facts_is_empty(duplicate):
    twin = duplicate(PrivateFacts({"phone": SECRET}))
    assert isinstance(twin, PrivateFacts)
    assert not twin
    assert list(twin) == []


def test_private_facts_are_there_in_the_process_itself():
    facts = PrivateFacts({"phone": SECRET})
    assert facts
    assert list(facts) == ["phone"]
    assert facts["phone"] == SECRET
    assert not PrivateFacts()


def test_private_facts_do_not_follow_a_change_of_their_source():
    values = {"phone": SECRET}
    facts = PrivateFacts(values)
    values.clear()
    assert facts["phone"] == SECRET
