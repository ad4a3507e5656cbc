"""The date of a work: the year as typed, and the day where it is known."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_cv.bibliography.tex.text import rich
from sphinx_cv.model.dates.format import DateWords, format_dates
from sphinx_cv.model.dates.values import Dates, PartialDate, Span
from sphinx_cv.model.languages import locale_of

from .ranges import is_number

if TYPE_CHECKING:
    from collections.abc import Mapping

# Languages in which months are typed.
_LANGUAGES = ("en", "de", "fr", "es")
_LONGEST_ABBREVIATION = 3
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")
# The days of one month: "2018-05-02/04".
_DAYS_OF_MONTH = re.compile(r"^(\d{4}-\d\d-)(\d\d)/(\d\d)$")
_WHOLE_DATE = re.compile(r"^(\d{4})-\d\d-\d\d(?!\d).*")
# Days as written in text: "June 1-6, 2025", "1-6 June 2025", "Jan 30 - Feb 2, 2025".
_DAYS = re.compile(
    r"(?<=[^\W\d_]\s)(\d{1,2})-(?=\d{1,2},?\s+(?:19|20)\d\d)"
    r"|(?<!\d)(\d{1,2})-(?=\d{1,2}\s+[^\W\d_]+\.?,?\s+(?:19|20)\d\d)"
    r"|(?<=[^\W\d_]\s)(\d{1,2}\s)-(?=\s[^\W\d_]+\.?\s\d{1,2},?\s+(?:19|20)\d\d)"
)
# Libraries write the year of a copyright, and a stop behind it: "c2012.".
_COPYRIGHT = re.compile(r"^(?:c|©|cop\.)\s?(?=\d{4}\b)|(?<=\d{4})\.$")
# Other styles add a letter to the year to distinguish two references.
# A state in parentheses: "(forthcoming)".
_STATE = re.compile(r"\(([^()\d]+)\)")
_LETTER = re.compile(r"\{?\\natexlab\s*\{[^{}]*\}\}?")
_MOST_MONTHS, _MOST_DAYS = 12, 31
_YEARS = re.compile(r"(?<!\d)\d{4}(?!\d)")


# "2010-2019", and "2019-" for what goes on.
_TO_YEAR = re.compile(r"(?<=\d{4})\s*[-–]\s*(?=(?:\d{4})?$)")
# "2014-17", where 17 is no month; in a date, 21 to 41 are seasons (EDTF).
_FIRST_SEASON = 21
_SHORT_RANGE = re.compile(r"(\d\d(\d\d))\s*-\s*(\d\d)")


class Range(NamedTuple):
    """The first and the last day of a work, as far as they are known."""

    start: PartialDate
    end: PartialDate


def year_text(fields: Mapping[str, str]) -> str:
    """Return the year as printed, also "2014–2017" or "in press"; ``""`` if there is none."""
    if _YEARS.fullmatch(year := fields.get("year", "")) and is_number(year):
        # What almost all have, and is read again and again.
        return year
    if is_number(year):
        text = _COPYRIGHT.sub("", str(rich(_LETTER.sub("", year))))
        if year.startswith("\\bibstring"):
            # A state that a sentence ends with.
            text = text[:1].lower() + text[1:]
        text = _SHORT_RANGE.sub(_range_of_years, _TO_YEAR.sub("–", text))
        # Only ``date`` should hold a whole date; in a CV the year is enough.
        text = _WHOLE_DATE.sub(r"\1", text).strip()
        return state[1] if (state := _STATE.fullmatch(text)) else text
    for name in ("date", "eventdate"):
        typed = str(rich(fields.get(name, "")))
        if (short := _SHORT_RANGE.fullmatch(typed)) and int(short[3]) < _FIRST_SEASON:
            text = _range_of_years(short)
            return text if "–" in text else short[1]
        first, slash, last = _TO_YEAR.sub("/", typed).partition("/")
        years = [match[0] if match else "" for match in map(_YEARS.search, (first, last))]
        is_open = any(end.strip(" .") == "" for end in (first, last))
        if slash and any(years) and years[0] != years[1] and (all(years) or is_open):
            # An open end: "2019/", "../2019".
            return "–".join(years)
        if any(years):
            return years[0] or years[1]
    return ""


def _range_of_years(match: re.Match[str]) -> str:
    is_range = int(match[3]) > max(_MOST_MONTHS, int(match[2]))
    return f"{match[1]}–{match[3]}" if is_range else match[0]


def with_dashes(text: str) -> str:
    """Return a text with an en dash between the days in it."""
    return _DAYS.sub(lambda days: f"{days[1] or days[2] or days[3]}–", text)


_REPRINT = re.compile(r"\d{4}\s*/\s*\d{4}|[\[(]\d{4}[\])]\s*\d{4}")


def year_number(fields: Mapping[str, str]) -> int | None:
    """Return the year (the last one of a range), or None."""
    years = _YEARS.findall(year_text(fields))
    text = year_text(fields)
    if not years:
        return None
    if short := re.fullmatch(r"(\d\d)\d\d–(\d\d)", text):
        return int(short[1] + short[2])
    # "2020/2021" is an academic year, and listed by its start; of "1965/2005" and "[1965] 2005",
    # the first is that of the original.
    is_reprint = _REPRINT.fullmatch(text) and int(years[-1]) > int(years[0]) + 1
    return int(years[-1] if "–" in text or is_reprint else years[0])


def date_of(fields: Mapping[str, str]) -> Range | None:
    """Return the known part of the date, None without a year in digits."""
    year = fields.get("year", "")
    typed = (fields.get("date"), year if _WHOLE_DATE.match(year) else "", fields.get("eventdate"))
    for text in filter(None, typed):
        ends = _DAYS_OF_MONTH.sub(r"\1\2/\1\3", text).split("/")[:2]
        dates = [_partial(match) for match in map(_ISO.search, ends) if match]
        if dates and None not in dates:
            start, end = dates[0], dates[-1]
            if start and end and not (year_only(start) and fields.get("month")):
                return Range(*sorted((start, end), key=_order))
    number = year_number(fields)
    if number is None:
        return None
    months = months_of(fields.get("month", ""), fields.get("day", ""))
    found = [PartialDate(number, month, day) for month, day in months] or [PartialDate(number)]
    return Range(found[0], max(found, key=_order))


def year_only(date: PartialDate) -> bool:
    """Whether only the year of a date is known."""
    return not date.month


def rank(fields: Mapping[str, str]) -> tuple[int, int, int]:
    """Return year, month and day of the end, 0 for unknown parts; lists are sorted by these."""
    number = year_number(fields)
    dates = date_of(fields)
    if number is None:
        return 0, 0, 0
    if dates is None or dates.end.year != number:
        return number, 0, 0
    return number, dates.end.month, dates.end.day


def printed_date(fields: Mapping[str, str], language: str) -> str:
    """Return the full date in *language*, or the year as typed."""
    dates, year = date_of(fields), year_text(fields)
    # "May 2021" and "2016 [forthcoming]" stay as they are.
    if dates is None or year_only(dates.start) or not re.fullmatch(r"\d{4}(?:–(?:\d{4})?)?", year):
        return year
    text = format_dates(
        Dates(spans=(Span(start=dates.start, end=dates.end),)), language, DateWords()
    )
    goes_on = "–" if year.endswith("–") else ""
    return re.sub(r"(?<=\d)\s*–\s*(?=\d)", "–", text) + goes_on


@functools.lru_cache(maxsize=1000)
def months_of(typed: str, day: str = "") -> list[tuple[int, int]]:
    """Return the months as typed, each with its day or 0: "may", "MAR 12", "13--18 Jul", "5/6"."""
    text = re.sub(r"[~{}\\.,]", " ", typed).casefold()
    tokens = re.findall(r"[^\W\d_]+|\d+", text)
    if any(token in _months() for token in tokens):
        found = _named_months(tokens)
    elif all(map(str.isdecimal, tokens)):
        found = _numbered_months(list(map(int, tokens)), several=bool(re.search(r"[/-]", typed)))
    else:
        # "1st quarter", "Spring".
        found = []
    days = [int(number) for number in re.findall(r"\d+", day) if int(number) <= _MOST_DAYS]
    if len(found) == 1 and days:
        found = [(found[0][0], number) for number in days]
    return [(month, day) for month, day in found if _is_in_calendar(month, day)][:2]


def _named_months(tokens: list[str]) -> list[tuple[int, int]]:
    """Return the months of "May 3-5" and "30 May - 2 June": days stand on one side of each."""
    turned = tokens[0].isdecimal()
    found: list[tuple[int, list[int]]] = []
    for token in reversed(tokens) if turned else tokens:
        if month := _months().get(token):
            found.append((month, []))
        elif found and token.isdecimal() and 1 <= int(token) <= _MOST_DAYS:
            found[-1][1].append(int(token))
    dated = [(month, day) for month, days in found for day in days or [0]]
    return dated[::-1] if turned else dated


def _numbered_months(numbers: list[int], *, several: bool) -> list[tuple[int, int]]:
    """Return the months of "5/6" (*several*), or of "5" and "5 12", a month and its day."""
    if several:
        return [(number, 0) for number in numbers if 1 <= number <= _MOST_MONTHS]
    month, day = [*numbers, 0, 0][:2]
    return [(month, day if day <= _MOST_DAYS else 0)] if 1 <= month <= _MOST_MONTHS else []


def _is_in_calendar(month: int, day: int) -> bool:
    # In a leap year.
    return not day or _exists(PartialDate(2000, month, day))


@functools.cache
def _months() -> dict[str, int]:
    """Return the months by the names and abbreviations in use."""
    months = {}
    for language in _LANGUAGES:
        for number, name in locale_of(language).months["format"]["wide"].items():
            word = name.casefold()
            months[word] = number
            months.setdefault(word[:_LONGEST_ABBREVIATION], number)
            months.setdefault(word[: _LONGEST_ABBREVIATION + 1], number)
    return months


def _order(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day


def _partial(match: re.Match[str]) -> PartialDate | None:
    year, month, day = (int(part or 0) for part in match.groups())
    # 21 to 41 stand for seasons and quarters.
    date = PartialDate(year, month, day) if month <= _MOST_MONTHS else PartialDate(year)
    return date if _exists(date) else None


def _exists(date: PartialDate) -> bool:
    try:
        date.first()
    except ValueError:
        return False
    return True
