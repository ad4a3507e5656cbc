"""Dates as people write them: what is read, and what the message says to write."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_dates import TYPED

from helpers import ROOT
from sphinx_cv.model.dates.format import STYLES, DateWords, format_dates
from sphinx_cv.model.dates.reader import doubt_of, read_date, read_dates, read_end, read_range
from sphinx_cv.model.dates.values import Dates

CASES = tomllib.loads((ROOT / "tests/data/dates.toml").read_text("utf-8"))["case"]
FLAGS = ("expected", "full")
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
