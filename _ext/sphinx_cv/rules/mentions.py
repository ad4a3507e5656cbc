"""People named in the text of a page, for the rule "spelling"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.source.silence import read_silence

from .cv import Mention
from .spelling import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


SILENCE = re.compile(r"\s*(?:%|:)\s*silence:\s*(.*)")


_BLANK = re.compile(r"\s*")


_FENCE = re.compile(r"\s*(`{3,}|~{3,}|:{3,})\s*")


def mentions(lines: Sequence[str], place: str) -> Iterator[Mention]:
    """Yield the runs of capitalized words, any of which may be a person.

    A line ``% silence: spelling, the reason`` holds for the paragraph below it, the option
    ``silence`` for the rest of its directive.
    """
    silenced, end, begun = False, _BLANK, False
    for number, line in enumerate(lines, 1):
        if match := SILENCE.match(line):
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
