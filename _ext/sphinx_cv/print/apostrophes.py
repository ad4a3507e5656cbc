"""Sets the apostrophes of references in print as Sphinx sets those of all other text: "Ada’s".

A ``.bib`` file has those that are typed, and the website shows them as they are.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import cv_publication

# Within a word, and before "'t Hooft", "'s-Gravenhage" and "'90s"; in none with a slash, such as an
# address or a DOI. Hebrew has a sign of its own.
_APOSTROPHE = re.compile(
    r"(https?://\S+|(?<!\S)\S*/\S+)|(?<=[A-Za-zÀ-ɏЀ-ӿ])'(?=[A-Za-zÀ-ɏЀ-ӿ])"
    r"|(?<![^\s(])'(?=[tn]\s|s-[A-Z]|\d\ds\b)"
)
_AS_TYPED = (nodes.FixedTextElement, nodes.literal, nodes.math)


class SetApostrophes(SphinxPostTransform):
    """Changes the references of a printed document."""

    # Before words are kept whole or parted (940).
    default_priority = 930
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Change their texts, where the project sets quotes at all."""
        if not self.config.smartquotes:
            return
        for publication in self.document.findall(cv_publication):
            for text in list(publication.findall(nodes.Text)):
                if "'" in text and not isinstance(text.parent, _AS_TYPED):
                    text.parent.replace(text, nodes.Text(_APOSTROPHE.sub(_set, text)))


def _set(found: re.Match[str]) -> str:
    return found[1] or "’"
