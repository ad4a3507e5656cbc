"""Keeps on one line of print what is read as one: "Aldana-Voss", "PMID 33082799", "A. Lovelace".

Both engines end a line at spaces; within a word only where it is too long for a line, see
``long_words.py``. Left to themselves, each would break at other signs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.composing.together import TITLES, TOGETHER, WIDE_UNITS
from sphinx_cv.document.nodes import cv_date, cv_whole, cv_words
from sphinx_cv.model.languages import is_right_to_left

from .long_words import long_at

if TYPE_CHECKING:
    from collections.abc import Iterator

# A code with its number, and titles and initials with the name behind them.
_GROUP = rf"(?<![\w.])(?:[A-Z]{{2,5}} \d[^\s]*|(?:(?:[^\W\d_]|{TITLES})\. ?)+(?<= )[^\W\d_]\S*)"
# From the start of a word: from each of its letters, a long word would take for ever.
_JOINED = r"(?<!\S)\S*?\w[-/–]\w\S*"
WHOLE = re.compile(rf"{TOGETHER}|{_GROUP}|{_JOINED}")
# Scripts without spaces, and those from right to left, whose order a box would change.
_OTHER_SCRIPTS = re.compile("[\u0590-\u08ff\u1100-\u11ff\u2e80-\uffdf]")
_WIDE_UNITS = re.compile(f"[{WIDE_UNITS}]")
_AS_IT_IS = (nodes.FixedTextElement, nodes.literal, nodes.math, nodes.title, cv_date, cv_whole)


class KeepWordsWhole(SphinxPostTransform):
    """Puts what no line may end within into nodes of its own."""

    # After what changes texts, before the breaks in long words (950).
    default_priority = 940
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Change the texts of the document."""
        # Else the box would change the order of words that go from left to right.
        spaced = not is_right_to_left(self.config.language)
        for text in list(self.document.findall(nodes.Text)):
            parent = text.parent
            if isinstance(parent, _AS_IT_IS):
                continue
            is_number = isinstance(parent, cv_words) and "cv-number" in parent["classes"]
            made = [*marked(str(text), long_at(text), as_one=is_number, spaced=spaced)]
            if any(isinstance(part, cv_whole) for part in made):
                parent.replace(text, made)


def is_of_other_script(text: str) -> bool:
    """Whether a text has letters of these scripts, other than the units of its numbers."""
    return bool(_OTHER_SCRIPTS.search(_WIDE_UNITS.sub("", text)))


def marked(text: str, long: int, *, as_one: bool, spaced: bool = True) -> Iterator[nodes.Node]:
    """Yield a text in parts; those that no line may end within are nodes of their own.

    Words of *long* letters and more are left alone; *as_one* keeps all of a shorter text together,
    *spaced* several words.
    """
    if as_one and len(text) < long and not _OTHER_SCRIPTS.search(text):
        yield cv_whole("", text)
        return
    start = 0
    for match in WHOLE.finditer(text):
        if len(match[0]) >= long or is_of_other_script(match[0]):
            continue
        if " " in match[0] and not spaced:
            continue
        if before := text[start : match.start()]:
            yield nodes.Text(before)
        yield cv_whole("", match[0])
        start = match.end()
    if rest := text[start:]:
        yield nodes.Text(rest)
