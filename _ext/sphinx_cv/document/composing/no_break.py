"""Keeps on one line what is read as one: "Dr. Ada", "A. Lovelace", "King-Li", "top-k", "8–9"."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import cv_date

from .together import NAME, TITLES, TOGETHER

_SHORT = re.compile(rf"\b([^\W\d_]|{TITLES})\. (?=(\w))")
# A phone has room for so many letters beside others.
_WIDEST = 24
# A hyphen breaks a line, and leaves a letter alone, or parts a name; a dash parts pages: "S35–S47".
_WORD = re.compile(
    rf"({TOGETHER}|(?<![\w-])"
    rf"(?:\w{{1,12}}-\w|\w-\w{{1,12}}|{NAME}-{NAME}|\w?\d{{1,6}}–\w?\d{{1,6}})(?![\w-]))"
)
# A date knows itself where it may break (html/time_tags.py).
_AS_IT_IS = (nodes.FixedTextElement, nodes.literal, nodes.math, cv_date)


class KeepTogether(SphinxPostTransform):
    """Lets no line end within names and short words of two parts, on the web only.

    In print lines are long, and other formats are read by programs.
    """

    default_priority = 900
    formats = ("html",)

    def run(self, **_kwargs: Any) -> None:
        """Change the texts of the document."""
        keep_together(self.document)


def keep_together(node: nodes.Element) -> None:
    """Change the texts of *node*: a name gets a no-break space, a word with a hyphen an element.

    Readers search for the hyphen that they type, and for no other.
    """
    for text in [*node.findall(nodes.Text)]:
        parts = _WORD.split(_SHORT.sub(_joined, text))
        if parts == [text] or isinstance(text.parent, _AS_IT_IS):
            continue
        kept = [
            nodes.inline("", part, classes=["cv-together"])
            if number % 2 and len(part) <= _WIDEST
            else nodes.Text(part)
            for number, part in enumerate(parts)
            if part
        ]
        text.parent.replace(text, kept)


def _joined(match: re.Match[str]) -> str:
    is_name = match[1][0].isupper() and match[2].isupper()
    return f"{match[1]}.\N{NO-BREAK SPACE}" if is_name else match[0]
