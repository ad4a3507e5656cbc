"""How a publication list is arranged: groups, numbers, authors shown."""

from __future__ import annotations

from dataclasses import dataclass

GROUPS = ("year", "type")


NUMBERS = ("ascending", "descending", "none")
ORDERS = ("newest", "oldest")


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrangement:
    """How a list is arranged: in groups, with which numbers, and how many authors are shown.

    ``groups`` are of ``year`` and ``type``, the outer one first. ``max_authors`` is 0 for all.
    ``order`` is by age, ``newest`` or ``oldest`` first. ``filterable`` gives the list a field to
    filter it by; a list of ``selected`` papers has none. Lists number what they show in the order
    of their ``rank``; where a list does not say how, ``numbers`` is empty.
    """

    groups: tuple[str, ...] = ()
    numbers: str = ""
    order: str = "newest"
    max_authors: int = 0
    filterable: bool = False
    selected: bool = False
    rank: int = 0
