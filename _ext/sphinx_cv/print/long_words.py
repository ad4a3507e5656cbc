"""Lets lines of print end within addresses and other long words, so that none runs off the page.

An address ends a line behind its signs, as the package ``xurl`` has it, and where it must within a
long run of letters. A break is an element: nothing is left of it in what a reader copies.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.above import enclosing
from sphinx_cv.document.nodes import cv_break, cv_column

if TYPE_CHECKING:
    from collections.abc import Iterator

# A shorter word fits into a line, and into a column.
_LONG, _LONG_IN_COLUMN = 30, 18
# Behind these signs an address may end a line; a dash between two words is one already.
_SIGNS = re.compile(r"(?<=[/._?&=:#%+~@])(?=[^\W_])")
# Hyphenation parts the longest words that there are; what is longer is none.
_RUN = re.compile(r"[^\W_]{60,}")
_RUN_OF_ADDRESS = re.compile(r"[^\W_]{25,}")
# In a run of thousands of letters, a break behind each would only take time.
_MANY, _FEWEST = 1000, 20
# No word at all.
_ENDLESS, _LINE = 10_000, 60
_NO_WIDTH = "\u200b"
_ENDLESS_WORD = re.compile(rf"\S{{{_ENDLESS},}}")
_AS_IT_IS = (nodes.FixedTextElement, nodes.math)


class BreakLongWords(SphinxPostTransform):
    """Puts breaks into the long words of a printed document."""

    # After what changes texts.
    default_priority = 950
    formats: tuple[str, ...] = ("latex",)
    as_it_is: tuple[type[nodes.Element], ...] = _AS_IT_IS

    def run(self, **_kwargs: Any) -> None:
        """Part the texts of the document at their breaks."""
        for text in list(self.document.findall(nodes.Text)):
            if isinstance(text.parent, self.as_it_is):
                continue
            if _NO_WIDTH in text and len(text) > _ENDLESS:
                continue
            parts = list(parts_of(str(text), long_at(text)))
            if len(parts) == 1:
                continue
            made: list[nodes.Node] = [nodes.Text(parts[0])]
            for part in parts[1:]:
                made += [cv_break(), nodes.Text(part)]
            text.parent.replace(text, made)


class BreakLongWordsOfTypst(BreakLongWords):
    """Typst parts code by itself."""

    formats = ("typst",)
    as_it_is = (*_AS_IT_IS, nodes.literal)


class PartEndlessWords(SphinxPostTransform):
    """Ends the lines of plain text within words without end.

    Sphinx's writer measures all of such a word anew for each line that it takes of it.
    """

    default_priority = 940
    formats: tuple[str, ...] = ("text",)
    between = " "

    def run(self, **_kwargs: Any) -> None:
        """Part the words where a line would end anyway."""
        for text in list(self.document.findall(nodes.Text)):
            if _ENDLESS_WORD.search(text):
                text.parent.replace(text, nodes.Text(_ENDLESS_WORD.sub(self._in_lines, text)))

    def _in_lines(self, word: re.Match[str]) -> str:
        starts = range(0, len(word[0]), _LINE)
        return self.between.join(word[0][start : start + _LINE] for start in starts)


class PrintEndlessWords(PartEndlessWords):
    """The same for Typst, whose time grows with the square of the elements in a paragraph."""

    formats = ("typst",)
    between = _NO_WIDTH


def long_at(node: nodes.Node) -> int:
    """Return the letters of a word that may be too long where *node* stands."""
    return _LONG if enclosing(node, cv_column) is None else _LONG_IN_COLUMN


def parts_of(text: str, long: int) -> Iterator[str]:
    """Yield the parts of a text between which a line may end, beside its spaces and hyphens."""
    start = 0
    for word in re.finditer(rf"\S{{{long},}}", text):
        for place in breaks_in(word[0]):
            yield text[start : word.start() + place]
            start = word.start() + place
    yield text[start:]


def breaks_in(word: str) -> list[int]:
    """Return the places in a long word where a line may end."""
    is_address = len(_SIGNS.findall(word)) > 1
    places = {match.start() for match in _SIGNS.finditer(word)} if is_address else set()
    if (at := word.find("@") + 1) and "/" not in word:
        # An e-mail address ends a line where it is read as two.
        places = {at}
    for run in (_RUN_OF_ADDRESS if is_address else _RUN).finditer(word):
        step = min(1 + len(run[0]) // _MANY, _FEWEST)
        places.update(range(run.start() + 1, run.end(), step))
    return sorted(places)
