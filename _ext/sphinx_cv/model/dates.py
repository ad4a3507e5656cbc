"""Partial dates and ranges: parse, order, format.

A date is known to the year, the month or the day. The module never asks for today's date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, match_skeleton

PRESENT = "present"
# What people type for it.
_PRESENTS = frozenset(
    "present now today current currently ongoing heute jetzt aktuell aujourd'hui présent actuel "
    "actuellement presente actual actualidad hoy".split()
)
_RANGE = re.compile(
    r"(\d{4}[-\d]{0,6}?)\s*(?:--?|[–—/]|to|bis|à)\s*(\d{4}[-\d]{0,6}|\w+)", re.ASCII
)
FORMS = "write 2023, 2023-05 or 2023-05-12"

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# Forms that people type, tried only to name the right one in the message.
_TYPED = ("%B %Y", "%b %Y", "%Y/%m", "%Y-%m", "%m/%Y", "%d %B %Y", "%B %d, %Y", "%Y/%m/%d")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date to the year, month or day (ISO 8601 reduced precision).

    ``month`` and ``day`` are 0 where they are not known, so that dates order by what they say.
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2023``, ``2023-05`` or ``2023-05-12``.

        Raises ValueError with a sentence that says what to write.
        """
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f'"{text}" is not a date: {_nearest(text)}')
        parsed = cls(*(int(part or 0) for part in match.groups()))
        try:
            parsed.first()
            if "-00" in text:
                raise ValueError
        except ValueError:
            raise ValueError(f'"{text}" is not in the calendar: {FORMS}') from None
        return parsed

    def first(self) -> dt.date:
        """Return the first day that the date covers."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def last(self) -> dt.date:
        """Return the last day that the date covers."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def skeleton(self) -> str:
        """The CLDR skeleton that prints this precision in full words."""
        return "yMMMMd" if self.day else "yMMMM" if self.month else "y"

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class DateRange:
    """A date, or a range from ``start`` to ``end``.

    ``end`` is None for a range that lasts to the present; a single date has ``start == end``.
    ``expected`` marks an end that lies ahead; ``full`` prints the year at both ends.
    """

    start: PartialDate
    end: PartialDate | None
    expected: bool = False
    full: bool = False

    @property
    def sort_key(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """Orders ranges by their end, then their start; the present is last."""
        end = (
            (dt.MAXYEAR + 1, 0, 0)
            if self.end is None
            else (self.end.year, self.end.month, self.end.day)
        )
        return end, (self.start.year, self.start.month, self.start.day)

    @property
    def iso(self) -> str:
        """The range as an ISO 8601 interval, an open one ending in ``..``."""
        if self.start == self.end:
            return str(self.start)
        return f"{self.start}/{self.end or '..'}"


def single(date: PartialDate) -> DateRange:
    """Return the range that is one date."""
    return DateRange(start=date, end=date)


def between(start: str, end: str, *, expected: bool = False, full: bool = False) -> DateRange:
    """Read a range from its two ends, the second a date or ``present``.

    Raises ValueError with a sentence that says what to write.
    """
    first = PartialDate.parse(start)
    last = parse_end(end)
    if last is not None and _reversed(first, last):
        raise ValueError(f'the range ends ("{end}") before it starts ("{start}"): swap the two')
    return DateRange(start=first, end=last, expected=expected, full=full)


def parse_end(text: str) -> PartialDate | None:
    """Read the end of a range, None for ``present``.

    Raises ValueError with a sentence that says what to write.
    """
    if text == PRESENT:
        return None
    if text.casefold() in _PRESENTS:
        raise ValueError(f'"{text}" is not a date: write {PRESENT}')
    return PartialDate.parse(text)


def ends_of(text: str) -> tuple[str, str] | None:
    """Return the two ends of what is typed as a range, such as "2020 – 2021", else None."""
    match = _RANGE.fullmatch(text)
    try:
        if match and (PartialDate.parse(match[1]), parse_end(match[2])):
            return match[1], match[2]
    except ValueError:
        pass
    return None


@functools.cache
def format_range(dates: DateRange, language: str, *, present: str, expected: str) -> str:
    """Print *dates* in *language*, by the CLDR's own patterns for intervals.

    ``present`` and ``expected`` are those two words in that language.
    """
    text = _format_interval(dates, locale_of(language), present)
    # The CLDR sets thin spaces around the dash; a CV is searched as plain text.
    text = re.sub("[\u2009\u202f]", " ", text)
    return f"{text} ({expected})" if dates.expected else text


def _format_interval(dates: DateRange, locale: Locale, present: str) -> str:
    start, end = dates.start, dates.end
    if start == end:
        return _format(start, locale)
    if end is not None and not dates.full and start.skeleton == end.skeleton:
        return str(format_interval(start.first(), end.first(), start.skeleton, locale=locale))
    pattern: str = locale.interval_formats[None]
    return pattern.format(_format(start, locale), _format(end, locale) if end else present)


def _format(date: PartialDate, locale: Locale) -> str:
    # Babel's skeletons have no day with the month in full: they fall back on "Mar 12".
    if date.day:
        return str(format_date(date.first(), "long", locale=locale))
    return str(format_date(date.first(), _pattern(date.skeleton, locale), locale=locale))


@functools.cache
def _pattern(skeleton: str, locale: Locale) -> str:
    # What Babel's format_skeleton does, which compares all skeletons again for every date.
    known = locale.datetime_skeletons
    return str(known[match_skeleton(skeleton, known) or skeleton])


def locale_of(language: str) -> Locale:
    """Return Babel's locale for a Sphinx language code, English where it has none."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _reversed(start: PartialDate, end: PartialDate) -> bool:
    # "2020-05 to 2020" is right: only the precision that both have is compared.
    pairs = zip((start.year, start.month, start.day), (end.year, end.month, end.day), strict=True)
    for first, last in pairs:
        if not first or not last:
            return False
        if first != last:
            return first > last
    return False


def _nearest(text: str) -> str:
    for form in _TYPED:
        try:
            # Only the calendar is read from what was typed: no time zone is involved.
            date = dt.datetime.strptime(text.strip(), form).date()  # noqa: DTZ007
        except ValueError:
            continue
        return f"write {date.isoformat() if '%d' in form else date.isoformat()[:7]}"
    return FORMS
