"""What only the printed publication list needs."""

from __future__ import annotations

from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import (
    cv_group,
    cv_publications,
)


class PrintedLists(SphinxPostTransform):
    """Makes one list of the groups by year: in print the year ends each reference."""

    default_priority = 6
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Take the years out, and join the lists that they parted."""
        for group in list(self.document.findall(cv_group)):
            if group["group"] == "year":
                group.parent.remove(group)
        for items in list(self.document.findall(cv_publications)):
            place = items.parent.index(items)
            before = items.parent[place - 1] if place else None
            if isinstance(before, cv_publications):
                before += items.children
                before["ids"] += items["ids"]
                items.parent.remove(items)
