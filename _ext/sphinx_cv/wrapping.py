"""Keeps on one line what is read as one: a title or an initial, and the name behind it."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

_SHORT = re.compile(r"\b([^\W\d_]|Dr|Prof|Mr|Mrs|Ms)\. (?=(\w))")
_AS_IT_IS = (nodes.FixedTextElement, nodes.literal, nodes.math)


class KeepNames(SphinxPostTransform):
    """Puts a no-break space into "Dr. Ada Lovelace" and "Ada K. Lovelace", on the web only.

    In print lines are long, and other formats are read by programs.
    """

    default_priority = 900
    formats = ("html",)

    def run(self, **_kwargs: Any) -> None:
        """Change the texts of the document."""
        keep_names(self.document)


def keep_names(node: nodes.Element) -> None:
    """Change the texts of *node*."""
    for text in [*node.findall(nodes.Text)]:
        kept = _SHORT.sub(_joined, text)
        if kept != text and not isinstance(text.parent, _AS_IT_IS):
            text.parent.replace(text, nodes.Text(kept))


def _joined(match: re.Match[str]) -> str:
    is_name = match[1][0].isupper() and match[2].isupper()
    return f"{match[1]}.\N{NO-BREAK SPACE}" if is_name else match[0]
