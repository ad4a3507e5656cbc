"""What the Markdown text of a page holds: people, and what should not be there.

Knows no Sphinx.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .options import read_silence
from .problem import Problem
from .spelling import Mention, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SILENCE = re.compile(r"\s*(?:%|:)\s*silence:\s*(.*)")
_BLANK = re.compile(r"\s*")
_FENCE = re.compile(r"\s*(`{3,}|~{3,}|:{3,})\s*")
# As many digits are a number of its own: of a telephone, of an account.
_DIGITS = 7


def mentions(lines: Sequence[str], place: str) -> Iterator[Mention]:
    """Yield the runs of capitalized words, any of which may be a person.

    A line ``% silence: spelling, the reason`` holds for the paragraph below it, the option
    ``silence`` for the rest of its directive.
    """
    silenced, end, begun = False, _BLANK, False
    for number, line in enumerate(lines, 1):
        if match := _SILENCE.match(line):
            silenced = "spelling" in read_silence(match[1])[0]
            end, begun = (_BLANK, False) if line.lstrip().startswith("%") else (_FENCE, True)
        elif begun and end.fullmatch(line):
            silenced = False
        else:
            begun = begun or not _BLANK.fullmatch(line)
        if line.lstrip().startswith("%"):
            continue
        for name, column in runs(line):
            yield Mention(name=name, place=place, line=number, column=column, silenced=silenced)


def comments(lines: Sequence[str], place: str) -> Iterator[Problem]:
    """Yield what is wrong with the comments ``% silence: …``."""
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("%") and (match := _SILENCE.match(line)):
            for message in read_silence(match[1])[1]:
                yield Problem(subtype="option", message=message, line=number, place=place)


def exposed(lines: Sequence[str], values: Mapping[str, str], place: str) -> Iterator[Problem]:
    """Yield where a private value stands in the text, however its digits are grouped."""
    patterns = [(key, _pattern(value)) for key, value in values.items() if value.strip()]
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("%"):
            continue
        for key, pattern in patterns:
            for match in pattern.finditer(line):
                yield Problem(
                    subtype="private",
                    message=f'the private "{key}" of cv_profile stands in public text: remove it',
                    line=number,
                    place=place,
                    column=match.start() + 1,
                    length=len(match[0]),
                )


def _pattern(value: str) -> re.Pattern[str]:
    """Return what finds *value*, with any white space; a number also in any grouping."""
    digits = re.sub(r"\D", "", value)
    words = r"\s+".join(map(re.escape, value.split()))
    if len(digits) < _DIGITS or re.search(r"[^\W\d_]", value):
        return re.compile(words, re.IGNORECASE)
    forms = [words, rf"(?:00)?{_grouped(digits)}"]
    if value.strip().startswith("+"):
        # At home a number starts with 0 in place of the country's code, of one to three digits.
        forms += [rf"0?{_grouped(digits[code:])}" for code in (1, 2, 3)]
    return re.compile(rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)")


def _grouped(digits: str) -> str:
    return r"[\s().\-/]{0,3}".join(digits)
