"""The printed CV as a flow of paragraphs: what plain text and Word are both made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# What a paragraph is. An ``entry`` is the first line of an item and may have a date, a ``place``
# one of its other lines, a ``tied`` one what belongs to the publication above it.
Style = Literal[
    "name",
    "contact",
    "heading",
    "subhead",
    "entry",
    "line",
    "place",
    "body",
    "bullet",
    "number",
    "publication",
    "tied",
    "note",
    "term",
    "code",
    "picture",
]
Mark = Literal["strong", "emphasis", "code", "superscript", "subscript"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Text set in one way.

    ``url`` is an address that it leads to, ``anchor`` a place in the document.
    """

    text: str
    marks: frozenset[Mark] = frozenset()
    url: str = ""
    anchor: str = ""


@dataclass(kw_only=True, slots=True)
class Block:
    """A paragraph.

    ``level`` is that of a heading from 1, of other paragraphs how deep they are indented.
    ``label`` stands before the text, ``date`` at the end of its line; ``anchors`` are the names
    of the place. ``links`` is a row of links behind the text. ``kept`` is on the page of the next
    one. A ``picture`` has its path in ``label``.
    """

    style: Style
    runs: list[Run] = field(default_factory=list)
    level: int = 0
    label: str = ""
    date: str = ""
    anchors: list[str] = field(default_factory=list)
    links: list[Run] = field(default_factory=list)
    kept: bool = False

    @property
    def text(self) -> str:
        """The text without what marks and links it."""
        return "".join(run.text for run in self.runs)


@dataclass(kw_only=True, slots=True)
class Table:
    """A table: the texts of its cells by row, the first ones of its head."""

    rows: list[list[list[Run]]]
    head: int = 0


Flow = list[Block | Table]
