"""Listed publications without the owner among their authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .cv import Paper


def without_owner(papers: Iterable[Paper], owner: str) -> Iterator[Finding]:
    """Find listed publications that name the owner nowhere."""
    for paper in papers:
        imported = "owner" in paper.unanswered
        if owner and not paper.owned and (imported or "owner" not in paper.silenced):
            yield Finding(
                subtype="owner",
                # The import of a page builds without a warning; what is left to do stays told.
                unfinished=imported,
                message=_message(paper, owner),
                line=paper.line,
                place=paper.place,
            )


def _message(paper: Paper, owner: str) -> str:
    if paper.authors == "none":
        return f'"{paper.key}" names no authors: add author = {{…}}'
    if paper.authors == "some":
        return (
            f'"{paper.key}" does not name "{owner}" before "and others": add your name to its '
            "authors"
        )
    return (
        f'"{paper.key}" has no author "{owner}": add the form of your name that it uses to '
        '"aliases" in cv_profile, or remove it from the list'
    )
