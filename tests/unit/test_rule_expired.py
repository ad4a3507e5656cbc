"""The rule of dates that have passed."""

import pytest
from dated_facts import TODAY, Fact, lines

from sphinx_cv import rules as checks
from sphinx_cv.model.dates.reader import read_dates, read_range
from sphinx_cv.model.items import Entry, Talk


@pytest.mark.parametrize(
    ("day", "told"),
    [("2024-06-29", True), ("2024-06-30", False), ("2024-06", False), ("2023", True)],
)
def test_what_is_ahead_has_not_passed_on_its_last_day(day, told):
    dated = read_range(day, day, expected=True)
    for item in (Entry(title="E", dates=dated), Talk(title="T", dates=dated)):
        assert bool(list(checks.expired([Fact(item)], TODAY))) is told


def test_what_has_passed_is_told_at_its_date_with_its_cure():
    dated = read_range("2020", "2021", expected=True)
    entry = Fact(Entry(title="E", dates=dated), lines={"start": 3, "end": 4})
    talk = Fact(Talk(title="T", dates=dated), lines={"date": 5})
    problems = list(checks.expired([entry, talk], TODAY))
    assert lines(problems) == [4, 5]
    assert ":expected:" in problems[0].message
    assert ":upcoming:" in problems[1].message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2023", True),
        ("2024", False),
        ("2024-06", False),
        ("2024-05-02/04", True),
        ("2024-06-28/07-02", False),
        ("spring 2024", False),
        ("spring 2023", True),
        ("summer 2024", False),
        ("fall 2023", True),
        ("winter 2023/24", True),
        ("winter 2024/25", False),
        ("winter 2024", False),
        ("2019, 2023", True),
        ("2019, 2026", False),
        ("2020/..", False),
        ("../2023", True),
        ("2023~", True),
    ],
)
def test_an_end_of_every_form_passes(text, told):
    expected = read_dates(text, expected=True)
    facts = [Fact(Talk(title="Talk", dates=expected)), Fact(Entry(title="Post", dates=expected))]
    assert len([*checks.expired(facts, TODAY)]) == 2 * told
