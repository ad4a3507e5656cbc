"""The model: plain values that do not change and survive a pickle."""

import dataclasses
import pickle

import pytest

from sphinx_cv.model.dates import PartialDate, single
from sphinx_cv.model.items import (
    DEFAULT_ENTRY_KIND,
    ENTRY_KINDS,
    TALK_KINDS,
    Entry,
    Item,
    Link,
    Talk,
)

DATES = single(PartialDate(2023, 5))
SAMPLES = [
    Link(label="slides", url="https://example.org/s"),
    Item(title="T", dates=DATES),
    Entry(title="T", kind="education", organization="O", people=("A", "B"), dates=DATES),
    Talk(title="T", event="E", links=(Link(label="video", url="https://example.org/v"),)),
]
IDS = [type(sample).__name__ for sample in SAMPLES]


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_a_value_survives_a_pickle(sample):
    assert pickle.loads(pickle.dumps(sample)) == sample


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_a_value_does_not_change(sample):
    for field in dataclasses.fields(sample):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(sample, field.name, "other")


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_a_value_takes_no_further_attributes(sample):
    assert not hasattr(sample, "__dict__")


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_equal_values_count_as_one(sample):
    assert len({sample, dataclasses.replace(sample)}) == 1


@pytest.mark.parametrize("kind", [Item, Entry, Talk, Link])
def test_fields_are_given_by_name(kind):
    with pytest.raises(TypeError):
        kind("positional")


@pytest.mark.parametrize(
    ("kind", "organization", "first"),
    [
        ("education", "A school", True),
        ("education", "", False),
        ("experience", "A firm", False),
        ("award", "An academy", False),
        ("no such kind", "A firm", False),
        ("", "A firm", False),
    ],
)
def test_the_kind_decides_what_the_line_starts_with(kind, organization, first):
    entry = Entry(title="T", kind=kind, organization=organization)
    assert entry.organization_first is first


def test_the_default_kind_is_one_of_the_kinds():
    assert DEFAULT_ENTRY_KIND in ENTRY_KINDS


def test_kinds_are_single_words_in_lower_case():
    assert all(kind.isalpha() and kind.islower() for kind in (*ENTRY_KINDS, *TALK_KINDS))
    assert len(set(TALK_KINDS)) == len(TALK_KINDS)
