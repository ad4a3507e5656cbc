"""Keeps a short last word of a paragraph of print with the word before it.

Else a year, "(MVA)" or "$127,000" is left alone on a line. A paragraph has no more lines by it.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.above import enclosing
from sphinx_cv.document.nodes import cv_body, cv_date, cv_main, cv_whole, cv_words
from sphinx_cv.model.languages import is_right_to_left

from .long_words import long_at
from .whole_words import WHOLE, is_of_other_script

_BLOCKS = (nodes.paragraph, cv_main, cv_body)
# A shorter paragraph is seldom more than a line.
_LEAST = 30
_LAST_WORD = re.compile(r"(?<!\S)\S{1,10}(?=\s*$)")
# The last two words; with more letters the line before them would be short.
_END = re.compile(rf"(?<=\s)\S+\s{_LAST_WORD.pattern}")
_MOST = 24
_DOT = re.compile(r"(?<=\xa0)·\s+$")
_AS_IT_IS = (nodes.FixedTextElement, nodes.literal, nodes.math, cv_date, cv_whole)


class KeepLastWords(SphinxPostTransform):
    """Puts the last two words of a paragraph into a node that no line ends within."""

    # Before the other words that are read as one (940).
    default_priority = 935
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Change the last text of each paragraph."""
        if is_right_to_left(self.config.language):
            # There a box would change the order of words that go from left to right.
            return
        for kind in _BLOCKS:
            for block in self.document.findall(kind):
                # The columns of a table are narrow.
                if len(block.astext()) > _LEAST and enclosing(block, nodes.entry) is None:
                    keep_end(block)


def keep_end(block: nodes.Element) -> None:
    """Bind the last word of *block*, where it is short, to the one before it."""
    texts = [text for text in block.findall(nodes.Text) if re.search(r"\w", text)]
    if not texts or isinstance(texts[-1].parent, _AS_IT_IS) or is_of_other_script(texts[-1]):
        return
    last = texts[-1]
    is_number = "cv-number" in last.parent.get("classes", ())
    if (found := _END.search(last)) and not is_number:
        start, end = _whole_at(last, found.start()), found.end()
        kept = last[start:end]
        if len(kept) <= min(_MOST, long_at(last) - 1):
            parts = nodes.Text(last[:start]), cv_whole("", kept), nodes.Text(last[end:])
            last.parent.replace(last, [part for part in parts if part.astext()])
    elif isinstance(last.parent, cv_words) and _LAST_WORD.fullmatch(last):
        _bind_to_dot(last.parent)


def _whole_at(text: str, start: int) -> int:
    """Return the start of what is read as one around a place, else the place itself."""
    around = (match for match in WHOLE.finditer(text) if match.start() < start < match.end())
    return next((match.start() for match in around), start)


def _bind_to_dot(words: nodes.Element) -> None:
    """Keep the last *words* with the dot before them, which is bound to what is before it."""
    parent = words.parent
    place = parent.index(words)
    before = parent[place - 1] if place else None
    if isinstance(before, nodes.Text) and (dot := _DOT.search(before)):
        kept = cv_whole("", "", nodes.Text(dot[0]), words)
        parent[place - 1 : place + 1] = [nodes.Text(before[: dot.start()]), kept]
