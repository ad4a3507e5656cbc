"""What a CV is made of: entries, talks and their links. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from .dates import Dates


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A labeled web or e-mail address; ``label`` is one of the options' names."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """What entries and talks have in common.

    ``kind`` is the name of one of the kinds of ``objtype`` (see ``kinds.py``).
    ``date_text`` is what the author typed where it could not be read as a date.
    ``publications`` are keys of the .bib files; ``name`` is the author's own anchor;
    ``entries`` are the names of the positions, grants or programs that it belongs to;
    ``silenced`` are the rules whose notes the author has answered.
    """

    objtype: ClassVar[str] = "entry"

    title: str
    kind: str = ""
    location: str = ""
    dates: Dates | None = None
    date_text: str = ""
    url: str = ""
    people: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    publications: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    name: str = ""
    classes: tuple[str, ...] = ()
    silenced: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The institutions and events that it is tied to."""
        return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry(Item):
    """A position, a degree, a prize: something held at a place for a time."""

    organization: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        """The organization."""
        return (self.organization,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk(Item):
    """A talk given at an event.

    ``language`` is a BCP 47 tag or the author's words.
    """

    objtype: ClassVar[str] = "talk"

    event: str = ""
    host: str = ""
    online: bool = False
    language: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        """The event and its host."""
        return self.event, self.host
