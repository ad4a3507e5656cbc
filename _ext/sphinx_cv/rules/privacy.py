"""Private values of the profile in public text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


# As many digits are a number of its own: of a telephone, of an account.
_DIGITS = 7


# A shorter value is part of any text.
_SHORTEST = 4


# A day in a value, which says the most of it: "March 12th, 1815", "12. März 1815", "12.03.1815".
_DAY = re.compile(
    r"(?:[^\W\d]{3,}\.?\s\d{1,2}\w{0,2},?|\d{1,2}(?:\.|er|\w\w)?(?:\sde|\sof)?\s[^\W\d]{3,}\.?,?(?:\sde)?)"
    r"\s\d{4}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}-\d\d-\d\d\b"
)


_SEPARATOR = r"[\s().\-/]{0,3}"


def exposed(lines: Sequence[str], values: Mapping[str, str], place: str) -> Iterator[Finding]:
    """Yield where a private value stands in the text, however its digits are grouped."""
    patterns = [
        (key, re.compile("|".join(map(_pattern, (value, *_DAY.findall(value)))), re.IGNORECASE))
        for key, value in values.items()
        if sum(map(str.isalnum, value)) >= _SHORTEST
    ]
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("%"):
            continue
        for key, pattern in patterns:
            for match in pattern.finditer(line):
                yield Finding(
                    subtype="private",
                    message=f'the private "{key}" of cv_profile stands in public text: remove it',
                    line=number,
                    place=place,
                    column=match.start() + 1,
                    length=len(match[0]),
                )


def _pattern(value: str) -> str:
    """Return what finds *value*, with any white space; a number also in any grouping."""
    digits = re.sub(r"\D", "", value)
    words = r"\s+".join(map(re.escape, value.split()))
    if len(digits) < _DIGITS or re.search(r"[^\W\d_]", value):
        return rf"(?<!\w){words}(?!\w)"
    if not value.strip().startswith("+"):
        return rf"(?<!\d)(?:{words}|{_grouped(digits)})(?!\d)"
    # The country's code has one to three digits; at home it gives way to a 0.
    forms = "|".join(
        rf"(?:(?:\+|00)?{_grouped(digits[:code])}{_SEPARATOR})?(?:\(?0\)?{_SEPARATOR})?"
        rf"{_grouped(digits[code:])}"
        for code in (1, 2, 3)
    )
    return rf"(?<!\d)(?:{forms})(?!\d)"


def _grouped(digits: str) -> str:
    return _SEPARATOR.join(digits)
