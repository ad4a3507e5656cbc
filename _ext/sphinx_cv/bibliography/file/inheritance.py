"""What an entry has from others: the fields of its ``crossref`` and ``xdata``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.bibliography.entry_types import PARTS
from sphinx_cv.bibliography.fields import is_own
from sphinx_cv.model.suggestion import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, MutableMapping

    from pybtex.database import Entry


def inherit(entries: MutableMapping[str, Entry]) -> Iterator[tuple[str, str]]:
    """Let each entry inherit; yield the key of each that refers to one which is not there.

    With the key comes the sentence that says so.
    """
    # Suggesting a name is slow, and a part is rarely part of another part.
    wholes = [key for key, entry in entries.items() if entry.type.lower() not in PARTS]
    for key in _wholes_first(entries):
        for name in _references(entries[key]):
            if name in entries:
                _inherit_from(entries[name], entries[key])
                continue
            hint = suggestion(name, wholes)
            yield key, f'"{key}" refers to "{name}", which is not there.{hint}'


def _wholes_first(entries: Mapping[str, Entry]) -> list[str]:
    """Return the keys, each after those its entry refers to; circles are cut."""
    found: dict[str, None] = {}
    opened: set[str] = set()
    for start in entries:
        waiting = [start]
        while waiting:
            key = waiting[-1]
            if key in opened:
                found[waiting.pop()] = None
            else:
                opened.add(key)
                names = _references(entries[key])
                waiting += [entries[name].key for name in names if name in entries]
    return list(found)


def _references(entry: Entry) -> list[str]:
    """Return the keys of those from which *entry* inherits."""
    names = [entry.fields.get("crossref", ""), *entry.fields.get("xdata", "").split(",")]
    # A repeated name is reported once.
    once = dict.fromkeys(map(str.strip, names))
    return [name for name in once if name and name.lower() != entry.key.lower()]


def _inherit_from(parent: Entry, entry: Entry) -> None:
    shared = parent.type == "xdata"
    for name, value in parent.fields.items():
        if shared or not is_own(name):
            entry.fields.setdefault(name, value)
    for role, people in parent.persons.items():
        entry.persons.setdefault(role, people)
    title = parent.fields.get("title")
    if not title or shared:
        return
    if entry.type == "inbook" and "title" not in entry.fields:
        # BibTeX's @inbook is a chapter without a title of its own.
        entry.fields["title"] = title
    elif entry.type == "article":
        entry.fields.setdefault("journal", title)
    elif "booktitle" not in entry.fields:
        entry.fields["booktitle"] = title
        if subtitle := parent.fields.get("subtitle"):
            entry.fields.setdefault("booksubtitle", subtitle)
