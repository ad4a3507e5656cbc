"""Finds private values in any text, however they are written there.

A value is found by its letters and digits, which no format can leave out (see ``readings``), and
by what may stand between them: a phone number in any grouping, with or without the country's
code; an address of e-mail with "(at)" and "dot"; a day in any usual form; words over two lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from .readings import readings
from .written_dates import WrittenDay, days_in, without_days
from .written_values import WrittenAddress, WrittenNumber, WrittenWords, numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Pattern = WrittenAddress | WrittenNumber | WrittenWords | WrittenDay

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_WEB = re.compile(
    r"(?:https?://|www\.)(?:www\.)?(?P<address>[\w-]{1,63}\.[^\s<>\"]*[\w-])", re.IGNORECASE
)

# In UTF-16 every other byte may be 0, in other data few are.
_FEW = 8
_ASCII = bytes(byte if byte < 0x80 else 0 for byte in range(0x100))  # noqa: PLR2004


class Found(NamedTuple):
    """A private value in a text: its key, and where it starts and ends."""

    key: str
    start: int
    end: int


class PrivateValues:
    """Finds *values*, each with its key, in any text; one may have several forms."""

    def __init__(self, values: Mapping[str, str | Sequence[str]]) -> None:
        self._patterns = [
            (key, [pattern for form in _forms(value) for pattern in _patterns(form)])
            for key, value in values.items()
        ]

    def find(self, text: str) -> Iterator[Found]:
        """Yield each place in *text* that reveals a value; places of one key do not overlap.

        The time grows with the length of the text alone.
        """
        if not any(patterns for _key, patterns in self._patterns):
            return
        told: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for reading in readings(text):
            for key, patterns in self._patterns:
                for pattern in patterns:
                    for place in pattern.find(reading):
                        start, end = reading.span(*place)
                        if _add(told[key], start, end):
                            yield Found(key, start, end)

    def keys_in(self, data: bytes) -> frozenset[str]:
        """Return the keys of the values that a file reveals, whether it is text or not."""
        return frozenset(found.key for text in _texts(data) for found in self.find(text))


def _forms(value: str | Sequence[str]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value


def _texts(data: bytes) -> list[str]:
    """Return what *data* may be as text; what UTF-16 puts between letters does no harm."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return [data.decode("utf-16", "replace")]
    if 0 < data.count(0) < len(data) // _FEW:
        # Neither text nor UTF-16: search it as ASCII.
        return [data.translate(_ASCII).decode("ascii")]
    try:
        return [data.decode("utf-8-sig")]
    except UnicodeDecodeError:
        return [data.decode("utf-8", "replace"), data.decode("latin-1")]


def _add(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Add a span to those that are sorted, unless it overlaps one; return whether it does not."""
    at = bisect_right(spans, (start, end))
    if (at and spans[at - 1][1] > start) or (at < len(spans) and spans[at][0] < end):
        return False
    spans.insert(at, (start, end))
    return True


def _patterns(value: str) -> Iterator[Pattern]:
    """Yield what finds *value*, and its most revealing parts."""
    rest = value
    for match in _EMAIL.finditer(value):
        yield WrittenAddress(match[0], is_email=True)
        rest = rest.replace(match[0], " ")
    for match in _WEB.finditer(rest):
        yield WrittenAddress(match["address"], is_email=False)
        rest = rest.replace(match[0], " ")
    for day in sorted(days_in(rest)):
        yield WrittenDay(*day)
    rest = without_days(rest)
    for number in numbers_in(rest):
        yield WrittenNumber(number)
        rest = rest.replace(number, " ")
    if re.search(r"\w", rest):
        yield from WrittenWords.of(value)
        parts = re.split(r"[,;\n]", rest) if rest == value else []
        # The street and number alone give an address away.
        street = next((part for part in parts if re.search(r"\d", part)), "")
        if len(parts) > 1 and re.search(r"[^\W\d]{3}", street):
            yield from WrittenWords.of(street, shortest=8)
