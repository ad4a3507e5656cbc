"""Ranges of dates: what is read, how they order, and what they are in ISO 8601."""

import calendar
import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_dates import partial_dates, spanning

from sphinx_cv.model.dates.reader import read_dates, read_end, read_range
from sphinx_cv.model.dates.values import PartialDate


def last_day(date):
    month = date.month or 12
    return dt.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])


@given(partial_dates, partial_dates)
def test_a_range_is_refused_only_if_it_ends_before_it_starts(start, end):
    if last_day(end) < start.first():
        with pytest.raises(ValueError) as caught:
            read_range(str(start), str(end))
        sentence = f'the range ends ("{end}") before it starts ("{start}"): swap the two'
        assert str(caught.value) == sentence
    else:
        assert read_range(str(start), str(end)) == spanning(start, end)


@pytest.mark.parametrize(
    ("start", "end"), [("2024", "2020"), ("2023-05", "2023-04"), ("2023-05-12", "2023-05-11")]
)
def test_a_range_that_ends_before_it_starts_is_refused(start, end):
    with pytest.raises(ValueError, match="before it starts"):
        read_range(start, end)


@pytest.mark.parametrize(("start", "end"), [("2020-05", "2020"), ("2020", "2020-05")])
def test_only_the_precision_that_both_ends_have_is_compared(start, end):
    assert str(read_range(start, end).end) == end


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [("soon", "2020", "soon"), ("2020", "later", "later"), ("present", "2020", "present")],
)
def test_the_end_that_cannot_be_read_is_named(start, end, wrong):
    with pytest.raises(ValueError, match=f'"{wrong}" is not a date'):
        read_range(start, end)


def test_a_range_to_the_present_has_no_end():
    assert read_range("2020", "present").end is None


@given(partial_dates, partial_dates, partial_dates)
@example(PartialDate(9998), PartialDate(9999), PartialDate(9999, 12, 31))
def test_the_present_is_later_than_any_end(start, first, last):
    first, last = sorted((first, last))
    ended = spanning(first, last)
    assert ended.sort_key < spanning(start, None).sort_key


@given(st.lists(st.tuples(partial_dates, partial_dates), min_size=2, max_size=5))
def test_ranges_order_by_their_end_and_then_their_start(pairs):
    ranges = [spanning(min(pair), max(pair)) for pair in pairs]
    by_key = sorted(ranges, key=lambda dates: dates.sort_key)
    assert by_key == sorted(ranges, key=lambda dates: (dates.end, dates.start))


@pytest.mark.parametrize(
    ("start", "end", "iso"),
    [
        ("2020", "2024", "2020/2024"),
        ("2020-05", "present", "2020-05/.."),
        ("2020-05-12", "2020-05-12", "2020-05-12"),
        ("2020", "2020-05", "2020/2020-05"),
    ],
)
def test_a_range_is_an_iso_interval(start, end, iso):
    assert read_range(start, end).iso == iso


@pytest.mark.parametrize("text", ["Present", "now", "heute", "Aujourd'hui"])
def test_another_word_for_present_is_told(text):
    with pytest.raises(ValueError, match="write present"):
        read_end(text)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("spring 2023", "fall 2023"),
        ("fall 2023", "winter 2023/24"),
        ("winter 2023/24", "summer 2024"),
        ("2013, 2016", "2017"),
        ("2016", "2014, 2017"),
        ("../2025", "2026"),
        ("2025", "2019/.."),
        ("2018/..", "2019-present"),
    ],
)
def test_dates_order_by_the_last_one_named(earlier, later):
    assert read_dates(earlier).sort_key < read_dates(later).sort_key


@pytest.mark.parametrize(
    ("text", "years", "met"),
    [
        ("2013, 2016", (2014, 2015), False),
        ("2013, 2016", (2016, 2016), True),
        ("2013-2016", (2014, 2015), True),
        ("winter 2023/24", (2024, 0), True),
        ("2019/..", (2030, 2031), True),
        ("../2025", (0, 2020), False),
        ("../2025", (2025, 0), True),
    ],
)
def test_dates_meet_years(text, years, met):
    assert read_dates(text).meet(*years) is met
