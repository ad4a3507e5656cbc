"""The dates of entries and talks: which options give them, and what is told where they cannot be read."""

import pytest
from option_blocks import LINE, entry, talk, told

from sphinx_cv.model.dates.reader import read_range
from sphinx_cv.model.dates.values import PartialDate, single


def test_both_ends_of_a_range_are_told():
    _read, problems = entry(":start: May 2020", ":end: Present")
    assert told(problems) == [
        ("date", LINE + 1, '"May 2020" is not a date: write 2020-05'),
        ("date", LINE + 2, '"Present" is not a date: write present'),
    ]


def test_a_range_is_a_date_as_well():
    read, problems = entry(":date: 2020 - 2021")
    assert (read.dates, problems) == (read_range("2020", "2021"), [])
    read, problems = talk(":event: E", ":date: 2020-05-01/03")
    assert (read.dates, problems) == (read_range("2020-05-01", "2020-05-03"), [])


def test_several_dates_are_not_an_end_of_a_range():
    read, problems = entry(":start: 2019, 2021", ":end: 2022")
    message = '"2019, 2021" is more than one date: write ":date: 2019, 2021" alone'
    assert told(problems) == [("date", LINE + 1, message)]
    assert read.date_text == "2019, 2021 – 2022"


def test_words_in_place_of_a_date_are_shown_as_typed():
    read, problems = entry(":date-text: on leave, spring terms")
    assert (read.dates, read.date_text, problems) == (None, "on leave, spring terms", [])
    read, problems = talk(":event: E", ":date-text: each May")
    assert (read.dates, read.date_text, problems) == (None, "each May", [])


def test_words_beside_a_date_are_told():
    read, [problem] = entry(":date: 2020", ":date-text: in 2020")
    assert (problem.subtype, problem.line) == ("date", LINE + 2)
    assert (str(read.dates.end), read.date_text) == ("2020", "")


def test_words_for_a_date_are_told_where_they_may_stand():
    _read, [problem] = entry(":date: on leave")
    assert problem.message.endswith(', or ":date-text: on leave"')


def test_a_single_date_is_read():
    read, problems = entry(":date: 2023-05")
    assert read.dates == single(PartialDate(2023, 5))
    assert problems == []


def test_full_dates_are_asked_for():
    read, problems = entry(":start: 2023-05", ":end: 2023-08", ":full-dates:")
    assert read.dates == read_range("2023-05", "2023-08", full=True)
    assert problems == []


@pytest.mark.parametrize(
    ("lines", "line", "part", "text"),
    [
        ([":date: soon"], 1, '"soon" is not a date', "soon"),
        ([":start: soon", ":end: 2024"], 1, '"soon" is not a date', "soon – 2024"),
        ([":start: 2020", ":end: later"], 2, '"later" is not a date', "2020 – later"),
        ([":end: later", ":start: 2020"], 1, '"later" is not a date', "2020 – later"),
        ([":start: 2024", ":end: 2020"], 2, "before it starts", "2024 – 2020"),
    ],
)
def test_a_date_that_cannot_be_read_is_told_on_its_line_and_shown_as_typed(lines, line, part, text):
    read, problems = entry(*lines)
    assert read.dates is None
    assert read.date_text == text
    [problem] = problems
    assert (problem.subtype, problem.line) == ("date", LINE + line)
    assert part in problem.message


@pytest.mark.parametrize(("line", "iso"), [(":start: 2020", "2020/.."), (":end: 2020", "../2020")])
def test_one_end_alone_is_since_or_until(line, iso):
    read, problems = entry(line)
    assert (read.dates.iso, problems) == (iso, [])


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([":end: present"], '"present" needs a start: add ":start: 2020"'),
        ([":start: 2020", ":expected:"], '"expected" needs an end: write ":end: 2028"'),
        ([":date: ongoing"], 'write ":start: 2020" and ":end: present"'),
    ],
)
def test_an_open_end_is_told_where_it_says_nothing(lines, message):
    _read, [problem] = entry(*lines)
    assert message in problem.message


def test_a_date_beside_a_range_is_told_and_the_range_taken():
    read, problems = entry(":date: 2019", ":start: 2020", ":end: 2021")
    assert read.dates == read_range("2020", "2021")
    message = 'write either "date" or "start" and "end"'
    assert told(problems) == [("date", LINE + 1, message)]


@pytest.mark.parametrize("flag", ["expected", "full-dates"])
def test_a_flag_of_a_range_without_a_range_is_told_by_its_name_and_line(flag):
    _read, [problem] = entry(":location: x", f":{flag}:")
    assert (problem.subtype, problem.line) == ("date", LINE + 2)
    assert problem.message == f'"{flag}" needs "start" and "end"'
