"""The numbers of papers behind a talk in print."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.citations import listed
from sphinx_cv.document.domain import link_to
from sphinx_cv.document.nodes import (
    cv_subline,
    cv_talk,
)
from sphinx_cv.settings.values import printing_of


class PrintedReferences(SphinxPostTransform):
    """Adds to a talk in print the number of its paper: there the row of links is left out."""

    # After the numbers (8), before links are resolved (10).
    default_priority = 9
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Add the numbers to the second lines."""
        if not printing_of(self.config).references:
            return
        numbers = listed(self.env)
        for talk in self.document.findall(cv_talk):
            line = next(talk.findall(cv_subline))
            keys: list[str] = talk.get("publications", [])
            for key in keys:
                if citation := numbers.get(key):
                    line += [nodes.Text(" ")] if len(line) else []
                    line += link_to(
                        f"[{citation.formatted_entry.label}]",
                        docname=citation.bibliography_key.docname,
                        anchor=citation.citation_id,
                        refdoc=self.env.docname,
                    )
