"""What is wrong with a CV as a whole: facts against each other, the calendar and the papers.

Each check goes once over what it is given, and yields its findings. Knows no Sphinx.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .duplicates import duplicates
from .expiry import expired
from .facts import Paper
from .names import same_names, unknown_entries
from .order import out_of_order
from .overlaps import overlapping
from .owner import strangers
from .untied import untied

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sphinx_cv.model.finding import Problem

    from .facts import Fact

__all__ = [
    "Paper",
    "check",
    "duplicates",
    "expired",
    "out_of_order",
    "overlapping",
    "same_names",
    "strangers",
    "unknown_entries",
    "untied",
]


def check(
    facts: Sequence[Fact], papers: Sequence[Paper], *, owner: str, today: dt.date
) -> Iterator[Problem]:
    """Yield the findings of all checks."""
    yield from same_names(facts)
    yield from unknown_entries(facts)
    yield from expired(facts, today)
    yield from out_of_order(facts)
    yield from overlapping(facts, today)
    yield from duplicates(facts)
    yield from untied(facts, papers)
    yield from strangers(papers, owner)
