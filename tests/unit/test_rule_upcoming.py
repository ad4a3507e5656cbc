"""What is still to come says so: talks, and what lasts "to the present" from a future day."""

import pytest
from dated_facts import TODAY, Fact

from sphinx_cv.model.dates.reader import read_dates
from sphinx_cv.model.items import Entry, Item, Talk
from sphinx_cv.rules.expiry import still_to_come

LINES = {"event": 2, "date": 3}


def told(item: Item, **settings) -> list[tuple[int, str]]:
    fact = Fact(item, **{"lines": LINES} | settings)
    return [(one.line, one.message) for one in still_to_come([fact], TODAY)]


@pytest.mark.parametrize(
    ("text", "talk", "entry"),
    [
        ("2023", False, False),
        # It may have been given.
        ("2024", False, False),
        ("2024-06-30", False, False),
        ("2024-06-28/07-02", False, False),
        ("summer 2024", False, False),
        ("2024-07-01", True, False),
        ("2024-07", True, False),
        ("2025", True, False),
        ("2025~", True, False),
        ("fall 2024", True, False),
        ("2024-07-02/04", True, False),
        ("2019, 2025", True, False),
        # An entry has its years, unless it is said to last today.
        ("2025-2027", True, False),
        ("2025/present", True, True),
        ("2025/..", True, True),
        ("2020/present", False, False),
        ("../2025", False, False),
    ],
)
def test_a_date_of_every_form_is_still_to_come(text, talk, entry):
    dates = read_dates(text)
    assert bool(told(Talk(title="T", dates=dates))) is talk
    assert bool(told(Entry(title="E", dates=dates))) is entry


def test_it_is_told_at_the_date_with_what_to_write():
    talk, entry = read_dates("2025-03"), read_dates("2025-03/present")
    message = '"2025-03" is still to come: add ":upcoming:", or correct the date'
    assert told(Talk(title="T", dates=talk)) == [(3, message)]
    assert told(Entry(title="E", dates=entry), lines={"start": 4, "end": 5}) == [
        (
            4,
            '"2025-03" is still to come: write ":date: 2025-03" and ":expected:", '
            "or correct the date",
        )
    ]
    # In a line of cv-lines the options are in the line.
    assert told(Talk(title="T", dates=talk), line=7, lines={"date": 7, "event": 7}) == [
        (7, message.replace(":upcoming:", "upcoming="))
    ]


@pytest.mark.parametrize(
    "settings", [{"dates": read_dates("2025", expected=True)}, {"silenced": ("upcoming",)}, {}]
)
def test_what_says_so_is_silenced_or_has_no_date_is_not_told(settings):
    assert told(Talk(**({"title": "T"} | settings))) == []
    silenced = {"dates": read_dates("2025"), "silenced": ("upcoming",)}
    assert told(Talk(title="T", **silenced)) == []
