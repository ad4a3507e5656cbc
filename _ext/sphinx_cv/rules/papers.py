"""Publications that are given twice, and words about their people that nothing explains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.model.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .cv import Paper


def twins(papers: Iterable[Paper]) -> Iterator[Finding]:
    """Find publications of one title, year and group whose DOIs are not two."""
    first: dict[tuple[object, ...], Paper] = {}
    for paper in sorted(papers, key=lambda paper: (paper.place, paper.line)):
        title = " ".join(re.findall(r"\w+", fold(paper.title)))
        same = first.setdefault((title, paper.year, paper.group), paper)
        two = paper.doi and same.doi and paper.doi != same.doi
        if same is not paper and title and not two and "duplicate" not in paper.silenced:
            yield Finding(
                subtype="duplicate",
                message=f'"{paper.key}" has the title and the year of "{same.key}" '
                f"(line {same.line}): remove one, or write what tells them apart",
                line=paper.line,
                place=paper.place,
            )


def unknown_marks(papers: Iterable[Paper]) -> Iterator[Finding]:
    """Find words that are said of people and have no sign, each once."""
    told: set[str] = set()
    for paper in sorted(papers, key=lambda paper: (paper.place, paper.line)):
        for field, word in paper.marks:
            if word not in told and "mark" not in paper.silenced:
                told.add(word)
                yield Finding(
                    subtype="mark",
                    message=f'"{word}" in {field} has no sign: add it to "marks" in cv_references',
                    line=paper.line,
                    place=paper.place,
                )
