"""People named in the text of a page, for the rule "spelling"."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from sphinx_cv.source.silence import read_silence

from .cv import Mention
from .spelling import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_cv.source.markdown import Page

SILENCE = re.compile(r"%\s*silence:\s*(.*)")
_OPTION = re.compile(r"\s*:\s*silence:\s*(.*)")


def mentions(page: Page, place: str) -> Iterator[Mention]:
    """Yield the runs of capitalized words, any of which may be a person.

    A line ``% silence: spelling, the reason`` holds for the paragraph below it, the option
    ``silence`` for the rest of its directive.
    """
    silenced = silenced_lines(page, "spelling")
    for number, line in enumerate(page.uncommented(), 1):
        for name, column in runs(line):
            yield Mention(
                name=name, place=place, line=number, column=column, silenced=number in silenced
            )


def silenced_lines(page: Page, rule: str) -> set[int]:
    """Return the lines for which a comment, or an option of a directive, silences a rule."""
    return {*chain.from_iterable(_silenced(page, rule))}


def _silenced(page: Page, rule: str) -> Iterator[range]:
    for start, end in page.comments:
        match = SILENCE.match(page.text, start, end)
        if match and rule in read_silence(match[1])[0]:
            line, _column = page.place(start)
            yield range(line, _end_of_paragraph(page.lines, line))
    for number, text in enumerate(page.lines, 1):
        match = _OPTION.match(text)
        fence = page.fence_at(number) if match else None
        if match and fence and rule in read_silence(match[1])[0]:
            yield range(number, fence.last + 1)


def _end_of_paragraph(lines: Sequence[str], number: int) -> int:
    """Return the number of the first blank line below the text that is below line *number*."""
    while number < len(lines) and not lines[number].strip():
        number += 1
    while number < len(lines) and lines[number].strip():
        number += 1
    return number + 1
