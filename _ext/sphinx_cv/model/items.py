"""What a CV is made of: entries, talks and their links. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .dates import DateRange

# The kinds of entry; True where the organization is printed before the title.
ENTRY_KINDS = {
    "education": True,
    "experience": False,
    "teaching": False,
    "service": False,
    "award": False,
    "grant": False,
    "software": False,
}
DEFAULT_ENTRY_KIND = "experience"

TALK_KINDS = ("invited", "contributed", "keynote", "seminar", "poster", "tutorial", "panel")


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A labeled web or e-mail address; ``label`` is one of the options' names."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """What entries and talks have in common.

    ``date_text`` is what the author typed where it could not be read as a date.
    ``publications`` are keys of the .bib files; ``name`` is the author's own anchor;
    ``silenced`` are the rules whose notes the author has answered.
    """

    title: str
    kind: str = ""
    location: str = ""
    dates: DateRange | None = None
    date_text: str = ""
    url: str = ""
    publications: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    name: str = ""
    classes: tuple[str, ...] = ()
    silenced: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry(Item):
    """A position, a degree, a prize: something held at a place for a time."""

    organization: str = ""
    people: tuple[str, ...] = ()

    @property
    def organization_first(self) -> bool:
        """Whether the printed line starts with the organization."""
        return bool(self.organization) and ENTRY_KINDS.get(self.kind, False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk(Item):
    """A talk given at an event.

    ``language`` is a BCP 47 tag or the author's words; ``entries`` are the names of the
    positions, grants or programs that it belongs to.
    """

    event: str = ""
    host: str = ""
    online: bool = False
    language: str = ""
    entries: tuple[str, ...] = ()
