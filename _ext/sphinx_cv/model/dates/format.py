"""Prints dates in a language, by the CLDR's own patterns for dates and intervals."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.dates import format_date, format_interval, match_skeleton

from sphinx_cv.model.languages import locale_of
from sphinx_cv.model.punctuation import in_brackets, list_comma

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from babel import Locale

    from .values import Dates, PartialDate, Span

# How much of a date is printed: with months in full, with short months, or the years alone.
STYLES = ("long", "short", "year")
# The CLDR's English months that writers of English do not cut like this.
_ENGLISH = {"Jun": "June", "Jul": "July", "Sep": "Sept"}
# The Chinese word for the present holds the sign of a range: 2020年至今.
_TO = "至"
# A day in a pattern of the CLDR.
_DAY = re.compile(r"(?<![a-zA-Z'])d(?![a-zA-Z'])")
_DASH = re.compile(r"\s*–\s*")


@dataclass(frozen=True, kw_only=True, slots=True)
class DateWords:
    """The words at dates, in the language of the build.

    ``since``, ``until``, ``about`` and those of the seasons hold one ``%s`` for a date or year;
    ``expected`` is what an end that is still ahead is called.
    """

    present: str = "present"
    expected: str = "expected"
    since: str = "since %s"
    until: str = "until %s"
    about: str = "ca. %s"
    spring: str = "Spring %s"
    summer: str = "Summer %s"
    fall: str = "Fall %s"
    autumn: str = "Autumn %s"
    winter: str = "Winter %s"


@functools.cache
def format_dates(dates: Dates, language: str, words: DateWords, style: str = "long") -> str:
    """Print *dates* in *language* and *style*, which is one of ``STYLES``."""
    locale = locale_of(language)
    full = dates.full and style == "long"
    said = {_span(span, locale, words, style, full=full): span for span in dates.spans}
    texts = [*(_terms(said, words) if style == "short" else said)]
    comma = list_comma(language)
    if any(comma in text for text in texts):
        # "October 3, 2026; October 4, 2027"
        comma = "; "
    # The CLDR sets thin spaces around the dash; a CV is searched as plain text.
    text = re.sub("[\u2009\u202f]", " ", comma.join(texts))
    return text + in_brackets(words.expected, language) if dates.expected else text


def _terms(said: Mapping[str, Span], words: DateWords) -> Iterator[str]:
    """Yield the texts, without a season that the one before has as well: "Fall 2013, 2015"."""
    before = ""
    for text, span in said.items():
        season = span.start.season if span.start and span.start == span.end else ""
        word = str(getattr(words, season)).removesuffix("%s") if season else ""
        yield text.removeprefix(word) if season == before else text
        before = season


def _span(span: Span, locale: Locale, words: DateWords, style: str, *, full: bool) -> str:
    start, end = span.start, span.end
    if start is None:
        return words.until % _date(end, locale, words, style) if end else ""
    if end is None and not span.present:
        return words.since % _date(start, locale, words, style)
    first = _date(start, locale, words, style)
    last = _date(end, locale, words, style) if end else words.present
    if first == last:
        return first
    plain = end is not None and not any(date.season or date.mark for date in (start, end) if date)
    if end and plain and _precision(start) == _precision(end):
        if not full:
            return _interval(start, end, locale, style)
        if whole := _whole_interval(start, end, locale):
            return whole
    pattern: str = "{}{}" if last.startswith(_TO) else locale.interval_formats[None]
    text = pattern.format(first, last)
    # Both sides are one word.
    return _DASH.sub("–", text) if " " not in first + last else text


def _precision(date: PartialDate) -> int:
    return bool(date.month) + bool(date.day)


def _interval(start: PartialDate, end: PartialDate, locale: Locale, style: str) -> str:
    """Print a range of two dates that are known to the same precision."""
    if style == "year" or not start.month:
        text = str(format_interval(start.first(), end.first(), "y", locale=locale))
        closed = True
    elif not start.day:
        skeleton = "yMMMM" if style == "long" else "yMMM"
        text = str(format_interval(start.first(), end.first(), skeleton, locale=locale))
        closed = start.year == end.year
    else:
        text = _interval_of_days(start, end, locale, style)
        closed = (start.year, start.month) == (end.year, end.month)
    text = _shortened(text, locale, style)
    return _DASH.sub("–", text) if closed and locale.language == "en" else text


def _whole_interval(start: PartialDate, end: PartialDate, locale: Locale) -> str:
    """Print a range as one of two years is, ``""`` where the CLDR has no form for it.

    The two dates are as they are by themselves, the sign between them is that of such a range.
    """
    pieces = locale.interval_formats.get("yMMMMd" if start.day else "yMMMM", {}).get("y")
    return _of_pieces(start, end, pieces, locale) if start.month and pieces else ""


def _of_pieces(start: PartialDate, end: PartialDate, pieces: Sequence[str], locale: Locale) -> str:
    dates = (start.first(), end.first())
    return "".join(
        _by_pattern(date, piece, locale) for date, piece in zip(dates, pieces, strict=True)
    )


def _interval_of_days(start: PartialDate, end: PartialDate, locale: Locale, style: str) -> str:
    # Few languages have intervals of days with the month in full: those with a short one serve.
    patterns = locale.interval_formats
    own = patterns.get("yMMMMd") if style == "long" else None
    skeletons = own or patterns.get("yMMMd")
    field = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    if not skeletons or field not in skeletons:
        return str(format_interval(start.first(), end.first(), "yMMMd", locale=locale))
    pieces = skeletons[field]
    if style == "long" and not own:
        pieces = [re.sub(r"(?<![ML])([ML])\1{2}(?![ML])", r"\g<0>\1", piece) for piece in pieces]
    return _of_pieces(start, end, pieces, locale)


def _date(date: PartialDate | None, locale: Locale, words: DateWords, style: str) -> str:
    if date is None:
        return words.present
    if date.season and style != "year":
        year = _year(date, locale)
        text = str(getattr(words, date.season)) % year
    elif style == "year" or not date.month:
        text = _year(date, locale)
    elif not date.day:
        text = _by_skeleton(date, "yMMMM" if style == "long" else "yMMM", locale)
    # Babel's skeletons have no day with the month in full: they fall back on "Mar 12".
    elif style == "long":
        text = _by_pattern(date.first(), locale.date_formats["long"].pattern, locale)
    else:
        text = _by_skeleton(date, "yMMMd", locale)
    text = _shortened(text, locale, style)
    if date.mark in ("?", "%"):
        text = f"{text}?"
    return words.about % text if date.mark in ("~", "%") else text


def _year(date: PartialDate, locale: Locale) -> str:
    text = _by_skeleton(date, "y", locale)
    return f"{text}/{(date.year + 1) % 100:02}" if date.two_years else text


def _shortened(text: str, locale: Locale, style: str) -> str:
    if style != "short" or locale.language != "en":
        return text
    return re.sub(r"\b(?:Jun|Jul|Sep)\b", lambda match: _ENGLISH[match[0]], text)


def _by_skeleton(date: PartialDate, skeleton: str, locale: Locale) -> str:
    return _by_pattern(date.first(), _pattern(skeleton, locale), locale)


def _by_pattern(date: dt.date, pattern: str, locale: Locale) -> str:
    if locale.language == "fr" and date.day == 1:
        # The one ordinal number in a French date, which the CLDR does not write.
        pattern = _DAY.sub("d'er'", pattern)
    return str(format_date(date, pattern, locale=locale))


@functools.cache
def _pattern(skeleton: str, locale: Locale) -> str:
    # What Babel's format_skeleton does, which compares all skeletons again for every date.
    known = locale.datetime_skeletons
    return str(known[match_skeleton(skeleton, known) or skeleton])
