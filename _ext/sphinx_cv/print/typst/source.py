"""A Typst document with its pictures, ready to compile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from docutils import nodes

    Resolve = Callable[[nodes.document, str], None]

# The name of the file with the sections.
BODY = "body.typ"


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link to an ``address`` outside the document, described by ``words``."""

    address: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """The sections in Typst, the images that they name, and the links out of them."""

    text: str
    pictures: Mapping[str, bytes]
    dates: Sequence[str]
    links: Sequence[Link]


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file inside the PDF."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A main file for ``cv.typ``; ``language`` is a BCP 47 tag, ``date`` has seconds, in UTC.

    The sections are in a file of their own: the engine knows each word by its place in a file, and
    lays out only once what has the same places in two sources.

    One with attachments is PDF/A-3a (ISO 19005-3), the others are PDF/A-2a, which refuses them.
    """

    text: str
    body: str = ""
    pictures: Mapping[str, bytes]
    language: str
    look: Mapping[str, Any]
    date: dt.datetime
    attached: Sequence[Attachment] = ()
    links: Sequence[Link] = ()
