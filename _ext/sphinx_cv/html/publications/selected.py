"""Takes their numbers from the selected papers of a website.

They are those of the whole list: [3] [14] [40] beside each other say nothing.
"""

from __future__ import annotations

from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.document.nodes import cv_label, cv_publications, cv_reference


class SelectedWithoutNumbers(SphinxPostTransform):
    """Leaves out the numbers where a list of selected papers does not ask for them."""

    # With the other parts that differ on the web.
    default_priority = 6
    builders = WEBSITES

    def run(self, **_kwargs: Any) -> None:
        """Look at all lists of the document."""
        for items in self.document.findall(cv_publications):
            if not items.get("selected"):
                continue
            for reference in items.findall(cv_reference):
                reference.parent["label"] = ""
                if isinstance(reference[0], cv_label):
                    # With the space behind it.
                    del reference[:2]
