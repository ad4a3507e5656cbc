"""Partial dates and ranges: what is read, how it orders, what is printed."""

import calendar
import datetime as dt
import re
import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers import ROOT
from sphinx_cv.model.dates.format import STYLES, DateWords, format_dates
from sphinx_cv.model.dates.reader import doubt_of, read_date, read_dates, read_end, read_range
from sphinx_cv.model.dates.values import Dates, PartialDate, Span, single
from sphinx_cv.model.languages import locale_of

LANGUAGES = ("en", "en_GB", "fr", "de", "es", "it", "pt_BR", "ja", "zh_CN", "ar", "ru", "fi")


def cut(day, precision):
    return PartialDate(*(day.year, day.month, day.day)[:precision])


partial_dates = st.builds(cut, st.dates(), st.integers(1, 3))


def last_day(date):
    month = date.month or 12
    return dt.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])


def printed(start, end="", language="en", **flags):
    dates = read_range(start, end, **flags) if end else single(PartialDate.parse(start))
    return format_dates(dates, language, DateWords())


def spanning(start, end, **flags):
    return Dates(spans=(Span(start=start, end=end, present=end is None),), **flags)


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


@pytest.mark.parametrize("text", ["Present", "now", "heute", "Aujourd'hui"])
def test_another_word_for_present_is_told(text):
    with pytest.raises(ValueError, match="write present"):
        read_end(text)


CASES = tomllib.loads((ROOT / "tests/data/dates.toml").read_text("utf-8"))["case"]
FLAGS = ("expected", "full")
TYPED = [
    *(
        "2019, 2021-2023",
        "{2019,2021..2023}",
        "fall 2023",
        "winter 2023/24",
        "2023-23",
        "2020~",
        "2020?",
    ),
    *("2018-05-02/04", "2019/..", "../2025", "2019-present", "2020%", "autumn 2020, 2019-11"),
    *("2018-05/08", "2018-05-30/06-02", "2020 – 2021", "2020-05 — 2020-08", "{..2020,2023..}"),
    *("spring 2020/fall 2020", "2023-winter", "WINTER 1999/2000", "2020~/2022?"),
]
ODD = [
    *(
        "",
        " ",
        ",",
        ",,",
        "/",
        "..",
        "-",
        "{",
        "{}",
        "}{",
        "~",
        "?",
        "2020,",
        ",2020",
        "2020//2021",
    ),
    *(
        "2020..",
        "..2020",
        "2020-",
        "-2020",
        "20",
        "'20",
        "99",
        "0000",
        "0000~",
        "9999",
        "9999/..",
        "10000",
    ),
    *(
        "2020-13",
        "2020-00/..",
        "2020-02-30/31",
        "fall",
        "fall 0000",
        "fall fall 2020",
        "winter 2023/25",
    ),
    *(
        "winter 9999/00",
        "summer 2023/24",
        "2020-25",
        "2020-21-01",
        "2020 2021",
        "May",
        "May 99",
        "Sept 2020",
    ),
    *(
        "circa 1999",
        "ca. 2020",
        "since 2020",
        "until 2020",
        "ongoing",
        "tba",
        "2020 and 2021",
        "1/2/3",
    ),
    *(
        "٢٠٢٠",
        "２０２０",
        "2020\0",
        "2020\n2021",
        "😀",
        "a" * 3000,
        "2020," * 500,
        "(2020)",
        "[2020]",
    ),
    *(
        "2020–",
        "–2020",
        "2020~~",
        "2020-01-01T00:00",
        "-0001",
        "1e3",
        "0x7e4",
        "nan",
        "{2020..2019}",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str([*case.values()][:2]))
def test_dates_are_read_and_printed_as_people_write_them(case):
    flags = {name: True for name in FLAGS if case.get(name)}
    if "error" in case:
        with pytest.raises(ValueError) as caught:
            read_dates(case["date"], **flags)
        assert case["error"] in str(caught.value).partition(": write ")[2]
        return
    if "date" in case:
        dates = read_dates(case["date"], **flags)
    else:
        dates = read_range(case.get("start", ""), case.get("end", ""), **flags)
    printed = {style: format_dates(dates, "en", DateWords(), style) for style in STYLES}
    assert printed == printed | {style: case[style] for style in STYLES if style in case}
    assert dates.latest.last_year == case.get("sort", dates.latest.last_year)


@pytest.mark.parametrize("text", TYPED)
def test_what_is_read_is_written_as_edtf_and_read_back(text):
    dates = read_dates(text)
    if not any(date and date.two_years for span in dates.spans for date in (span.start, span.end)):
        back = read_dates(dates.iso)
        assert back.sort_key == dates.sort_key
        assert back.iso == dates.iso


def _read(read, text):
    """Return what *read* makes of the text, or the sentence by which it refuses it."""
    try:
        return read(text)
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_is_read_or_refused_with_a_sentence(text):
    assert isinstance(_read(read_dates, text), Dates) or ": write " in _read(read_dates, text)
    for read in (read_date, read_end, read_range, lambda end: read_range("", end)):
        told = _read(read, text)
        assert not isinstance(told, str) or re.search(": (write|swap)", told)


@given(st.text() | st.text(alphabet="0123456789-/.,?~{} fal"))
def test_any_text_is_read_or_refused(text):
    told = _read(read_dates, text)
    if isinstance(told, Dates):
        assert all(format_dates(told, "de", DateWords(), style) for style in STYLES)
        assert told.sort_key
    else:
        assert ": write " in told


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("2020 to 2021", "2020-2021"),
        ("May 2020 - June 2021", "2020-05/2021-06"),
        ("since 2020", "2020/.."),
        ("2020 –", "2020/.."),
        ("bis 2025", "../2025"),
        ("circa 2020", "2020~"),
        ("WS 2023/24", "winter 2023/24"),
        ("Sommersemester 2023", "summer 2023"),
        ("Fall '23", "fall 2023"),
        ("winter 2023/25", "winter 2023/24"),
        ("2019 and 2021", "2019, 2021"),
        ("May 2020, June 2021", "2020-05, 2021-06"),
        ("98-99", "1998-1999"),
        ("fall 2008-fall 2012, fall 2019-2024", "fall 2008/fall 2012, fall 2019-2024"),
        ("08-2014", "2014-08"),
        ("98-2014", "1998-2014"),
        ("mar/2015 - fev. 2019", "2015-03/2019-02"),
        ("12 de maio de 2010", "2010-05-12"),
        ("janeiro de 2011 até hoje", "2011-01/present"),
        ("até 2018", "../2018"),
        ("2017-2018 e 2020", "2017-2018, 2020"),
        ("outono de 2018", "fall 2018"),
        ("3 maggio 2019", "2019-05-03"),
        ("dal 2020", "2020/.."),
        ("mei 2020", "2020-05"),
        ("Sept 2020", "2020-09"),
        ("2020/2019", "2019-2020"),
        ("2020-05-03/2020-05-01", "2020-05-01/2020-05-03"),
    ],
)
def test_what_people_type_is_answered_with_the_form_to_write(text, better):
    with pytest.raises(ValueError) as caught:
        read_dates(text)
    assert str(caught.value).endswith(f": write {better}")
    assert read_dates(better)


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


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TYPED)
def test_every_form_is_printed_in_every_language(text, language, style):
    printed = format_dates(read_dates(text), language, DateWords(), style)
    assert printed.strip() == printed != ""
    assert not set(printed) & set("\u2009\u202f\n\t")


WRITTEN = tomllib.loads((ROOT / "tests/data/typed_dates.toml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "printed"), WRITTEN["printed"].items())
def test_what_is_written_is_printed(text, printed):
    assert format_dates(read_dates(text), "en", DateWords()) == printed


@pytest.mark.parametrize(("text", "meant"), WRITTEN["meant"].items())
def test_what_is_meant_is_said(text, meant):
    with pytest.raises(ValueError, match=f"write {re.escape(meant)}$"):
        read_dates(text)
    # What the message says to write can be read.
    for part in meant.partition(", and ")[0].partition(", or ")[0].split(" or "):
        if '"' not in part:
            read_dates(part)


@pytest.mark.parametrize("text", WRITTEN["unknown"]["texts"])
def test_what_nobody_knows_is_refused_with_the_forms(text):
    with pytest.raises(ValueError, match=r"write 2023, 2023-05 or 2023-05-12$"):
        read_dates(text)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("2019-21", '"2019-21" is spring 2019 in EDTF: write "spring 2019", or "2019-2021" for the years'),
        ("2017, 2021-24", '"2021-24" is winter 2021 in EDTF: write "winter 2021", or "2021-2024" for the years'),
        ("2023-23", ""),
        ("2024-21", ""),
        ("2019-05", ""),
    ],
)  # fmt: skip
def test_a_season_that_looks_like_two_years_is_told(text, doubt):
    assert read_dates(text)
    assert doubt_of(text) == doubt


def test_terms_of_one_season_share_its_name_where_dates_are_short() -> None:
    dates = read_dates("fall 2013, fall 2015, spring 2018, fall 2018/spring 2019, fall 2022")
    words = DateWords()
    short = format_dates(dates, "en", words, "short")
    assert short == "Fall 2013, 2015, Spring 2018, Fall 2018 – Spring 2019, Fall 2022"
    assert format_dates(dates, "en", words).startswith("Fall 2013, Fall 2015")
