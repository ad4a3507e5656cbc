"""What the rules look at: the entries and talks, the publications, and the text of all files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from sphinx_cv.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sphinx_cv.model.items import Item
    from sphinx_cv.source.catalogs import Catalog
    from sphinx_cv.source.markdown import Page

# How many of its people a publication names.
Authors: TypeAlias = Literal["all", "some", "none"]


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
        """The section that it is in."""

    @property
    def line(self) -> int:
        """The line of its directive."""

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of each of its options."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A listed publication, and where its .bib file has it.

    ``group`` is the place of its group by type. ``marks`` are the words that are said of people
    and have no sign, each behind the field that says it. ``authors`` says how many of its people
    it names: "some", where it ends in "and others". A rule in ``silenced`` that only an
    import has silenced is in ``unanswered``, too.
    """

    key: str
    title: str
    owned: bool
    authors: Authors = "all"
    place: str
    line: int
    group: int = 0
    year: str = ""
    doi: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    silenced: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A name where it is written, given names first; ``work`` is what its people made together.

    Where ``column`` is 0, the place in the line is not known.
    """

    name: str
    place: str
    line: int
    column: int = 0
    work: str = ""
    silenced: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Cv:
    """A whole CV, as all rules see it.

    ``unlisted`` are the publications of a CV that shows none of them. ``pages`` has each document;
    ``checked`` names those whose text is checked as Markdown, by default all. ``bibfiles`` has the
    lines of each .bib file that is listed, by its path, and ``settings`` those of conf.py.
    ``people`` are names for sure: authors, editors, and those that entries give.
    ``kinds`` are the kinds that an entry may have, and ``private`` the private texts of the
    profile. ``languages`` are those that the CV is translated into, ``messages`` the texts of
    each document to translate with their lines, and ``catalogs`` the files of translations.
    """

    facts: Sequence[Fact] = ()
    papers: Sequence[Paper] = ()
    unlisted: Sequence[Paper] = ()
    people: Sequence[Mention] = ()
    pages: dict[str, Page] = field(default_factory=dict)
    checked: Collection[str] | None = None
    bibfiles: dict[str, Sequence[str]] = field(default_factory=dict)
    settings: dict[str, Sequence[str]] = field(default_factory=dict)
    owner: str = ""
    aliases: Sequence[str] = ()
    kinds: Collection[str] = ()
    private: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    today: dt.date = dt.date.max
    languages: Sequence[str] = ()
    messages: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    catalogs: Sequence[Catalog] = ()

    def checked_pages(self) -> Iterator[tuple[str, Page]]:
        """Yield each page whose text is checked, with its name before it."""
        for docname, page in self.pages.items():
            if self.checked is None or docname in self.checked:
                yield docname, page


def finding_at(fact: Fact, subtype: str, message: str, *options: str) -> Finding:
    """Return a finding at the first of *options* that the fact has, else at its directive."""
    line = next((fact.lines[name] for name in options if name in fact.lines), fact.line)
    return Finding(subtype=subtype, message=message, line=line, place=fact.docname)


def typed_flag(fact: Fact, name: str) -> str:
    """Return how to write a flag at a fact: in a line of ``cv-lines`` all options are in it."""
    one_line = {*fact.lines.values()} == {fact.line}
    return f'"{name}="' if one_line else f'":{name}:"'


def where(fact: Fact) -> str:
    """Return the place of a fact, in words."""
    return f"{fact.docname}, line {fact.line}"
