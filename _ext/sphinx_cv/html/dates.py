"""The style of the website's dates."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import cv_date


class WebDates(SphinxPostTransform):
    """Sets the dates in the style of ``cv_dates``."""

    # After the lists are filled (3).
    default_priority = 20
    formats = ("html",)

    def run(self, **_kwargs: Any) -> None:
        """Set every date that has another form in this style."""
        for date in self.document.findall(cv_date):
            if text := (date.get("shorter") or {}).get(self.config.cv_dates):
                date.clear()
                date.append(nodes.Text(text))
