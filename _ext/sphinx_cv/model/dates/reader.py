"""Reads dates as people write them, and says what to write in place of what cannot be read."""

from __future__ import annotations

import re
from dataclasses import replace

from .guesses import PRESENTS, ahead, guess_date, guess_dates
from .values import MARKS, SEASONS, Dates, PartialDate, Span

PRESENT = "present"
_NAMES = {str(number): name for name, (number, *_months) in reversed(SEASONS.items())}
_SEASON = re.compile(
    rf"(?P<name>{'|'.join(SEASONS)})\s+(?P<year>\d{{4}})(?:/(?P<next>\d{{2}}|\d{{4}}))?"
    rf"|(?P<year_first>\d{{4}})-(?P<name_last>{'|'.join(SEASONS)}|2[1-4])",
    re.ASCII | re.IGNORECASE,
)
# What parts the two ends of a range; a hyphen does so before a year.
_BETWEEN = re.compile(
    r"\s*(?:/|\.\.|--|–|—|\s-\s|(?<=[\d?~%])-(?=\d{4}(?!\d)|present))\s*", re.ASCII
)
_SHORT_END = re.compile(r"\d{2}(?:-\d{2})?", re.ASCII)
_ISO_LENGTHS = {len("2023-05"), len("2023-05-12")}
_OPEN = ".."

# Digits that are not given, and the time of a day: what is left is a date of less precision.
_UNGIVEN = re.compile(r"(?:-XX){1,2}$|T\d{2}:\d{2}.*$")
# EDTF marks parts of a date; a CV doubts the whole.
_MARKED_PARTS = re.compile(r"[?~%]?\d{4}[?~%]?(?:-[?~%]?\d{2}[?~%]?){0,2}", re.ASCII)
# Seasons of EDTF that are likely two years: "2019-21".
_LIKE_YEARS = re.compile(r"\d{2}(\d{2})-(2[1-4])", re.ASCII)


def read_dates(text: str, *, expected: bool = False, full: bool = False) -> Dates:
    """Read a date, a range, or several of these, such as ``2019, 2021-2023``.

    Raises ValueError with a sentence that says what to write.
    """
    inner = text.strip()
    if inner.startswith("{") and inner.endswith("}"):
        inner = inner[1:-1]
    parts = [part.strip() for part in inner.split(",")]
    try:
        spans = sorted((_span(part) for part in parts), key=lambda span: span.key)
    except ValueError as error:
        raise ValueError(_correction(text.strip()) or str(error)) from None
    return Dates(spans=tuple(dict.fromkeys(spans)), expected=expected, full=full)


def read_range(
    start: str = "", end: str = "", *, expected: bool = False, full: bool = False
) -> Dates:
    """Read a range from its two ends, one of which may be missing.

    Raises ValueError with a sentence that says what to write.
    """
    first = read_date(start) if start else None
    last = read_end(end) if end else None
    if first and last and _is_reversed(first, last):
        raise ValueError(f'the range ends ("{end}") before it starts ("{start}"): swap the two')
    span = Span(start=first, end=last, present=end == PRESENT)
    return Dates(spans=(span,), expected=expected, full=full)


def read_end(text: str) -> PartialDate | None:
    """Read the end of a range, None for ``present``.

    Raises ValueError with a sentence that says what to write.
    """
    if text == PRESENT:
        return None
    if text.casefold() in PRESENTS:
        raise ValueError(f'"{text}" is not a date: write {PRESENT}')
    return read_date(text)


def read_date(text: str) -> PartialDate:
    """Read one date: ``2023``, ``2023-05``, ``2023-05-12``, ``fall 2023``, ``2023-23``, ``2020~``.

    Raises ValueError with a sentence that says what to write.
    """
    body, mark = _without_marks(_UNGIVEN.sub("", text))
    if match := _SEASON.fullmatch(body):
        return _season(text, match, mark)
    try:
        date = PartialDate.parse(body)
    except ValueError as error:
        better = guess_date(text)
        better = "" if better == text else better
        raise ValueError(
            f'"{text}" is not a date: write {better}' if better else str(error)
        ) from None
    return replace(date, mark=mark)


def _without_marks(text: str) -> tuple[str, str]:
    """Return a date without the marks of doubt at it or in it, and the mark of the whole."""
    mark = text[-1:] if text[-1:] in MARKS else ""
    if not _MARKED_PARTS.fullmatch(text):
        return text[: len(text) - len(mark)], mark
    marks = {each for each in text if each in MARKS}
    both = "%" if len(marks) > 1 or "%" in marks else "".join(marks)
    return re.sub(r"[?~%]", "", text), both


def _season(text: str, match: re.Match[str], mark: str) -> PartialDate:
    name = (match["name"] or match["name_last"]).lower()
    name = _NAMES.get(name, name)
    year = int(match["year"] or match["year_first"])
    two_years = match["next"] is not None
    follows = f"{year + 1:04}".endswith(match["next"] or "")
    if not year or (two_years and (name != "winter" or not follows)):
        better = f"winter {year}/{(year + 1) % 100:02}" if name == "winter" and year else ""
        raise ValueError(f'"{text}" is not a date: write {better or f"{name} {year or 2023}"}')
    return PartialDate(year, season=name, two_years=two_years, mark=mark)


def _span(text: str) -> Span:
    """Read a date or a range: ``2021-2023``, ``2018-05-02/04``, ``2019/..``, ``2021..2023``."""
    try:
        date = read_date(text)
    except ValueError as error:
        failed = error
    else:
        return Span(start=date, end=date)
    for at in _BETWEEN.finditer(text):
        sides = text[: at.start()], text[at.end() :]
        start, end = (side or (_OPEN if _OPEN in at[0] else "") for side in sides)
        try:
            return _between(start, end)
        except LookupError as error:
            raise ValueError(str(error.args[0])) from None
        except ValueError:
            continue
    raise failed


def _between(start: str, end: str) -> Span:
    """Read a range; LookupError says that it ends before it starts."""
    first = None if start == _OPEN else read_date(start)
    if end in (_OPEN, PRESENT) and first:
        return Span(start=first, end=None, present=end == PRESENT)
    if _SHORT_END.fullmatch(end) and len(start) in _ISO_LENGTHS and len(end) < len(start) - 2:
        end = start[: len(start) - len(end)] + end
    last = read_date(end)
    if first and _is_reversed(first, last):
        separator = "/" if "-" in start + end else "-"
        raise LookupError(
            f'"{start}{separator}{end}" ends before it starts: write {end}{separator}{start}'
        )
    return Span(start=first, end=last)


def _is_reversed(start: PartialDate, end: PartialDate) -> bool:
    # "2020-05 to 2020" is right: only the precision that both have is compared.
    pairs = zip(start.key, end.key, strict=True)
    for first, last in pairs:
        if not first or not last:
            return False
        if first != last:
            return first > last
    return False


def doubt_of(text: str) -> str:
    """Return the sentence for a date that was read, but likely means another, else ``""``.

    "2019-21" is a season in EDTF, and two years to people.
    """
    for part in map(str.strip, text.strip("{} ").split(",")):
        match = _LIKE_YEARS.fullmatch(part)
        if match and match[1] < match[2]:
            season, years = f"{_NAMES[match[2]]} {part[:4]}", f"{part[:4]}-{part[:2]}{match[2]}"
            return f'"{part}" is {season} in EDTF: write "{season}", or "{years}" for the years'
    return ""


def _correction(text: str) -> str:
    """Return the sentence that says what to write for dates that people type, else ``""``."""
    if text.casefold() in PRESENTS:
        return f'"{text}" is not a date: write ":start: 2020" and ":end: {PRESENT}"'
    if text.startswith("[") and (years := re.findall(r"\d{4}", text, re.ASCII)):
        several = f", or {', '.join(years)} for all of them" if years[1:] else ""
        return f'"{text}" is one of several dates: write {years[0]}?{several}'
    if (better := guess_dates(text, _is_read)) and better != text:
        return f'"{text}" is not a date: write {better}'
    if date := ahead(text):
        return f'"{text}" is not a date: write {date}, and ":expected:" or ":upcoming:" below'
    return ""


def _is_read(text: str) -> bool:
    try:
        return all(_span(part.strip()) for part in text.split(","))
    except ValueError:
        return False
