"""Straight marks at a number that quote nothing: minutes (90'), a year ('90), inches (12").

Docutils takes each for one of a pair, and sets the mark of the language: "90”" in French.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxSmartQuotes

_YEAR = re.compile(r"(?<!\w)'(?=\d\ds?(?![\w']))")
_IN_BRACKETS = re.compile(r"(\([^()'\"]*\d)(['\"])(?=[^()'\"]*\))")
# The marks of a quotation that is not very long.
_PAIR = re.compile(r"(?<!\w)(['\"])(?=\S).{1,200}?(?<=\S)\1(?!\w)")
_MEASURE = re.compile(r"(?<=\d)['\"](?!\w)")
_CURLED = {"'": "’", '"': "”"}
_OTHERS = (nodes.literal, nodes.math, nodes.FixedTextElement, nodes.raw)


class LoneQuotes(SphinxSmartQuotes):
    """Sets what is no quotation mark as an apostrophe or its double, where quotes are set."""

    # Before docutils sets the others (750).
    default_priority = 745

    def apply(self, **_kwargs: Any) -> None:
        """Change the texts of the document, block by block."""
        if not self.is_available():
            return
        for block in self.document.findall(nodes.TextElement):
            if not isinstance(block.parent, nodes.TextElement) and not isinstance(block, _OTHERS):
                texts = [
                    text
                    for text in block.findall(nodes.Text)
                    if not isinstance(text.parent, _OTHERS)
                ]
                _curl(texts)


def _curl(texts: list[nodes.Text]) -> None:
    written = "".join(texts)
    curled = with_lone_quotes(written)
    if curled == written:
        return
    end = 0
    for text in texts:
        start, end = end, end + len(text)
        text.parent.replace(text, nodes.Text(curled[start:end]))


def with_lone_quotes(text: str) -> str:
    """Return *text*, as long as it is, without the straight marks that quote nothing."""
    if not re.search(r"\d['\"]|'\d", text):
        return text
    text = _YEAR.sub("’", text)
    text = _IN_BRACKETS.sub(lambda found: found[1] + _CURLED[found[2]], text)
    paired = {place for pair in _PAIR.finditer(text) for place in (pair.start(), pair.end() - 1)}
    return _MEASURE.sub(
        lambda found: found[0] if found.start() in paired else _CURLED[found[0]], text
    )
