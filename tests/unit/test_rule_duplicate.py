"""The rules of what is given twice, and of names."""

import pytest
from dated_facts import Fact, dates, lines, posts

from sphinx_cv import rules as checks
from sphinx_cv.model.items import Entry, Talk


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, True),
        ({"title": "T"}, True),
        ({"event": "icml"}, True),
        ({"title": "u"}, False),
        ({"event": "ICLR"}, False),
        ({"location": "Rome"}, False),
        ({"host": "A lab"}, False),
        ({"dates": dates("2020-05")}, False),
        ({"dates": None, "date_text": "May 2020"}, False),
    ],
)
def test_which_talks_are_one(change, told):
    common = {"title": "t", "event": "ICML", "dates": dates("2020")}
    facts = [Fact(Talk(**common), line=1), Fact(Talk(**{**common, **change}), line=2)]
    assert lines(checks.duplicates(facts)) == ([2] if told else [])


def test_entries_without_a_place_are_not_one():
    assert list(checks.duplicates(posts("2020") * 2)) == []
    for silenced, told in (((), [1]), (("duplicate",), [])):
        first, second = (posts("2020", organization="A", silenced=silenced)[0] for _ in range(2))
        assert lines(checks.duplicates([first, second])) == told


def test_an_entry_and_a_talk_of_one_name_are_told_at_the_second():
    facts = [
        Fact(Entry(title="E", name="x"), line=1),
        Fact(Talk(title="T", name="x"), line=2, lines={"name": 4}),
    ]
    [problem] = checks.same_names(facts)
    assert (problem.line, "index, line 1" in problem.message) == (4, True)


def test_a_talk_names_entries_not_talks():
    facts = [
        Fact(Entry(title="E", name="phd")),
        Fact(Talk(title="T", name="keynote", entries=("phd", "keynote", "phdd"))),
    ]
    assert [problem.message for problem in checks.unknown_entries(facts)] == [
        'no entry has the name "keynote".',
        'no entry has the name "phdd". Did you mean "phd"?',
    ]
