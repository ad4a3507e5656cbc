"""Sets all publications of a printed document at one distance from the margin."""

from __future__ import annotations

import re
from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import cv_publication, cv_publications

_DIGIT = re.compile(r"\d")


class CommonLabels(SphinxPostTransform):
    """Tells each list what labels there are in the document: the widest sets their width."""

    # After the variants (15).
    default_priority = 20
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Write the forms of the labels to the lists that have any."""
        labels = {node["label"] for node in self.document.findall(cv_publication)} - {""}
        # All digits are of one width.
        forms = sorted({_DIGIT.sub("0", label) for label in labels})
        for each in self.document.findall(cv_publications):
            labelled = any(part["label"] for part in each.findall(cv_publication))
            each["labels"] = forms if labelled else []
