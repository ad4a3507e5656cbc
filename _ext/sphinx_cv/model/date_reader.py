"""Reads dates as people write them, and says what to write in place of what cannot be read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .dates import MARKS, SEASONS, Dates, PartialDate, Span, typed_date

if TYPE_CHECKING:
    from collections.abc import Iterator

PRESENT = "present"
# What people type for it.
_PRESENTS = frozenset(
    "present now today current currently ongoing heute jetzt aktuell aujourd'hui présent actuel "
    "actuellement presente actual actualidad hoy".split()
)
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

# What people type in place of a season, a mark or an open end.
_LOOSE_SEASON = re.compile(
    r"(?P<name>[^\W\d_]+)\.?(?:\s+term)?[\s,]*'?(?P<year>\d{4}|\d{2})(?:\s*[/–-]\s*(?P<next>\d{2,4}))?"
)
_LOOSE_NAMES = {
    **{name: name for name in SEASONS},
    **dict.fromkeys(("ss", "sose", "sommersemester", "sommer", "été", "verano"), "summer"),
    **dict.fromkeys(("ws", "wise", "wintersemester", "hiver", "invierno"), "winter"),
    **dict.fromkeys(("frühjahr", "frühling", "printemps", "primavera"), "spring"),
    **dict.fromkeys(("herbst", "automne", "otoño"), "fall"),
}
_ABOUT = re.compile(r"(?:ca?\.?|circa|about|around|approx\.?|um|vers)\s*(\d{4})", re.IGNORECASE)
_SINCE = re.compile(r"(?:since|from|seit|ab|depuis|desde)\s+(.+)|(.+?)\s*[-–—/]+", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|to|bis|jusqu.à|hasta)\s+(.+)|[-–—/]+\s*(.+)", re.IGNORECASE)
_LOOSE_BETWEEN = re.compile(r"\s*(?:--?|–|—|/|\bto\b|\bbis\b|\bà\b|\buntil\b)\s*")
_LOOSE_LIST = re.compile(r"\s*(?:[,;&+]|\band\b|\bund\b|\bet\b)\s*")
# Two digits up to this are a year after 2000.
_CENTURY = 50


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
    return Dates(spans=tuple(spans), expected=expected, full=full)


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
    if text.casefold() in _PRESENTS:
        raise ValueError(f'"{text}" is not a date: write {PRESENT}')
    return read_date(text)


def read_date(text: str) -> PartialDate:
    """Read one date: ``2023``, ``2023-05``, ``2023-05-12``, ``fall 2023``, ``2023-23``, ``2020~``.

    Raises ValueError with a sentence that says what to write.
    """
    mark = text[-1:] if text[-1:] in MARKS else ""
    body = text[: len(text) - len(mark)]
    if match := _SEASON.fullmatch(body):
        return _season(text, match, mark)
    try:
        date = PartialDate.parse(body)
    except ValueError as error:
        better = _better_date(text)
        raise ValueError(
            f'"{text}" is not a date: write {better}' if better else str(error)
        ) from None
    return replace(date, mark=mark)


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


def _correction(text: str) -> str:
    """Return the sentence that says what to write for dates that people type, else ``""``."""
    if text.casefold() in _PRESENTS:
        return f'"{text}" is not a date: write ":start: 2020" and ":end: {PRESENT}"'
    better = _better_part(text)
    if not better:
        parts = [_better_part(part) for part in _LOOSE_LIST.split(text)]
        better = ", ".join(parts) if len(parts) > 1 and all(parts) else ""
    return f'"{text}" is not a date: write {better}' if better and better != text else ""


def _better_part(text: str) -> str:
    """Return what to write for one date or range, ``""`` where nobody knows."""
    return next(filter(None, _guesses(text.strip())), "")


def _guesses(text: str) -> Iterator[str]:
    yield _better_date(text)
    yield _as_it_is(text)
    sides = [_better_date(side) for side in _LOOSE_BETWEEN.split(text)]
    if len(sides) == len(("start", "end")) and all(sides):
        separator = "-" if all(map(str.isdecimal, sides)) else "/"
        yield _as_it_is(separator.join(sides))
        if not re.search(r"-\d\d$", text, re.ASCII):
            yield _as_it_is(separator.join(reversed(sides)))
    for pattern, form in ((_SINCE, "{}/.."), (_UNTIL, "../{}")):
        match = pattern.fullmatch(text)
        date = _better_date(match[1] or match[2]) if match else ""
        yield form.format(date) if date else ""


def _as_it_is(text: str) -> str:
    try:
        _span(text)
    except ValueError:
        return ""
    return text


def _better_date(text: str) -> str:
    """Return what to write for one date, ``""`` where nobody knows."""
    try:
        PartialDate.parse(text)
    except ValueError:
        pass
    else:
        return text
    if date := typed_date(text):
        return date
    if re.fullmatch(r"'?\d\d", text, re.ASCII):
        return _full_year(text[-2:])
    if match := _ABOUT.fullmatch(text):
        return f"{match[1]}~"
    match = _LOOSE_SEASON.fullmatch(text)
    name = _LOOSE_NAMES.get(match["name"].casefold(), "") if match else ""
    if not match or not name:
        return ""
    year = _full_year(match["year"])
    return f"{name} {year}" + (f"/{match['next'][-2:]}" if match["next"] else "")


def _full_year(digits: str) -> str:
    """Return a year that may have been typed with two digits."""
    if len(digits) > 2:  # noqa: PLR2004
        return digits
    return f"{20 if int(digits) < _CENTURY else 19}{digits}"
