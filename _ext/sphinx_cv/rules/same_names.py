"""Entries and talks with the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cv import finding_at, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_cv.model.finding import Finding

    from .cv import Fact


def same_names(facts: Iterable[Fact]) -> Iterator[Finding]:
    """Find names that are given twice."""
    first: dict[str, Fact] = {}
    for fact in facts:
        name = fact.item.name
        if name and first.setdefault(name, fact) is not fact:
            yield finding_at(
                fact,
                "name",
                f'the name "{name}" is already used in {where(first[name])}: choose another',
                "name",
            )
