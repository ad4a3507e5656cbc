"""What a CV is made of: entries, talks and their links. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from sphinx_cv.model.dates.values import Dates

    from .money import Money


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
    ``role`` is the owner's part in it, ``people`` are those beside the owner; ``details`` is one
    more line of MyST; ``tags`` are words of the author's own, which only lists see.
    ``entries`` are the names of the positions, grants or programs that it belongs to;
    ``silenced`` are the rules whose notes the author has answered; ``own`` holds the names and
    values of options that other extensions have added.
    """

    objtype: ClassVar[str] = "entry"

    title: str
    kind: str = ""
    location: str = ""
    dates: Dates | None = None
    date_text: str = ""
    url: str = ""
    role: str = ""
    people: tuple[str, ...] = ()
    details: str = ""
    tags: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    publications: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    name: str = ""
    classes: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()
    silenced: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The institutions and events that it is tied to."""
        return ()

    @property
    def label(self) -> str:
        """What a link to it says: the title, or the place of what has none."""
        return self.title or next(filter(None, self.places), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry(Item):
    """A position, a degree, a prize: something held at a place for a time.

    ``amount`` is the money of a grant, ``share`` the owner's part of it, ``number`` the grant's.
    ``degree``, ``thesis`` and ``now`` are a student's, who is the title. ``code``, ``level`` and
    ``students`` are those of a course.
    """

    organization: str = ""
    amount: Money | None = None
    share: Money | None = None
    number: str = ""
    degree: str = ""
    thesis: str = ""
    now: str = ""
    code: str = ""
    level: str = ""
    students: str = ""

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
