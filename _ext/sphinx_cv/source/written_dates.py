"""The ways to write one day: "1815-12-10", "10 December 1815", "le 10 déc. 1815", "12/10/1815"."""

from __future__ import annotations

import functools
import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from babel import Locale

from .readings import fold, gaps, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .readings import Reading

# The languages of month names by script. Loading a language takes time: a word that one group has
# is not looked up in the next.
_LANGUAGES = {
    "LATIN": (
        *("en", "de", "fr", "es", "it", "pt nl sv da nb"),
        """
        fi is pl cs sk sl hr hu ro lt lv et tr ca gl eu ga cy sq bs az id ms vi sw af eo
        """,
    ),
    "CYRILLIC": ("ru uk", "be bg sr mk"),
    "GREEK": ("el",),
    "ARMENIAN": ("hy",),
    "GEORGIAN": ("ka",),
    "HEBREW": ("he",),
    "ARABIC": ("ar fa",),
    "DEVANAGARI": ("hi",),
}
# What a language writes in one word with the month: "in".
_PREFIXES = {"he": "ב"}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MONTHS = range(1, 13)
_DAYS = range(1, 32)

# A day in a value of the profile.
_NUMBERS = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})\s?[-/.年년]\s?(?P<month>\d{1,2})\s?[-/.月월]\s?(?P<day>\d{1,2})(?!\d)"
    r"|(?P<first>\d{1,2})\s?[-/.]\s?(?P<second>\d{1,2})\s?[-/.]\s?(?P<last>\d{4})(?!\d))"
)
_WORDS = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[^\W\d]{0,3}[.,]?\s{0,4}(?:(?:of|de|d['’])\s?)?(?P<month>[^\W\d]{1,20})"
    r"[.,]{0,2}\s{0,4}(?:(?:of|de|del)\s)?(?P<year>\d{4})(?!\d)"
    r"|(?P<first>[^\W\d]{3,20})\.?\s{1,4}(?P<second>\d{1,2})[^\W\d]{0,2}[.,]?\s{1,4}(?P<last>\d{4})(?!\d)"
)

# The letters before and behind a year that may be part of its date.
_WINDOW = 40
# What follows the number of a day, and what joins the parts of a date.
_ORDINAL = "(?:st|nd|rd|th|er|re|de|me|eme|te|ten|ter|tes|ste|ni|[oaeyi])?"
_JOIN = "(?:of|ofthe|the|in|de|del|di|do|da|den|ta|d)?"
_BETWEEN_WORDS = re.compile(r"[\s./‐‑–'’|-]*")
_BEFORE_YEAR = re.compile(r"[\s.,/‐‑–'’|-]*")
_BETWEEN_NUMBERS = re.compile(r"\s*[-/.‐‑–−]\s*|\.?\s")
# Year, month and day in the east.
_YEAR, _MONTH = (f"(?:{han}|{fold(hangul)})?" for han, hangul in ("年년", "月월"))
_EAST = re.compile(f"年|月|{fold('년')}|{fold('월')}")


@functools.cache
def month_names(month: int, languages: tuple[str, ...]) -> frozenset[str]:
    """Return the names and abbreviations of a month from 1 to 12, folded, in some languages."""
    names = {_ROMAN[month - 1]}
    for language in languages:
        for forms in Locale.parse(language).months.values():
            called = {fold(forms[width][month]) for width in ("wide", "abbreviated")}
            names |= called | {_PREFIXES.get(language, "") + name for name in called}
    return frozenset(name for name in names if name and not name[0].isdigit())


def _groups(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of languages that are written in the letters of *word*."""
    script = unicodedata.name(word[:1] or " ", "").partition(" ")[0]
    return tuple(tuple(group.split()) for group in _LANGUAGES.get(script, ()))


def _months_called(word: str) -> list[int]:
    """Return the months that *word* is a name of."""
    for languages in _groups(word):
        if found := [month for month in _MONTHS if word in month_names(month, languages)]:
            return found
    return []


def days_in(text: str) -> set[tuple[int, int, int]]:
    """Return the days that *text* mentions, as year, month and day.

    Where the first number may be the day or the month, it is both.
    """
    days: set[tuple[int, int, int]] = set()
    for match in _NUMBERS.finditer(text):
        days |= _days_of(match)
    for match in _WORDS.finditer(text):
        year = int(match["year"] or match["last"])
        day, word = match["day"] or match["second"], match["month"] or match["first"]
        days |= {(year, month, int(day)) for month in _months_called(fold(word))}
    return {day for day in days if day[2] in _DAYS}


def without_days(text: str) -> str:
    """Return *text* with a blank for each date of numbers alone."""
    return _NUMBERS.sub(lambda match: " " if _days_of(match) else match[0], text)


def _days_of(match: re.Match[str]) -> set[tuple[int, int, int]]:
    """Return what a date of numbers can be."""
    if match["year"]:
        days = {(int(match["year"]), int(match["month"]), int(match["day"]))}
    else:
        year, first, second = (int(match[name]) for name in ("last", "first", "second"))
        days = {(year, second, first), (year, first, second)}
    return {day for day in days if day[1] in _MONTHS and day[2] in _DAYS}


class WrittenDay:
    """One day, however it is written: its year in four digits, its month in digits or a word."""

    def __init__(self, year: int, month: int, day: int) -> None:
        self._year = f"{year:04}"
        self._month = month
        days, months = f"0?{day}", f"0?{month}"
        self._numbers_before = re.compile(rf"{days}{months}$|(?P<american>{months}{days})$")
        self._numbers_behind = re.compile(rf"{_YEAR}{months}{_MONTH}{days}(?!\d)")
        self._day_first = re.compile(rf"{days}([^\W\d]{{1,30}})$")
        self._month_first = re.compile(rf"([^\W\d]{{1,30}})({days}{_ORDINAL})$")
        self._word_behind = re.compile(rf"([^\W\d]{{1,30}}){days}(?!\d)")

    def find(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Yield where the day is in the text of a reading: start and end."""
        at = reading.letters.find(self._year)
        while at >= 0:
            found = next(self._around(reading, at, at + len(self._year)), None)
            if found:
                yield reading.places[found[0]], reading.places[found[1] - 1] + 1
            at = reading.letters.find(self._year, found[1] if found else at + 1)

    def _around(self, reading: Reading, at: int, end: int) -> Iterator[tuple[int, int]]:
        before = reading.letters[max(at - _WINDOW, 0) : at]
        behind = reading.letters[end : end + _WINDOW]
        if match := self._numbers_before.search(before):
            found = at - len(before) + match.start(), end
            if _are_numbers(reading, *found, dotted=not match["american"]):
                yield found
        if match := self._numbers_behind.match(behind):
            found = at, end + match.end()
            if _are_numbers(reading, *found, compact=True):
                yield found
        yield from self._in_words(reading, at, end, before, behind)

    def _in_words(
        self, reading: Reading, at: int, end: int, before: str, behind: str
    ) -> Iterator[tuple[int, int]]:
        # Most words beside a day are no month, most days beside a word are of no date: what is
        # between them tells so before all names are asked for.
        if match := self._day_first.search(before):
            found = at - len(before) + match.start(), end
            if _are_words(reading, *found, year=at) and self._is_month(match[1]):
                yield found
        if match := self._month_first.search(before):
            day = at - len(before) + match.start(2)
            if _are_words(reading, day, end, year=at) and (name := self._ending(match[1])):
                found = day - len(name), end
                if _are_words(reading, *found, year=at):
                    yield found
        if match := self._word_behind.match(behind):
            found = at, end + match.end()
            if _are_words(reading, *found, year=at) and self._is_month(match[1]):
                yield found

    def _is_month(self, word: str) -> bool:
        names = "|".join(map(re.escape, self._names(word)))
        return bool(re.fullmatch(f"{_ORDINAL}{_JOIN}(?:{names}){_JOIN}", word))

    def _names(self, word: str) -> frozenset[str]:
        """Return the names of the month in the script of *word*."""
        return month_names(self._month, tuple(chain.from_iterable(_groups(word))))

    def _ending(self, word: str) -> str:
        """Return the longest name of the month that *word* ends with."""
        names = (name for name in self._names(word) if word.endswith(name))
        return max(names, key=len, default="")


def _are_numbers(
    reading: Reading, start: int, end: int, *, dotted: bool = True, compact: bool = False
) -> bool:
    """Whether the letters are a date in numbers; *dotted*, *compact*: what its form allows."""
    found = gaps(reading, start, end)
    if found is None or not _stands_alone(reading, start, end):
        return False
    marks = [mark for mark in map(visible, found) if mark]
    if _EAST.search(reading.letters, start, end):
        return not any(mark.strip() for mark in marks)
    if not marks:
        return compact
    return (
        len(marks) == 2  # noqa: PLR2004
        and marks[0].strip() == marks[1].strip()
        and all(map(_BETWEEN_NUMBERS.fullmatch, marks))
        and (dotted or "." not in marks[0])
    )


def _are_words(reading: Reading, start: int, end: int, *, year: int) -> bool:
    """Whether the letters are a date with the month as a word, its year at *year*."""
    found = gaps(reading, start, end)
    return (
        found is not None
        and all(
            (_BEFORE_YEAR if number == year else _BETWEEN_WORDS).fullmatch(visible(gap))
            for number, gap in enumerate(found, start + 1)
            if gap
        )
        and _stands_alone(reading, start, end)
    )


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """Whether the letters are not part of a longer number or word."""
    first, last = reading.places[start], reading.places[end - 1] + 1
    before, behind = (
        fold(reading.text[max(first - 1, 0) : first]),
        fold(reading.text[last : last + 1]),
    )
    is_longer_word = before.isalpha() and reading.letters[start].isalpha()
    return not (before.isdigit() or behind.isdigit() or is_longer_word)
