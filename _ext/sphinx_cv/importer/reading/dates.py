"""Dates as people type them elsewhere, as options of ours; no word of them is lost."""

from __future__ import annotations

import re

from sphinx_cv.model.dates.reader import read_dates, read_range

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january janvier enero januari gennaio",
            "feb febr februar february février fevrier febrero februari febbraio",
            "mar mär märz mrz march mars marzo maart",
            "apr april avril abril aprile",
            "may mai mayo mei maggio maj",
            "jun juni june juin junio giugno",
            "jul juli july juillet julio luglio",
            "aug august août aout agosto augustus augusti",
            "sep sept september septembre septiembre settembre",
            "oct okt oktober october octobre octubre ottobre",
            "nov november novembre noviembre",
            "dec dez dezember december décembre decembre diciembre dicembre",
        ),
        1,
    )
    for name in names.split()
}
_NOW = re.compile(
    r"(?i)(?:present|now|current|currently|today|ongoing|heute|laufend|derzeit|aujourd.hui|présent|"
    r"actuel(?:lement)?|en cours|ce jour|actualidad|actual(?:mente)?|hoy|presente|oggi|attuale|"
    r"attualmente|in corso|atual(?:mente)?|hoje|heden|obecnie|至今|現在)\.?"
)
_TO = re.compile(
    r"\s*(?:-*[–—]|--+|\b(?:to|bis|à|au|hasta|até|tot)\b|\s-\s|(?<=\d{4})(?:-\s|\s-)|(?<=\d{4})-(?=\d{4}|\s*[^\W\d])|\s-$|(?<=\d{4})-$)\s*",
    re.IGNORECASE,
)
# Ranges whose first end lacks what both have in common: "27-31 May 2023", "May 27-31, 2023",
# "27 May - 2 June 2023", "May 27 - June 2, 2023", "May - June 2023".
_DAY, _MONTH = r"(\d{1,2})(?:st|nd|rd|th|\.)?", r"([^\W\d]{3,12})\.?"
_RANGE = r"\s*(?:-+|[–—]|\bto\b|\bbis\b|\buntil\b)\s*"
_SHARED = tuple(
    (re.compile(rf"(?i){pattern},?\s+(\d{{4}})"), start, end)
    for pattern, start, end in (
        (rf"{_DAY}{_RANGE}{_DAY}\s+{_MONTH}", "{0} {2} {3}", "{1} {2} {3}"),
        (rf"{_MONTH}\s+{_DAY}{_RANGE}{_DAY}", "{1} {0} {3}", "{2} {0} {3}"),
        (rf"{_DAY}\s+{_MONTH}{_RANGE}{_DAY}\s+{_MONTH}", "{0} {1} {4}", "{2} {3} {4}"),
        (rf"{_MONTH}\s+{_DAY}{_RANGE}{_MONTH}\s+{_DAY}", "{1} {0} {4}", "{3} {2} {4}"),
        (rf"{_MONTH}{_RANGE}{_MONTH}", "{0} {2}", "{1} {2}"),
    )
)
# An academic year; what may also be a month is one.
_YEARS = re.compile(r"(\d{4})/(\d{4}|1[3-9]|[2-9]\d)")
_SINCE = re.compile(r"(?i)(?:since|from|seit|depuis|desde|dal|sinds)\s+")
_TIME = re.compile(r"[T ]\d{2}:\d{2}.*$")


def options_of(start: str = "", end: str = "", date: str = "") -> tuple[dict[str, str], str]:
    """Return the options that say when, and what had to be changed for it, in words.

    A date that cannot be read is kept in its words, as the option ``date-text``.
    """
    start, end, date = start.strip(), end.strip(), date.strip()
    since = _SINCE.match(date)
    if since and one_date(date[since.end() :]):
        date = f"{date[since.end() :]} – present"
    if date and not start and not end:
        parts = _ends_of(date) or _TO.split(date, maxsplit=1)
        if one_date(date):
            return {"date": one_date(date)}, _told(date, one_date(date))
        if len(parts) == 2:  # noqa: PLR2004, from and to
            start, end = parts[0], parts[1] or "present"
        else:
            return {"date-text": date}, f'"{date}" is not a date that can be sorted by'
    begin, finish = one_date(start), "present" if _NOW.fullmatch(end) else one_date(end)
    typed = date or " – ".join(filter(None, (start, end)))
    if (start and not begin) or (end and not finish) or (finish == "present" and not begin):
        return {"date-text": typed}, f'"{typed}" is not a date that can be sorted by'
    told = _told(start, begin) or _told(end, finish)
    if begin and finish == begin:
        return {"date": begin}, told
    found = {name: value for name, value in (("start", begin), ("end", finish)) if value}
    if begin and not finish:
        found["end"] = "present"
    try:
        if found:
            read_range(found.get("start", ""), found.get("end", ""))
    except ValueError:
        return {"date-text": typed}, f'"{typed}" ends before it starts'
    return found, told


def _ends_of(text: str) -> list[str]:
    """Return both ends of a range that share a month or a year, each with all it needs."""
    if (match := _YEARS.fullmatch(text)) and int(match[1][-2:]) + 1 == int(match[2][-2:]):
        return [match[1], match[1][: -len(match[2])] + match[2]]
    for pattern, *ends in _SHARED:
        if match := pattern.fullmatch(text.strip(" .,")):
            found = [end.format(*match.groups()) for end in ends]
            return found if all(map(one_date, found)) else []
    return []


def is_date(text: str) -> bool:
    """Whether a text is a date or a range of dates, and nothing else."""
    found, _told = options_of(date=text)
    return bool(found) and "date-text" not in found


def one_date(text: str) -> str:
    """Return one date in a form of ours, ``""`` where it is none."""
    text = _TIME.sub("", text.strip().strip(".,"))
    for form in _forms(text):
        try:
            read_dates(form)
        except ValueError:
            continue
        return form
    return ""


def _forms(text: str) -> list[str]:
    """Return what a text may mean, the likeliest first."""
    found = []
    if re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", text):
        # A day that no calendar has leaves the month, a month that none has the year.
        found += [text, text[:7], text[:4]]
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})", text):
        found.append(f"{match[1]}-{int(match[2]):02}")
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{4})", text):
        found.append(f"{match[2]}-{int(match[1]):02}")
    if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        found.append(f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}")
    if match := re.fullmatch(
        r"([^\W\d]{3,12})\.?,?[\s/]+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})", text
    ):
        found += _month(match[3], match[1], match[2])
    if match := re.fullmatch(
        r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([^\W\d]{3,12})\.?,?\s+(\d{4})", text
    ):
        found += _month(match[3], match[2], match[1])
    if re.fullmatch(r"(?i)(?:spring|summer|fall|autumn|winter)\s+\d{4}(?:/\d{2,4})?", text):
        found.append(text.lower())
    if re.fullmatch(r"\d{4}(?:\s*,\s*\d{4})+", text):
        found.append(text)
    return found


def _month(year: str, month: str, day: str | None) -> list[str]:
    number = _MONTHS.get(month.lower())
    if not number:
        return []
    return [f"{year}-{number:02}-{int(day):02}" if day else f"{year}-{number:02}"]


def _told(typed: str, read: str) -> str:
    """Return what is lost of a date, in words."""
    digits = re.findall(r"\d+", _TIME.sub("", typed))
    lost = bool(read) and read != "present" and len(digits) > len(re.findall(r"\d+", read))
    return f'"{typed}" is no day of the calendar: read as {read}' if lost else ""
