"""Words in place of addresses: how the links of a PDF are described.

Screen readers say the description of a link and not its text. The engine describes a link that
leads out of the document by its address, and has no option for other words.
It writes each link as an object of one line, and at the end a table of the places of all objects.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .source import Link

_LINK = re.compile(
    rb"^<</Type/Annot/Subtype/Link\b.*/Contents(?P<words>\(.*\)|<[0-9A-F]+>)(?=>>$)", re.MULTILINE
)
_END = re.compile(rb"(?<=startxref\n)\d+(?=\n%%EOF)")
_PLACE = re.compile(rb"^\d{10}(?= \d{5} n)", re.MULTILINE)
_ESCAPED = re.compile(rb"\\(.)")
# Marks a text as UTF-16.
_UTF_16 = b"\xfe\xff"


def describe_links(pdf: bytes, links: Sequence[Link]) -> bytes:
    """Return *pdf* with the words of *links*, which are in the order of the document."""
    words: dict[str, list[str]] = defaultdict(list)
    for link in links:
        words[link.address].append(link.words)
    end = _END.search(pdf)
    if not end:
        return pdf
    table = int(end[0])
    parts, done, growth = [], 0, 0
    # Where the file gets longer, and how much it is longer from there on.
    places, growths = [0], [0]
    for found in _LINK.finditer(pdf, 0, table):
        told = words[_read(found["words"])]
        if not told:
            continue
        # A link on two pages is two objects.
        written = _write(told.pop(0) if len(told) > 1 else told[0])
        parts += [pdf[done : found.start("words")], written]
        done = found.end("words")
        growth += len(written) - len(found["words"])
        places.append(done)
        growths.append(growth)

    def moved(place: bytes) -> int:
        return int(place) + growths[bisect_right(places, int(place)) - 1]

    offsets = _PLACE.sub(lambda found: b"%010d" % moved(found[0]), pdf[table : end.start()])
    return b"".join((*parts, pdf[done:table], offsets, b"%d" % moved(end[0]), pdf[end.end() :]))


def _read(text: bytes) -> str:
    """Read a text of the PDF (ISO 32000-1, 7.9.2.2)."""
    if text.startswith(b"("):
        return _ESCAPED.sub(rb"\1", text[1:-1]).decode("latin-1")
    data = bytes.fromhex(text[1:-1].decode())
    return data.removeprefix(_UTF_16).decode("utf-16-be" if data.startswith(_UTF_16) else "latin-1")


def _write(words: str) -> bytes:
    """Write a text of the PDF."""
    if words.isascii() and words.isprintable():
        return b"(" + re.sub(rb"[\\()]", rb"\\\g<0>", words.encode()) + b")"
    return b"<" + (_UTF_16 + words.encode("utf-16-be")).hex().upper().encode() + b">"
