"""The numbers of publications: they rise or fall over all lists that count together."""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from sphinx_cv.bibliography.reference.people import short_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pybtex.database import Entry


class Counted(NamedTuple):
    """A publication, the letters before its number, and the way its list is numbered."""

    key: str
    entry: Entry
    prefix: str
    numbers: str


def numbered(publications: Iterable[Counted]) -> dict[str, str]:
    """Return the label of each publication by its key: a number, behind the letters of a list.

    The first place of a publication counts. Where numbers fall, they fall on from list to list;
    what has no number is called by its author and year.
    """
    first: dict[str, Counted] = {}
    for each in publications:
        first.setdefault(each.key, each)
    rising = [each for each in first.values() if each.numbers == "ascending"]
    falling = [each for each in first.values() if each.numbers == "descending"]
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(1))
    return {each.key: short_label(each.entry) for each in first.values()} | {
        each.key: f"{each.prefix}{next(numbers[each.prefix])}"
        for each in (*rising, *reversed(falling))
    }
