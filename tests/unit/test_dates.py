"""Partial dates and ranges: what is read, how it orders, what is printed."""

import calendar
import datetime as dt
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_cv.model.dates import (
    DateRange,
    PartialDate,
    between,
    ends_of,
    format_range,
    locale_of,
    parse_end,
    single,
)

LANGUAGES = ("en", "en_GB", "fr", "de", "es", "it", "pt_BR", "ja", "zh_CN", "ar", "ru", "fi")


def cut(day, precision):
    return PartialDate(*(day.year, day.month, day.day)[:precision])


partial_dates = st.builds(cut, st.dates(), st.integers(1, 3))


def last_day(date):
    month = date.month or 12
    return dt.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])


def printed(start, end="", language="en", **flags):
    dates = between(start, end, **flags) if end else single(PartialDate.parse(start))
    return format_range(dates, language, present="present", expected="expected")


@given(partial_dates)
def test_a_date_is_read_back_as_it_was_written(date):
    assert PartialDate.parse(str(date)) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023", PartialDate(2023)),
        ("2023-05", PartialDate(2023, 5)),
        ("2023-05-12", PartialDate(2023, 5, 12)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("0987", PartialDate(987)),
    ],
)
def test_three_precisions_are_read(text, date):
    assert PartialDate.parse(text) == date
    assert str(date) == text


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789-"),
        st.from_regex(r"\d{4}(-\d{2}){0,2}", fullmatch=True),
        st.from_regex(r"(May|June|dec|MAR) \d{4}", fullmatch=True),
    )
)
@example("")
@example("2023-05\n")
@example("May 2023\0")
def test_any_text_is_a_date_or_is_refused_with_a_sentence(text):
    try:
        date = PartialDate.parse(text)
    except ValueError as error:
        sentence = str(error)
        assert sentence.startswith(f'"{text}" is not ')
        assert re.search(r": write \d", sentence)
    else:
        assert str(date) == text, "only what prints as it was typed is read"


@pytest.mark.parametrize("text", ["２０２３", "٢٠٢٣-٠٥", "2023-０5"])
def test_only_the_digits_of_iso_8601_are_read(text):
    with pytest.raises(ValueError, match="is not a date"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text",
    ["0000", "2023-00", "2023-13", "2023-05-00", "2023-05-32", "2023-02-29", "2023-00-12"],
)
def test_a_date_that_no_calendar_has_is_refused(text):
    with pytest.raises(ValueError, match=f'"{text}" is not in the calendar: write 2023, '):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("May 2023", "2023-05"),
        ("may 2023", "2023-05"),
        ("Dec 2023", "2023-12"),
        ("2023/05", "2023-05"),
        ("2023-5", "2023-05"),
        ("5/2023", "2023-05"),
        ("12 May 2023", "2023-05-12"),
        ("May 12, 2023", "2023-05-12"),
        ("2023/05/12", "2023-05-12"),
        (" May 2023 ", "2023-05"),
        ("May 0987", "0987-05"),
    ],
)
def test_a_form_that_people_type_is_answered_with_the_right_one(text, form):
    with pytest.raises(ValueError) as caught:
        PartialDate.parse(text)
    assert str(caught.value) == f'"{text}" is not a date: write {form}'
    assert str(PartialDate.parse(form)) == form


def test_what_is_like_no_date_is_answered_with_all_forms():
    with pytest.raises(ValueError, match=r"write 2023, 2023-05 or 2023-05-12$"):
        PartialDate.parse("some time ago")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2023", dt.date(2023, 1, 1)),
        ("2023-05", dt.date(2023, 5, 1)),
        ("2023-05-12", dt.date(2023, 5, 12)),
    ],
)
def test_a_partial_date_starts_on_its_first_day(text, first):
    assert PartialDate.parse(text).first() == first


@given(partial_dates, partial_dates)
def test_order_agrees_with_the_calendar(one, other):
    if one.first() < other.first():
        assert one < other
    if one < other:
        assert one.first() <= other.first()


@given(partial_dates, partial_dates)
def test_a_range_is_refused_only_if_it_ends_before_it_starts(start, end):
    if last_day(end) < start.first():
        with pytest.raises(ValueError) as caught:
            between(str(start), str(end))
        sentence = f'the range ends ("{end}") before it starts ("{start}"): swap the two'
        assert str(caught.value) == sentence
    else:
        assert between(str(start), str(end)) == DateRange(start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end"), [("2024", "2020"), ("2023-05", "2023-04"), ("2023-05-12", "2023-05-11")]
)
def test_a_range_that_ends_before_it_starts_is_refused(start, end):
    with pytest.raises(ValueError, match="before it starts"):
        between(start, end)


@pytest.mark.parametrize(("start", "end"), [("2020-05", "2020"), ("2020", "2020-05")])
def test_only_the_precision_that_both_ends_have_is_compared(start, end):
    assert str(between(start, end).end) == end


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [("soon", "2020", "soon"), ("2020", "later", "later"), ("present", "2020", "present")],
)
def test_the_end_that_cannot_be_read_is_named(start, end, wrong):
    with pytest.raises(ValueError, match=f'"{wrong}" is not a date'):
        between(start, end)


def test_a_range_to_the_present_has_no_end():
    assert between("2020", "present").end is None


@given(partial_dates, partial_dates, partial_dates)
@example(PartialDate(9998), PartialDate(9999), PartialDate(9999, 12, 31))
def test_the_present_is_later_than_any_end(start, first, last):
    first, last = sorted((first, last))
    ended = DateRange(start=first, end=last)
    assert ended.sort_key < DateRange(start=start, end=None).sort_key


@given(st.lists(st.tuples(partial_dates, partial_dates), min_size=2, max_size=5))
def test_ranges_order_by_their_end_and_then_their_start(pairs):
    ranges = [DateRange(start=min(pair), end=max(pair)) for pair in pairs]
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
    assert between(start, end).iso == iso


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2023", "", "2023"),
        ("2023-05", "", "May 2023"),
        ("2023-03-12", "", "March 12, 2023"),
        ("2020", "2024", "2020 – 2024"),
        ("2023-05", "2023-08", "May – August 2023"),
        ("2022-11", "2023-02", "November 2022 – February 2023"),
        ("2020", "present", "2020 – present"),
        ("2020-05", "present", "May 2020 – present"),
        ("2020", "2021-05", "2020 – May 2021"),
        ("2020-05", "2020-05", "May 2020"),
    ],
)
def test_dates_are_printed_in_english(start, end, text):
    assert printed(start, end) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "mai – août 2023"),
        ("de", "Mai–August 2023"),
        ("es", "mayo–agosto de 2023"),
        ("ja", "2023年5月～8月"),
    ],
)
def test_a_month_range_in_one_year_is_printed_in_the_language(language, text):
    assert printed("2023-05", "2023-08", language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en_GB", "12 March 2023"), ("fr", "12 mars 2023"), ("it", "12 marzo 2023")],
)
def test_a_day_is_printed_with_its_month_in_full(language, text):
    assert printed("2023-03-12", language=language) == text


def test_an_end_that_lies_ahead_says_so():
    assert printed("2020", "2024", expected=True) == "2020 – 2024 (expected)"


def test_full_dates_have_the_year_at_both_ends():
    assert printed("2023-05", "2023-08", full=True) == "May 2023 – August 2023"


@given(partial_dates, partial_dates | st.none(), st.booleans(), st.sampled_from(LANGUAGES))
def test_any_range_is_printed_on_one_line_with_plain_spaces(one, other, full, language):
    start, end = (one, None) if other is None else sorted((one, other))
    dates = DateRange(start=start, end=end, full=full)
    text = format_range(dates, language, present="now", expected="expected")
    assert text.strip() == text != ""
    assert not set(text) & set("\u2009\u202f\n\t")
    assert ("now" in text) == (end is None)


@pytest.mark.parametrize("language", ["", "xx", "C", "no such language", "a-b-c-d-e"])
def test_a_language_that_babel_does_not_know_is_printed_in_english(language):
    assert locale_of(language).language == "en"
    assert printed("2023-05", language=language) == "May 2023"


@pytest.mark.parametrize(("language", "territory"), [("pt_BR", "BR"), ("en-GB", "GB")])
def test_language_codes_are_read_with_their_territory(language, territory):
    assert locale_of(language).territory == territory


@pytest.mark.parametrize("text", ["Present", "now", "heute", "Aujourd'hui"])
def test_another_word_for_present_is_told(text):
    with pytest.raises(ValueError, match="write present"):
        parse_end(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2020 - 2021", ("2020", "2021")),
        ("2020–2021", ("2020", "2021")),
        ("2020-05 to 2021-06", ("2020-05", "2021-06")),
        ("2020-05-01/2020-05-03", ("2020-05-01", "2020-05-03")),
        ("2020 – present", ("2020", "present")),
        ("2020-13", None),
        ("2020/05", None),
        ("2020", None),
        ("2020-2", None),
        ("", None),
    ],
)
def test_a_typed_range_is_read(text, ends):
    assert ends_of(text) == ends
