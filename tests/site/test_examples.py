"""``examples/``: whole CVs of invented people, which build everywhere without a warning."""

from __future__ import annotations

import re

import pytest

from helpers import ROOT

ITEM = re.compile(r'class="[^"]*\bcv-(?:line|talk|entry)[ "]')
NAMES = sorted(path.parent.name for path in ROOT.glob("examples/*/conf.py"))


def test_there_are_examples():
    assert {"engineer", "humanities", "physician"} <= {*NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_an_example_builds_in_every_output(name, example):
    out = example(name)
    assert (out / "typst/cv.pdf").stat().st_size > 10_000


# How many items stand on a page of the website.
COUNTS = {
    "humanities": {"media": 60, "students": 40},
    "physician": {"grants": 70, "talks": 120},
}


@pytest.mark.parametrize("name", COUNTS)
def test_an_example_has_all_its_items(name, example):
    pages = (example(name) / "html/sections").glob("*.html")
    counts = {path.stem: len(ITEM.findall(path.read_text("utf-8"))) for path in pages}
    assert {page: counts[page] for page in COUNTS[name]} == COUNTS[name]


def test_the_referees_are_kept_to_oneself(example):
    texts = [page.read_text("utf-8") for page in (example("humanities") / "text").rglob("*.txt")]
    assert texts
    assert not any("castellan@" in text for text in texts)
