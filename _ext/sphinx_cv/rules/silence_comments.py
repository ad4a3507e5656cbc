"""Comments ``% silence: …`` that silence nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.source.silence import read_silence

from .mentions import SILENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.source.markdown import Page


def silence_comments(page: Page, place: str) -> Iterator[Finding]:
    """Yield what is wrong with the comments ``% silence: …``."""
    for start, end in page.comments:
        if match := SILENCE.match(page.text, start, end):
            line, _column = page.place(start)
            for message in read_silence(match[1])[1]:
                yield Finding(subtype="option", message=message, line=line, place=place)
