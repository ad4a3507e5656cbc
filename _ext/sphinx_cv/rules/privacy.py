"""Private values of the profile in public text."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.source.private_values import PrivateValues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .cv import Cv


def exposed(cv: Cv) -> Iterator[Finding]:
    """Yield where a page or a .bib file tells a private value."""
    values = PrivateValues(cv.private)
    for place, lines in (cv.pages | cv.bibfiles).items():
        yield from exposed_in(lines, values, place)


def exposed_in(lines: Sequence[str], values: PrivateValues, place: str) -> Iterator[Finding]:
    """Yield where public text tells a private value, however it is written there."""
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for key, start, end in sorted(values.find("\n".join(lines)), key=lambda found: found.start):
        number = bisect_right(starts, start)
        line = lines[number - 1]
        if line.lstrip().startswith("%"):
            continue
        column = start - starts[number - 1]
        yield Finding(
            subtype="private",
            message=f'the private "{key}" of cv_profile is in public text: remove it',
            line=number,
            place=place,
            column=column + 1,
            length=min(end - start, len(line) - column),
        )
