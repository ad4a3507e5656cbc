"""Entries that are named and do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.suggestion import suggestion

from .cv import finding_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_cv.model.finding import Finding

    from .cv import Fact


def unknown_entries(facts: Sequence[Fact]) -> Iterator[Finding]:
    """Find references to entries that do not exist."""
    names = {fact.item.name for fact in facts if fact.item.objtype == "entry" and fact.item.name}
    for fact in facts:
        for name in fact.item.entries:
            if name not in names:
                message = f'no entry has the name "{name}".{suggestion(name, names)}'
                yield finding_at(fact, "reference", message, "entry")
