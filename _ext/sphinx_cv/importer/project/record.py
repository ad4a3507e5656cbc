"""What imports have brought into a project: what its owner deleted since is not brought again."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Item, Text
from sphinx_cv.model.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_cv.importer.draft import Draft

RECORD = ".imported"
_HEAD = (
    "# What imports have brought here, so that none brings it twice. Keep this file with your CV.\n"
)


def folded(text: str) -> str:
    """Return a text as it is compared: its words alone, without accents and capitals."""
    return bare(fold(text))


def bare(text: str) -> str:
    """Return the words of a text."""
    return " ".join(re.findall(r"\w+", text))


def name_of(title: str, options: Mapping[str, str]) -> str:
    """Return what makes two entries the same: title, place, and the year they begin in."""
    where = options.get("organization") or options.get("event") or ""
    when = options.get("start") or options.get("date") or options.get("end") or ""
    return fold(f"{bare(title)} | {bare(where)} | {when[:4]}")


class Record:
    """What was brought, each thing as a digest, which says nothing of it to others.

    ``gone`` tells what was looked for because it is not there any more.
    """

    def __init__(self, text: str = "") -> None:
        self.gone: list[str] = []
        self._known = {line for line in text.split("\n") if line and not line.startswith("#")}

    def had(self, words: str, *names: str) -> bool:
        """Whether something with one of these names was brought before; *words* tell of it."""
        is_known = not self._known.isdisjoint(map(_digest, names))
        self.gone += [words] * is_known
        return is_known

    def text_with(self, draft: Draft) -> str:
        """Return the record as a file, with all of *draft*."""
        return _HEAD + "".join(f"{one}\n" for one in sorted(self._known | set(_all(draft))))


def _all(draft: Draft) -> Iterable[str]:
    for paper in draft.papers:
        yield from map(_digest, paper.marks())
    for section in draft.sections:
        for block in section.blocks:
            if isinstance(block, Text):
                yield _digest(folded(block.text))
            elif isinstance(block, Item):
                yield _digest(name_of(block.title, block.options))


def _digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:16]
