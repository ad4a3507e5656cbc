"""Dates as they are printed, in each language and style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_dates import LANGUAGES, TYPED, partial_dates, printed, spanning

from sphinx_cv.model.dates.format import STYLES, DateWords, format_dates
from sphinx_cv.model.dates.reader import read_dates, read_range
from sphinx_cv.model.languages import locale_of


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2023", "", "2023"),
        ("2023-05", "", "May 2023"),
        ("2023-03-12", "", "March 12, 2023"),
        ("2020", "2024", "2020–2024"),
        ("2023-05", "2023-08", "May–August 2023"),
        ("2022-11", "2023-02", "November 2022 – February 2023"),
        ("2020", "present", "2020–present"),
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
    assert printed("2020", "2024", expected=True) == "2020–2024 (expected)"


def test_full_dates_have_the_year_at_both_ends():
    assert printed("2023-05", "2023-08", full=True) == "May 2023 – August 2023"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh_CN", "2020年4月至2020年9月"),
        ("he", "אפריל 2020–ספטמבר 2020"),
        ("fr", "avril 2020 – septembre 2020"),
    ],
)
def test_full_dates_have_the_sign_of_other_ranges(language: str, text: str) -> None:
    assert printed("2020-04", "2020-09", language, full=True) == text


def test_a_word_that_holds_the_sign_of_a_range_gets_no_other():
    dates = read_range("2011-08", "present")
    assert format_dates(dates, "zh_TW", DateWords(present="至今")) == "2011年8月至今"
    assert format_dates(dates, "ja", DateWords(present="現在")) == "2011年8月～現在"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2020-06-01", "", "1er juin 2020"),
        ("2020-06-01", "2020-06-03", "1er–3 juin 2020"),
        ("2020-05-30", "2020-06-01", "30 mai – 1er juin 2020"),
        ("2020-05-31", "2021-01-01", "31 mai 2020 – 1er janvier 2021"),
        ("2020-06-11", "2020-06-21", "11–21 juin 2020"),
        ("2020-06", "", "juin 2020"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "fr_CA"])
def test_the_first_day_of_a_month_is_an_ordinal_number_in_french(start, end, text, language):
    assert printed(start, end, language) == text


@given(partial_dates, partial_dates | st.none(), st.booleans(), st.sampled_from(LANGUAGES))
def test_any_range_is_printed_on_one_line_with_plain_spaces(one, other, full, language):
    start, end = (one, None) if other is None else sorted((one, other))
    dates = spanning(start, end, full=full)
    text = format_dates(dates, language, DateWords(present="now"))
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


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TYPED)
def test_every_form_is_printed_in_every_language(text, language, style):
    printed = format_dates(read_dates(text), language, DateWords(), style)
    assert printed.strip() == printed != ""
    assert not set(printed) & set("\u2009\u202f\n\t")


def test_terms_of_one_season_share_its_name_where_dates_are_short() -> None:
    dates = read_dates("fall 2013, fall 2015, spring 2018, fall 2018/spring 2019, fall 2022")
    words = DateWords()
    short = format_dates(dates, "en", words, "short")
    assert short == "Fall 2013, 2015, Spring 2018, Fall 2018 – Spring 2019, Fall 2022"
    assert format_dates(dates, "en", words).startswith("Fall 2013, Fall 2015")
