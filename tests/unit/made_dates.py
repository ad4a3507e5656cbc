"""Dates and spans that tests make, and the forms in which people write them."""

from hypothesis import strategies as st

from sphinx_cv.model.dates.format import DateWords, format_dates
from sphinx_cv.model.dates.reader import read_range
from sphinx_cv.model.dates.values import Dates, PartialDate, Span, single

LANGUAGES = ("en", "en_GB", "fr", "de", "es", "it", "pt_BR", "ja", "zh_CN", "ar", "ru", "fi")


def cut(day, precision):
    return PartialDate(*(day.year, day.month, day.day)[:precision])


partial_dates = st.builds(cut, st.dates(), st.integers(1, 3))


def printed(start, end="", language="en", **flags):
    dates = read_range(start, end, **flags) if end else single(PartialDate.parse(start))
    return format_dates(dates, language, DateWords())


def spanning(start, end, **flags):
    return Dates(spans=(Span(start=start, end=end, present=end is None),), **flags)


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
