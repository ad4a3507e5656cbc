"""The ways to write a phone number, an address of e-mail or of a page, and words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_cv.model.text import spell_out, with_one_apostrophe

from .readings import Reading, fold, gaps, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

# As many digits are a number of its own: of a telephone, of an account.
_DIGITS = 7
# A shorter number may be the same as some others beside one another.
_LONG_NUMBER = 9
_MOST_GROUPS = 5
# With its country, a number has at least as many digits.
_WITH_COUNTRY = 11
_NUMBER = re.compile(r"\+?\(?\d(?:[\s().\-/‐‑–−·]{0,4}\d){6,24}")
# The codes of countries with one and with two digits (ITU-T E.164); the others have three.
_COUNTRY = re.compile(r"[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}")
_BEFORE_NUMBER = 24
_LIST = re.compile("[,;]")
_GAP = r"[^\w,;]{0,4}"
_TRUNK = rf"(?:\(?0\)?{_GAP})?$"

# A shorter value is part of any text.
_SHORTEST = 4
# A value this long is recognized by its letters, whatever is between its words.
_LONG = 8
# Scripts that put no blank between words, or endings behind them.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_BROKEN_WORD = re.compile(r"(?:[-‐‑]\s*\n\s*)?")

_DOT_WORDS = "(?:dot|punkt|point|punto)?"
_AT_WORDS = "(?:at)?"
_DASHES = re.compile("[‐‑‒–—−]")
_BRACKETS = re.compile(r"[\s()\[\]{}<>'\"|]")
_WEB_PREFIX = re.compile(r"(?:https?://)?(?:www\.)?$", re.IGNORECASE)


def numbers_in(value: str) -> list[str]:
    """Return the numbers of *value* that are as long as those of telephones."""
    is_number = not re.search(r"[^\W\d]", value)
    return [
        match[0]
        for match in _NUMBER.finditer(value)
        if is_number or match[0][0] in "+0(" or len(fold(match[0])) >= _LONG_NUMBER
    ]


class WrittenNumber:
    """A phone number in any grouping, with the code of its country or without."""

    def __init__(self, number: str) -> None:
        digits, country = fold(number.replace("(0)", "")), ""
        if number.lstrip().startswith("+") or digits.startswith("00"):
            digits = digits.removeprefix("00")
            country = match[0] if (match := _COUNTRY.match(digits)) else ""
        elif len(digits) >= _WITH_COUNTRY and not digits.startswith("0"):
            country = match[0] if (match := _COUNTRY.match(digits)) else ""
        # At home the country's code gives way to a 0, as a rule.
        subscriber = digits.removeprefix(country).lstrip("0")
        self._digits = subscriber if len(subscriber) >= _DIGITS else digits
        code = rf"(?:\+|00)?{country}" if country else r"(?:\+|00)\d{1,3}"
        self._prefixes = (re.compile(rf"{code}{_GAP}{_TRUNK}"), re.compile(_TRUNK))

    def find(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Yield where the number is in the text of a reading: start and end."""
        for start, end in _places(reading, self._digits):
            first, last = reading.places[start], reading.places[end - 1] + 1
            if _is_digit(reading.text[last : last + 1]):
                continue
            prefix = self._prefix(reading.text[max(first - _BEFORE_NUMBER, 0) : first])
            if prefix is None:
                continue
            found = gaps(reading, start, end)
            if found is not None and self._is_grouped(found):
                yield first - prefix, last

    def _prefix(self, before: str) -> int | None:
        """Return the length of what belongs to the number before it, None where it is longer."""
        if not before.isascii():
            before = "".join(map(_plain_digit, before))
        for prefix in self._prefixes:
            match = prefix.search(before)
            if match and not _is_digit(before[max(match.start() - 1, 0) : match.start()]):
                return len(match[0])
        return None

    def _is_grouped(self, found: list[str]) -> bool:
        """Whether the digits can be one number: a list of numbers has commas."""
        breaks = [number for number, gap in enumerate(found, 1) if gap]
        if any(_LIST.search(visible(gap)) for gap in found):
            return False
        edges = [0, *breaks, len(self._digits)]
        return len(self._digits) >= _LONG_NUMBER or (
            len(breaks) < _MOST_GROUPS and all(end - start > 1 for start, end in pairwise(edges))
        )


class WrittenAddress:
    """An address of e-mail, or of a page from its host on."""

    def __init__(self, address: str, *, is_email: bool) -> None:
        self._is_email = is_email
        written = Reading(address)
        marks = gaps(written, 0, len(written.letters)) or []
        parts = [re.escape(written.letters[:1])]
        # The mark between two letters of the address, by the number of its group.
        self._marks = [mark for mark in marks if mark]
        for mark, letter in zip(marks, written.letters[1:], strict=False):
            if mark:
                words = {"@": _AT_WORDS, ".": _DOT_WORDS}.get(mark, "") if is_email else ""
                parts.append(f"({words})")
            parts.append(re.escape(letter))
        self._pattern = re.compile("".join(parts)) if written.letters else None
        self._has_path = "/" in address

    def find(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Yield where the address is in the text of a reading: start and end."""
        for match in self._pattern.finditer(reading.letters) if self._pattern else ():
            found = gaps(reading, match.start(), match.end())
            if found is None or not self._is_sound(match, found):
                continue
            first = reading.places[match.start()]
            last = reading.places[match.end() - 1] + 1
            before = reading.text[max(first - _BEFORE_NUMBER, 0) : first]
            if not self._is_email and (prefix := _WEB_PREFIX.search(before)):
                before = before[: prefix.start()]
                first -= len(prefix[0])
            if not self._is_part(before, reading.text[last : last + 2]):
                yield first, last

    def _is_sound(self, match: re.Match[str], found: list[str]) -> bool:
        """Whether the marks of the address are between its letters, or words in their place."""
        inner = set(range(len(found)))
        for group, mark in enumerate(self._marks, 1):
            start, end = (place - match.start() for place in match.span(group))
            around = {start - 1, end - 1}
            inner -= {*around, *range(start, end)}
            if start == end:
                gap = found[start - 1]
                if not gap or _mark(gap) != _mark(mark):
                    return False
            elif not all(found[place] for place in around):
                return False
        return not any("_" in found[place] or visible(found[place]) for place in inner)

    def _is_part(self, before: str, behind: str) -> bool:
        """Whether the address is but a part of a longer one."""
        mark = r"[.+-]?" if self._is_email else r"[.@/-]?"
        longer = r"[^\W_]" if self._has_path else r"[.-]?[^\W_]"
        start, end = re.search(rf"([^\W_]){mark}$", before), re.match(longer, behind)
        return bool(
            (start and not _UNSPACED.match(start[1])) or (end and not _UNSPACED.search(end[0]))
        )


class WrittenWords:
    """Words, with any accents and capitals, in one line or in several."""

    def __init__(self, words: str) -> None:
        written = Reading(words)
        self._letters = written.letters
        places = written.places
        # The marks around the words, such as brackets, are shown as a part of them.
        self._head, self._tail = words[: places[0]], words[places[-1] + 1 :]
        self._gaps = [visible(gap) for gap in gaps(written, 0, len(written.letters)) or []]

    @classmethod
    def of(cls, value: str, *, shortest: int = _SHORTEST) -> Iterator[WrittenWords]:
        """Yield what finds *value*, with its umlauts and without."""
        if len(fold(value)) >= shortest:
            plain = re.sub("([aou])e", r"\1", value, flags=re.IGNORECASE)
            for form in dict.fromkeys((value, spell_out(value), plain)):
                yield cls(form)

    def find(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Yield where the words are in the text of a reading: start and end."""
        for start, end in _places(reading, self._letters):
            found = gaps(reading, start, end)
            if found is None or not all(map(self._is_sound, self._gaps, found, self._letters)):
                continue
            first, last = reading.places[start], reading.places[end - 1] + 1
            edges = reading.text[max(first - 1, 0) : first + 1], reading.text[last - 1 : last + 1]
            if not any(map(_is_inside, edges)):
                head, tail = len(self._head), len(self._tail)
                yield (
                    first - head * (reading.text[max(first - head, 0) : first] == self._head),
                    last + tail * (reading.text[last : last + tail] == self._tail),
                )

    def _is_sound(self, written: str, gap: str, letter: str) -> bool:
        """Whether *gap* can be between two letters of the words, as they are *written*."""
        if not gap and not written:
            return True
        shown = visible(gap)
        if len(self._letters) < _LONG:
            return _plain(shown) == _plain(written)
        if written or (not shown.strip() and _UNSPACED.match(letter)):
            return True
        return bool(_BROKEN_WORD.fullmatch(shown))


def _places(reading: Reading, letters: str) -> Iterator[tuple[int, int]]:
    """Yield where *letters* are among those of a reading, also where they overlap."""
    at = reading.letters.find(letters)
    while at >= 0:
        yield at, at + len(letters)
        at = reading.letters.find(letters, at + 1)


def _is_digit(character: str) -> bool:
    return fold(character).isdigit()


def _plain_digit(character: str) -> str:
    return fold(character) if _is_digit(character) else character


def _is_inside(edge: str) -> bool:
    """Whether two characters, one at each side of an end, are of one word."""
    return len(edge) > 1 and all(map(fold, edge)) and not _UNSPACED.search(edge)


def _plain(shown: str) -> str:
    return " ".join(with_one_apostrophe(_DASHES.sub("-", f".{shown}.")).split())


def _mark(gap: str) -> str:
    return _BRACKETS.sub("", _DASHES.sub("-", visible(gap.replace("\\", ""))))
