"""The talks whose day is known as a calendar (RFC 5545), which others can subscribe to."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from sphinx_cv.l10n import _
from sphinx_cv.publications.offers import is_of_a_day

from .content_lines import address, document, escaped
from .items import said_besides, title_of, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.document.records import Record

    from .facts import Facts


def to_icalendar(facts: Facts) -> str:
    """Return the calendar; every line ends with a carriage return and a line feed."""
    return document(_lines(facts))


def _lines(facts: Facts) -> Iterator[tuple[str, str]]:
    name = escaped(": ".join(filter(None, (facts.profile.name, str(_("Talks"))))))
    yield "BEGIN", "VCALENDAR"
    yield "VERSION", "2.0"
    yield "PRODID", f"-//sphinx-cv//{facts.language.upper()}"
    yield "CALSCALE", "GREGORIAN"
    yield "METHOD", "PUBLISH"
    # RFC 7986 has the first, older programs read the second.
    yield "NAME", name
    yield "X-WR-CALNAME", name
    yield "URL", address(facts.base)
    talks = [record for record in facts.records("talk") if is_of_a_day(record.item)]
    # What is on two pages is one.
    for record in {uid(record, facts): record for record in talks}.values():
        yield from _event(record, facts)
    yield "END", "VCALENDAR"


def _event(record: Record, facts: Facts) -> Iterator[tuple[str, str]]:
    item = record.item
    days = _days(record)
    said = said_besides(record, facts.language)
    yield "BEGIN", "VEVENT"
    yield "UID", uid(record, facts)
    # When it was written is not known: the day itself depends on the sources alone.
    yield "DTSTAMP", f"{days[0]:%Y%m%d}T000000Z"
    yield "DTSTART;VALUE=DATE", f"{days[0]:%Y%m%d}"
    # The day after the last.
    yield "DTEND;VALUE=DATE", f"{days[1] + dt.timedelta(days=1):%Y%m%d}"
    yield "SUMMARY", escaped(title_of(item))
    yield "LOCATION", escaped(where(item))
    yield "DESCRIPTION", escaped(said)
    yield "URL", address(item.url or facts.address(record))
    yield "STATUS", "TENTATIVE" if item.dates and item.dates.expected else "CONFIRMED"
    yield "TRANSP", "TRANSPARENT"
    yield "END", "VEVENT"


def _days(record: Record) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a talk whose first day is known."""
    dates = record.item.dates
    if dates is None or dates.start is None:
        raise ValueError(f"no day is known of {record.item.label}")
    first = dates.start.first()
    last = dates.end.first() if dates.end and dates.end.day else first
    # The calendar ends with the year 9999.
    return first, min(max(first, last), dt.date.max - dt.timedelta(days=1))


def uid(record: Record, facts: Facts) -> str:
    """Return what names an event in every calendar, made of its facts and not of its place."""
    item = record.item
    told = (facts.profile.name, item.title, *item.places, item.dates.iso if item.dates else "")
    return f"{hashlib.sha256(chr(0).join(told).encode()).hexdigest()[:32]}@sphinx-cv"
