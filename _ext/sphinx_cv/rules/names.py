"""What one look at each fact tells: names, passed dates, what is given twice, strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.suggestion import suggestion

from .cv import finding_at, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
                f'the name "{name}" is given twice, first in {where(first[name])}: choose another',
                "name",
            )


def unknown_entries(facts: Sequence[Fact]) -> Iterator[Finding]:
    """Find talks that name an entry which is not there."""
    names = {fact.item.name for fact in facts if fact.item.objtype == "entry" and fact.item.name}
    for fact in facts:
        for name in fact.item.entries:
            if name not in names:
                message = f'no entry has the name "{name}".{suggestion(name, names)}'
                yield finding_at(fact, "reference", message, "entry")
