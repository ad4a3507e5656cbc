"""What people type in place of ISO dates, read to name the right form in a message.

Months are known in the languages below, by their names and abbreviations.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

from babel import Locale

# Where two of them have one word for different months, the first counts.
_LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "sv", "nb")
# Spellings that the CLDR does not have.
_SPELLINGS = {
    "sept": 9,
    "maerz": 3,
    "jaenner": 1,
    "jänner": 1,
    "setiembre": 9,
    "fevrier": 2,
    "aout": 8,
}
_SHORTEST = 3
_MOST_MONTHS, _MOST_DAYS = 12, 31
# Two digits up to this are a year after 2000.
_CENTURY = 50

_WORD = r"(?P<month>[^\W\d_]{3,}?)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<year>\d{4}|'\d{2})"
_OF = r"(?:(?:of|de|del|do|di|van)\s+)?"
_NUMBER = r"(?P<number>\d{1,2})"
_FORMS = tuple(
    re.compile(rf"(?:(?:the|le|el|den|am|on)\s+)?{form}", re.IGNORECASE)
    for form in (
        rf"{_WORD}(?:\s*[,/-]\s*|\s+{_OF}|\s*){_YEAR}",
        rf"{_YEAR}[\s-]+{_WORD}",
        rf"{_DAY}\s*{_OF}{_WORD}\s*,?\s*{_OF}{_YEAR}",
        rf"{_WORD}\s+{_DAY}(?:\s*,\s*|\s+){_YEAR}",
        rf"{_YEAR}[/.-]{_NUMBER}(?:[/.-]{_DAY})?",
        rf"{_NUMBER}[/.-]{_YEAR}",
        rf"(?P<day>\d{{1,2}})\.\s*{_NUMBER}\.\s*{_YEAR}",
        rf"{_YEAR}年(?:{_NUMBER}月(?:{_DAY}日)?)?",
    )
)
# Of two numbers, one that is no month is the day.
_SLASHED = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})")
# Parts of a range, each of which says less than the whole: "May 12" of "May 12 - June 3, 2023".
_PARTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        _WORD,
        _DAY,
        rf"{_WORD}\s+{_DAY}",
        rf"{_DAY}\s*{_OF}{_WORD}",
        rf"{_DAY}\s*,\s*{_YEAR}",
    )
)


class Typed(NamedTuple):
    """A date as far as it was typed, 0 for what was not."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        """The date in the form of ISO 8601."""
        return iso_date(*self)


def iso_date(year: int, month: int = 0, day: int = 0) -> str:
    """Return a date in the form of ISO 8601, as far as it is known: 0 is for what is not."""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def plain(text: str) -> str:
    """Return *text* with usual digits and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").split())


def typed_date(text: str) -> str:
    """Return the ISO form of a date that people type, such as "May 2023", else ``""``."""
    found = _typed(plain(text), _FORMS)
    return found.iso if found and found.year else ""


def typed_range(start: str, end: str) -> str:
    """Return the range of two parts, each of which may say less than a date, else ``""``."""
    first = _typed(start, (*_FORMS, *_PARTS))
    last = _typed(end, (*_FORMS, *_PARTS))
    if not first or not last or not last.year or (last.day and not last.month and not first.month):
        return ""
    month = last.month or (first.month if last.day else 0)
    last = last._replace(month=month)
    first = first._replace(
        year=first.year or last.year, month=first.month or (last.month if first.day else 0)
    )
    return f"{first.iso}/{last.iso}"


def full_year(digits: str) -> str:
    """Return a year that may have been typed with two digits."""
    digits = digits.removeprefix("'")
    if len(digits) > 2:  # noqa: PLR2004
        return digits
    return f"{20 if int(digits) < _CENTURY else 19}{digits}"


def _typed(text: str, forms: tuple[re.Pattern[str], ...]) -> Typed | None:
    if match := _SLASHED.fullmatch(text):
        return _slashed(*map(int, match.groups()))
    for form in forms:
        match = form.fullmatch(text)
        if not match:
            continue
        said = match.groupdict()
        month = int(said.get("number") or 0) or _months().get(
            (said.get("month") or "").casefold(), 0
        )
        is_named = not (said.get("month") or said.get("number")) or 0 < month <= _MOST_MONTHS
        day = int(said.get("day") or 0)
        if is_named and day <= _MOST_DAYS:
            return Typed(int(full_year(said["year"])) if said.get("year") else 0, month, day)
    return None


def _slashed(first: int, second: int, year: int) -> Typed | None:
    for month, day in ((first, second), (second, first)):
        if month <= _MOST_MONTHS < day <= _MOST_DAYS:
            return Typed(year, month, day)
    return None


@functools.cache
def _months() -> dict[str, int]:
    """Return the months by what people call them."""
    months = dict(_SPELLINGS)
    for language in _LANGUAGES:
        forms = Locale(language).months["format"]
        for width in ("wide", "abbreviated"):
            for number, name in forms[width].items():
                word = name.casefold().rstrip(".")
                months.setdefault(word, number)
                months.setdefault(word[:_SHORTEST], number)
    return months
