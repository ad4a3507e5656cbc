"""The model: plain values that do not change and survive a pickle."""

import dataclasses
import pickle

import pytest

from sphinx_cv.model.dates.values import PartialDate, single
from sphinx_cv.model.items import Entry, Item, Link, Talk

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
