"""Dates as a CV has them: to the year, season, month or day; ranges; and several of these.

What is typed is read by ``reader.py``, what is printed is made by ``format.py``. The
forms are those of EDTF (ISO 8601-2). The module never asks for today's date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import TypeAlias

from .typed import iso_date, typed_date

FORMS = "write 2023, 2023-05 or 2023-05-12"
# The seasons with their numbers in EDTF, and the months that they may reach over in the north.
SEASONS = {
    "spring": (21, 1, 6),
    "summer": (22, 4, 9),
    "fall": (23, 8, 12),
    "autumn": (23, 8, 12),
    "winter": (24, 1, 12),
}
# A winter of two years, as universities count it, lasts from October to March.
_TWO_YEARS = (10, 3)
# The months in which seasons begin: spring in March.
_FIRST_SEASON, _MONTHS = 20, 3
# Uncertain, approximate, both.
MARKS = ("?", "~", "%")

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

Key: TypeAlias = tuple[int, int, int]
_PRESENT: Key = (dt.MAXYEAR + 1, 0, 0)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date to the year, season, month or day (ISO 8601 reduced precision, EDTF).

    ``month`` and ``day`` are 0 where they are not known, so that dates order by what they say.
    ``season`` is one of ``SEASONS``; a winter of ``two_years`` ends in the next one. ``mark`` is
    one of ``MARKS``.
    """

    year: int
    month: int = 0
    day: int = 0
    season: str = ""
    two_years: bool = False
    mark: str = ""

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2023``, ``2023-05`` or ``2023-05-12``.

        Raises ValueError with a sentence that says what to write.
        """
        match = _ISO.fullmatch(text)
        if match is None:
            better = typed_date(text)
            raise ValueError(f'"{text}" is not a date: {f"write {better}" if better else FORMS}')
        year, month, day = (int(part or 0) for part in match.groups())
        parsed = cls(year, month, day)
        try:
            parsed.first()
            if "-00" in text:
                raise ValueError
        except ValueError:
            raise ValueError(f'"{text}" is not in the calendar: {FORMS}') from None
        return parsed

    @property
    def key(self) -> Key:
        """What dates order by."""
        if not self.season:
            return self.year, self.month, self.day
        if self.two_years:
            return self.year + 1, 1, 0
        return self.year, _MONTHS * (SEASONS[self.season][0] - _FIRST_SEASON), 0

    def __lt__(self, other: PartialDate) -> bool:
        return self.key < other.key

    @property
    def last_year(self) -> int:
        """The last year that the date names."""
        return self.key[0]

    def first(self) -> dt.date:
        """Return the first day that the date may cover."""
        month = self.month or 1
        if self.season:
            month = _TWO_YEARS[0] if self.two_years else SEASONS[self.season][1]
        return dt.date(self.year, month, self.day or 1)

    def last(self) -> dt.date:
        """Return the last day that the date may cover."""
        year, month = self.year, self.month or 12
        if self.two_years:
            year, month = year + 1, _TWO_YEARS[1]
        elif self.season:
            month = SEASONS[self.season][2]
        return dt.date(year, month, self.day or calendar.monthrange(year, month)[1])

    def __str__(self) -> str:
        season = f"-{SEASONS[self.season][0]}" if self.season else ""
        return f"{iso_date(self.year, self.month, self.day)}{season}{self.mark}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A date, or a range; a single date has ``start == end``.

    A ``start`` of None is not known ("until 2025"). An ``end`` of None is still to come: the
    range lasts to the ``present``, or is "since 2019".
    """

    start: PartialDate | None
    end: PartialDate | None
    present: bool = False

    @property
    def key(self) -> tuple[Key, Key]:
        """Orders spans by their end, then their start; the present is last."""
        start = self.start or self.end
        return self.end.key if self.end else _PRESENT, start.key if start else _PRESENT

    @property
    def is_exact(self) -> bool:
        """Whether neither end is uncertain or approximate."""
        return not any(date.mark for date in (self.start, self.end) if date)

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that it names; the last is ``MAXYEAR`` while it lasts."""
        first = self.start or self.end
        return first.year if first else dt.MINYEAR, self.end.last_year if self.end else dt.MAXYEAR

    @property
    def iso(self) -> str:
        """The span as an EDTF date or interval, an open end as ``..``."""
        return str(self.start) if self.start == self.end else self._ends("/", "..")

    @property
    def iso_in_set(self) -> str:
        """The span as a part of an EDTF set, whose open ends are left out."""
        return str(self.start) if self.start == self.end else self._ends("..", "")

    def _ends(self, separator: str, unknown: str) -> str:
        return separator.join(str(date) if date else unknown for date in (self.start, self.end))


@dataclass(frozen=True, kw_only=True, slots=True)
class Dates:
    """What an item says of its time: one span or several, the earliest first.

    ``expected`` marks an end that is still ahead; ``full`` prints the year at both ends.
    """

    spans: tuple[Span, ...]
    expected: bool = False
    full: bool = False

    @property
    def start(self) -> PartialDate | None:
        """The first date, None where it is not known."""
        return self.spans[0].start

    @property
    def end(self) -> PartialDate | None:
        """The last date, None where it is still to come."""
        return self.spans[-1].end

    @property
    def earliest(self) -> PartialDate:
        """The first date that is named."""
        return next(date for date in (self.start, self.spans[0].end) if date)

    @property
    def latest(self) -> PartialDate:
        """The last date that is named."""
        return next(date for date in (self.end, self.spans[-1].start) if date)

    @property
    def is_exact(self) -> bool:
        """Whether no date is uncertain or approximate."""
        return all(span.is_exact for span in self.spans)

    @property
    def sort_key(self) -> tuple[Key, ...]:
        """Orders by the last date, then by the start of its span; the present is last."""
        return *self.spans[-1].key, self.spans[0].key[1]

    @property
    def iso(self) -> str:
        """The dates as EDTF has them: an interval, or a set of several."""
        if len(self.spans) == 1:
            return self.spans[0].iso
        return f"{{{','.join(span.iso_in_set for span in self.spans)}}}"

    def meet(self, first: int, last: int) -> bool:
        """Whether one of the spans meets the years from *first* to *last*, 0 for an open end."""
        return any(
            start <= (last or dt.MAXYEAR) and end >= first
            for start, end in (span.years for span in self.spans)
        )


def single(date: PartialDate) -> Dates:
    """Return the dates that are one date."""
    return Dates(spans=(Span(start=date, end=date),))
