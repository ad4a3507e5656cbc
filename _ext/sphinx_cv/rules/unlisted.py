"""Publications in a CV that has no list of them, nor refers to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .cv import Paper


def unlisted(papers: Iterable[Paper]) -> Iterator[Finding]:
    """Find, once, the publications of the .bib files, none of which is on a page."""
    told = [paper for paper in papers if "unlisted" not in paper.silenced]
    if told:
        first = min(told, key=lambda paper: (paper.place, paper.line))
        are = f"{len(told)} publications are" if told[1:] else f'publication "{first.key}" is'
        yield Finding(
            subtype="unlisted",
            message=f"{are} on no page: write a publication-list on one, such as "
            "sections/publications.md, and list that page in index.md",
            line=first.line,
            place=first.place,
        )
