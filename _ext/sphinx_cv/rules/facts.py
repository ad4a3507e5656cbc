"""What is checked: the entries and talks of all pages, and the listed publications."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sphinx_cv.model.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_cv.model.items import Item


class Fact(Protocol):
    """An entry or a talk in its document; ``lines`` holds the line of each option."""

    @property
    def item(self) -> Item:
        """The entry or talk."""

    @property
    def docname(self) -> str:
        """Its document."""

    @property
    def section(self) -> str:
        """The section that it stands in."""

    @property
    def line(self) -> int:
        """The line of its directive."""

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of each of its options."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A listed publication, and where its .bib file has it."""

    key: str
    title: str
    owned: bool
    place: str
    line: int
    silenced: tuple[str, ...] = ()


def problem_at(fact: Fact, subtype: str, message: str, *options: str) -> Problem:
    """Return a finding at the first of *options* that the fact has, else at its directive."""
    line = next((fact.lines[name] for name in options if name in fact.lines), fact.line)
    return Problem(subtype=subtype, message=message, line=line, place=fact.docname)


def where(fact: Fact) -> str:
    """Return the place of a fact, in words."""
    return f"{fact.docname}, line {fact.line}"
