"""Guesses what was meant by dates that cannot be read, for the message that says what to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .typed import full_year, plain, typed_date, typed_range
from .values import SEASONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What people type for "present".
PRESENTS = frozenset(
    "present now today current currently ongoing date heute jetzt aktuell aujourd'hui présent "
    "actuel actuellement presente actual actualidad hoy atual atualmente hoje oggi attuale "
    "heden nu nå idag".split()
)
_NAMES = {
    **{name: name for name in SEASONS},
    **dict.fromkeys(
        (
            "ss",
            "sose",
            "sommersemester",
            "sommer",
            "été",
            "ete",
            "verano",
            "verão",
            "estate",
            "zomer",
        ),
        "summer",
    ),
    **dict.fromkeys(("ws", "wise", "wintersemester", "hiver", "invierno", "inverno"), "winter"),
    **dict.fromkeys(("frühjahr", "frühling", "printemps", "primavera"), "spring"),
    **dict.fromkeys(
        ("herbst", "automne", "otoño", "michaelmas", "outono", "autunno", "herfst"), "fall"
    ),
}
_SEASON = re.compile(
    r"(?P<name>[^\W\d_]+)\.?(?:\s+(?:term|semester|quarter))?[\s,]*(?:(?:de|of|do|di)\s+)?"
    r"'?(?P<year>\d{4}|\d{2})(?:\s*[/–-]\s*(?P<next>\d{2,4}))?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[\s,]+(?P<name>[^\W\d_]+)(?P<next>)")
_PARTS_OF_YEARS = re.compile(r"(?:(?P<half>H[12])|(?P<quarter>Q[1-4]))", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:(?:ca?\.?|circa|about|around|approx\.?|um|vers|hacia|~)\s*(?P<year>\d{4})"
    r"|(?P<last>\d{4}) (?:ca\.?|circa))",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(r"\??\s*(\d{4})\s*\(?\?\)?")
_DECADE = re.compile(r"(?:the )?(\d{3})(?:0['s]+|X)", re.IGNORECASE)
_FROM = r"(?:from|von|de|du|desde|del|between)"
_SINCE = re.compile(
    r"(?:since|from|seit|ab|depuis|dès|desde|dal|sinds|sedan|siden)\s+(.+)|(.+?)\s*[-–—/]+",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:until|till?|to|through|by|bis|jusqu'(?:en|à|au)|hasta|até|fino al?|tot)\s*(.+)"
    r"|[-–—/]+\s*([^0].*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:--?|–|—|/)\s*|\s+(?:to|till|until|through|bis|à|au|a|al|hasta|até|tot|til)\s+",
    re.IGNORECASE,
)
_AND = r"\b(?:and|und|et|y|e|en|och|og)\b"
_LISTS = (rf"\s*(?:[;&+]|{_AND})\s*", rf"\s*(?:[,;&+]|{_AND})\s*")
_ACADEMIC = re.compile(
    r"(?:(?:academic|school) year|AY)\s+(\d{2})(\d{2})\s*[-–/]\s*(?:\d{2})?(\d{2})", re.IGNORECASE
)
_NUMBERS = re.compile(r"\d+[-/.]\d+[-/.]\d+")
_AHEAD = re.compile(r"\(?(expected|anticipated|upcoming)\)?", re.IGNORECASE)


def guess_dates(text: str, is_read: Callable[[str], bool]) -> str:
    """Return the likeliest that was meant by *text* and *is_read*, ``""`` where nobody knows."""
    text = plain(text)
    if _NUMBERS.fullmatch(text):
        return typed_date(text)
    if match := _ACADEMIC.fullmatch(text):
        return "{0}{1}-{0}{2}".format(*match.groups())

    def best(part: str) -> str:
        return next((guess for guess in _guesses(part) if guess and is_read(guess)), "")

    if whole := best(text):
        return whole
    for pattern in _LISTS:
        parts = re.split(pattern, text)
        found = [_season_of_list(part, parts[-1]) or best(part) for part in parts]
        if len(parts) > 1 and all(found):
            return ", ".join(found)
    return ""


def guess_date(text: str) -> str:
    """Return what to write for one date, ``""`` where nobody knows."""
    if re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", text, re.ASCII):
        return text
    if date := typed_date(text):
        return date
    if re.fullmatch(r"'?\d\d", text, re.ASCII):
        return full_year(text[-2:])
    if match := _ABOUT.fullmatch(text):
        return f"{match['year'] or match['last']}~"
    if match := _DOUBTFUL.fullmatch(text):
        return f"{match[1]}?"
    return _season(text)


def ahead(text: str) -> str:
    """Return the date of "2027 (expected)" without what an option says, else ``""``."""
    rest, found = _AHEAD.subn("", plain(text))
    return guess_date(rest.strip(" ,")) if found else ""


def _season(text: str) -> str:
    match = _SEASON.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    name = _NAMES.get(match["name"].casefold(), "") if match else ""
    if not match or not name:
        return ""
    year = full_year(match["year"])
    if name != "winter" and match["next"] and int(match["next"]) % 100 != int(year) % 100 + 1:
        # A range of years.
        return ""
    # A winter alone is one of two years.
    following = f"/{(int(year) + 1) % 100:02}" if match["next"] and name == "winter" else ""
    return f"{name} {year}{following}"


def _guesses(text: str) -> Iterator[str]:
    """Yield what one date or range may mean, the likeliest first; not all can be read."""
    yield guess_date(text)
    yield text
    if match := _DECADE.fullmatch(text):
        yield f"{match[1]}0-{match[1]}9"
    yield _part_of_year(text)
    bare = re.sub(rf"^{_FROM}\s+", "", text, flags=re.IGNORECASE)
    for at in _BETWEEN.finditer(bare):
        yield from _range(bare[: at.start()].strip(), bare[at.end() :].strip())
    for pattern, form in ((_SINCE, "{}/.."), (_UNTIL, "../{}")):
        match = pattern.fullmatch(text)
        date = guess_date((match[1] or match[2]).strip()) if match else ""
        yield form.format(date) if date else ""


def _range(start: str, end: str) -> Iterator[str]:
    """Yield what a range between two texts may be, also the other way round."""
    if end.casefold() in PRESENTS and (date := guess_date(start)):
        yield f"{date}-present" if date.isdecimal() else f"{date}/present"
    first, last = guess_date(start), guess_date(end)
    if start.casefold() in _NAMES and last and " " in last:
        # "spring/fall 2023"
        yield f"{_NAMES[start.casefold()]} {last.rpartition(' ')[2]}, {last}"
    yield typed_range(start, end)
    if " " in first and last.isdecimal():
        # "fall 2019-2024"
        yield f"{first}/{first.partition(' ')[0]} {last}"
    if first and last:
        separator = "-" if first.isdecimal() and last.isdecimal() else "/"
        yield f"{first}{separator}{last}"
        # "2023-05" has no other way round.
        if len(end) > 2:  # noqa: PLR2004
            yield f"{last}{separator}{first}"


def _part_of_year(text: str) -> str:
    """Return the months of a quarter or a half of a year, else ``""``."""
    year = re.search(r"\d{4}", text, re.ASCII)
    rest = text.replace(year[0], "").strip(" -/,") if year else ""
    match = _PARTS_OF_YEARS.fullmatch(rest)
    if not match or not year:
        return ""
    length = 6 if match["half"] else 3
    last = int(rest[1]) * length
    return f"{year[0]}-{last - length + 1:02}/{year[0]}-{last:02}"


def _season_of_list(part: str, last: str) -> str:
    """Return the season of a list such as "spring and fall 2023", whose year stands at its end."""
    year = re.search(r"\d{4}", last, re.ASCII)
    return f"{_NAMES[part.casefold()]} {year[0]}" if year and part.casefold() in _NAMES else ""
