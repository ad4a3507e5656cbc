"""How a publication list is arranged: groups, numbers, authors shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sphinx_cv.model.selection import ORDERS

GROUPS = ("year", "type")


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrangement:
    """How a list is arranged: in groups, with which numbers, and how many authors are shown.

    ``groups`` are of ``year`` and ``type``, the outer one first. ``max_authors`` is 0 for all.
    ``order`` is by age, one of ``ORDERS``. A ``whole`` list has a field to filter it by; one of
    ``selected`` papers and a ``plain`` one, a bibliography of sphinxcontrib-bibtex's, have none.
    Lists number what they show in the order of their ``rank``; where a list does not say how,
    ``numbers`` is empty.
    """

    groups: tuple[str, ...] = ()
    numbers: str = ""
    order: str = ORDERS[0]
    max_authors: int = 0
    form: Literal["plain", "whole", "selected"] = "plain"
    rank: int = 0
