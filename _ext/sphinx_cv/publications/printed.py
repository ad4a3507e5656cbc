"""What only the printed publication list needs."""

from __future__ import annotations

from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import (
    cv_group,
    cv_legend,
    cv_publications,
)


class PrintedLists(SphinxPostTransform):
    """Makes one list of the groups by year: in print the year ends each reference."""

    default_priority = 6
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Remove the year headings, and join the lists between them."""
        for group in list(self.document.findall(cv_group)):
            if group["group"] == "year":
                group.parent.remove(group)
        for legend in list(self.document.findall(cv_legend)):
            if not legend.get("above"):
                _move_up(legend)
        for items in list(self.document.findall(cv_publications)):
            place = items.parent.index(items)
            before = items.parent[place - 1] if place else None
            if isinstance(before, cv_publications):
                before += items.children
                before["ids"] += items["ids"]
                items.parent.remove(items)


def _move_up(legend: cv_legend) -> None:
    """Put a legend above its list: on paper, its end may be pages away."""
    parent = legend.parent
    place = parent.index(legend)
    parent.remove(legend)
    while place and isinstance(parent[place - 1], (cv_publications, cv_group)):
        place -= 1
    parent.insert(place, legend)
