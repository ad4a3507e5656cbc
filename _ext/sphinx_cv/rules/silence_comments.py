"""Comments ``% silence: …`` that silence nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.source.silence import read_silence

from .mentions import SILENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def silence_comments(lines: Sequence[str], place: str) -> Iterator[Finding]:
    """Yield what is wrong with the comments ``% silence: …``."""
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("%") and (match := SILENCE.match(line)):
            for message in read_silence(match[1])[1]:
                yield Finding(subtype="option", message=message, line=number, place=place)
