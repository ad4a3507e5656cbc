"""Partial dates: the precisions that are read, what is refused, and how they order."""

import datetime as dt
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_dates import partial_dates

from sphinx_cv.model.dates.values import PartialDate


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
