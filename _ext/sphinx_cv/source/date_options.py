"""Reads the options that date an entry or a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.dates.reader import (
    PRESENT,
    doubt_of,
    read_date,
    read_dates,
    read_end,
    read_range,
)
from sphinx_cv.model.dates.values import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_cv.model.dates.values import Dates

    from .reader import OptionReader


def read_dates_of(options: OptionReader, ahead: str = "expected") -> tuple[Dates | None, str]:
    """Read the options of dates: the dates, or the text to show in their place.

    They are ``date``, or ``start`` and ``end`` or one of these, or ``date-text``. *ahead* is
    the flag that says that the end is still ahead.
    """
    flags = {"expected": options.flag(ahead), "full": options.flag("full-dates")}
    date, start, end = options.text("date"), options.text("start"), options.text("end")
    words = options.text("date-text")
    if date and (start or end):
        options.problem("date", 'write either "date" or "start" and "end"', options.line_of("date"))
    if words and (date or start or end):
        message = 'write either "date-text" or a date that can be read: the date counts'
        options.problem("date", message, options.line_of("date-text"))
    if start or end:
        return _range(options, start, end, ahead, **flags)
    if date:
        return _read(options, lambda: read_dates(date, **flags), "date", date)
    for name in (ahead, "full-dates"):
        if options.has(name):
            options.problem("date", f'"{name}" needs "start" and "end"', options.line_of(name))
    return None, words


def _range(
    options: OptionReader, start: str, end: str, ahead: str, *, expected: bool, full: bool
) -> tuple[Dates | None, str]:
    if expected and end in ("", PRESENT):
        options.problem(
            "date", f'"{ahead}" needs an end: write ":end: 2028"', options.line_of(ahead)
        )
        expected = False
    text = " – ".join(filter(None, (start, end)))
    if end == PRESENT and not start:
        message = f'"{PRESENT}" needs a start: add ":start: 2020"'
        options.problem("date", message, options.line_of("end"))
        return None, text
    bounds = (("start", start, read_date), ("end", end, read_end))
    faulty = [_is_faulty(options, *bound) for bound in bounds if bound[1]]
    if any(faulty):
        return None, text
    name = "end" if end else "start"
    return _read(options, lambda: read_range(start, end, expected=expected, full=full), name, text)


def _read(
    options: OptionReader, read: Callable[[], Dates], name: str, text: str
) -> tuple[Dates | None, str]:
    try:
        dates = read()
    except ValueError as error:
        # Where nobody knows what is meant, it may be words.
        words = f'":date-text: {text}"'
        if options.directive == "cv-lines":
            words = f'leave it empty and end the line with "| date-text={text}"'
        hint = f", or {words}" if str(error).endswith(FORMS) else ""
        options.problem("date", f"{error}{hint}", options.line_of(name))
        return None, text
    if name == "date" and (doubt := doubt_of(text)):
        options.problem("date", doubt, options.line_of(name))
    return dates, ""


def _is_faulty(options: OptionReader, name: str, text: str, read: Callable[[str], object]) -> bool:
    """Whether an end of a range holds no date, which is a problem."""
    try:
        read(text)
    except ValueError as error:
        options.problem("date", _meant(text) or str(error), options.line_of(name))
        return True
    return False


def _meant(text: str) -> str:
    """Say how to write at one end of a range what is more than one date."""
    try:
        read_dates(text)
    except ValueError:
        return ""
    return f'"{text}" is more than one date: write ":date: {text}" alone'
