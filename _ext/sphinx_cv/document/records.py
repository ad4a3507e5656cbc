"""The records of entries and talks: what a document says of each, and the lines it prints."""

from __future__ import annotations

import io
import pickle
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from docutils import nodes

from sphinx_cv.l10n import _
from sphinx_cv.model.items import Entry

from .above import enclosing
from .nodes import (
    cv_body,
    cv_details,
    cv_entry,
    cv_headline,
    cv_lines,
    cv_links,
    cv_phrase,
    cv_shadow,
    cv_subline,
    cv_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_cv.model.items import Item

_NUMBERS = re.compile(r"\b\d+\b")
# What says where something was.
_PLACES = {"cv-event", "cv-host", "cv-organization", "cv-location", "cv-online"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One entry or talk in its document.

    ``lines`` are those of its options, ``section`` is the part of the page that it stands in.
    ``head`` holds its printed lines, for lists on other pages; ``where`` is the second line and
    the year, as other pages mention a talk. ``text`` is what the author wrote below it, as plain
    paragraphs with line feeds between them.
    """

    item: Item
    docname: str
    anchor: str
    line: int
    lines: dict[str, int]
    section: str = ""
    head: bytes = b""
    where: str = ""
    text: str = ""

    def lines_of_head(self) -> list[nodes.Element]:
        """Return the lines of the item that lists show: all but the body."""
        return cast("list[nodes.Element]", _Unpickler(io.BytesIO(self.head)).load())

    @property
    def objtype(self) -> str:
        """The object type and role: ``entry`` or ``talk``."""
        return self.item.objtype


def heads_in(document: nodes.document) -> dict[str, bytes]:
    """Take the shadows out of a document, and return their lines by the anchor of their item."""
    heads = {}
    for shadow in list(document.findall(cv_shadow)):
        heads[shadow.parent["ids"][0]] = head_of(cast("nodes.Element", shadow[0]))
        shadow.parent.remove(shadow)
    return heads


def finished(records: Iterable[Record], document: nodes.document) -> Iterator[Record]:
    """Yield the records with the titles and lines of the document, where they are translated.

    They are in the order of the document. An entry within another has its kind and organization,
    unless it says its own.
    """
    heads = heads_in(document)
    found = {node["ids"][0]: node for node in _items(document)}
    noted = {record.anchor: record for record in records}
    parts = _parts(document)
    for anchor, node in found.items():
        record = noted[anchor]
        item = _with_address(record.item, node)
        item = replace(item, title=_title_of(node) or item.title)
        outer = noted.get(_outer(node)) if isinstance(node, cv_entry) else None
        if outer and isinstance(item, Entry) and isinstance(outer.item, Entry):
            kind = item.kind if "kind" in record.lines else outer.item.kind
            organization = item.organization or outer.item.organization
            item = replace(item, kind=kind, organization=organization)
            noted[anchor] = replace(record, item=item)
        yield replace(
            record,
            item=item,
            section=parts.get(anchor, ""),
            head=heads.get(anchor) or head_of(node),
            where=_where(node, item),
            text="\n".join(_paragraphs(node)),
        )


class _Pickler(pickle.Pickler):
    """Leaves out what a node hangs on: its parent, and by it the whole document."""

    def __init__(self, file: io.BytesIO, item: nodes.Element) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._item = item

    def persistent_id(self, obj: object) -> str | None:
        """Return a name for what is left out."""
        return "above" if obj is self._item or isinstance(obj, nodes.document) else None


class _Unpickler(pickle.Unpickler):
    """Reads what ``_Pickler`` wrote; the nodes hang on nothing."""

    def persistent_load(self, pid: str) -> None:
        """Return nothing for what was left out."""


def head_of(node: nodes.Element) -> bytes:
    """Return the lines of an item that lists show, as a record keeps them."""
    file = io.BytesIO()
    shown = (cv_headline, cv_subline, cv_details, cv_links)
    head = [part for part in node if isinstance(part, shown)]
    _Pickler(file, node).dump(head)
    return file.getvalue()


def _parts(document: nodes.document) -> dict[str, str]:
    """Return the part of the page that each item is in: its section, and the text above.

    Words between two entries, such as a line in bold, part them as a heading does.
    """
    parts = {}
    silent = (cv_entry, cv_lines, nodes.comment, nodes.target, nodes.system_message)
    for section in document.findall(nodes.section):
        above = 0
        for child in section:
            if isinstance(child, nodes.Element) and not isinstance(child, nodes.section):
                for entry in _items(child):
                    parts[entry["ids"][0]] = f"{section['ids'][0]} {above} {_outer(entry)}"
            above += not isinstance(child, silent)
    return parts


def _heads(node: nodes.Element) -> list[nodes.Node]:
    """Return the first two lines of an item, without those of the items in it."""
    return [part for part in node if isinstance(part, (cv_headline, cv_subline))]


def _paragraphs(node: nodes.Element) -> Iterator[str]:
    """Yield the paragraphs below the lines of an item, as the website shows them."""
    for part in node:
        if isinstance(part, (cv_body, cv_details)):
            yield from _texts(part)


def _texts(node: nodes.Element) -> Iterator[str]:
    if isinstance(node, nodes.TextElement):
        yield " ".join(node.astext().split())
        return
    for part in node.children:
        hidden = isinstance(part, (cv_entry, nodes.Invisible, nodes.system_message))
        if isinstance(part, nodes.Element) and not hidden and part.get("output") != "print":
            yield from _texts(part)


def _words(node: nodes.Element) -> Iterator[cv_words]:
    if isinstance(node, cv_phrase):
        yield from node.findall(cv_words)
        return
    for line in _heads(node):
        yield from line.findall(cv_words)


def _items(node: nodes.Element) -> Iterator[nodes.Element]:
    """Yield the nodes of the entries and talks below *node*."""
    return (each for each in node.findall(nodes.Element) if isinstance(each, (cv_entry, cv_phrase)))


def _outer(node: nodes.Element) -> str:
    """Return the anchor of the entry that contains an entry; ``""`` for none."""
    outer = enclosing(node, cv_entry)
    return str(outer["ids"][0]) if outer is not None else ""


def _where(node: nodes.Element, item: Item) -> str:
    places = [words.astext() for words in _words(node) if _PLACES & {*words["classes"]}]
    year = str(item.dates.earliest.year) if item.dates else item.date_text
    if any(year in _NUMBERS.findall(place) for place in places):
        # An event often says it: "CVPR 2025, Nashville".
        year = ""
    return str(_(", ")).join(filter(None, (*places, year)))


def _with_address(item: Item, node: nodes.Element) -> Item:
    """Return the item with the address that its title links to, unless it has its own."""
    titles = (words for words in node.findall(cv_words) if "cv-title" in words["classes"])
    links = (link for words in titles for link in words.findall(nodes.reference))
    addresses = (link["refuri"] for link in links if link.get("refuri"))
    return item if item.url else replace(item, url=next(addresses, ""))


def _title_of(node: nodes.Element) -> str:
    return next((part.astext() for part in _words(node) if "cv-title" in part["classes"]), "")
