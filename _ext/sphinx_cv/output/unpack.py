"""What is packed in a file: in archives and in the streams of a PDF, within one another."""

from __future__ import annotations

import bz2
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# More would not be unpacked in the time that a build takes: one small file can hold terabytes.
_MOST = 64 * 1024 * 1024
_DEEPEST = 4
_PDF, _ZIP, _INVENTORY = b"%PDF", b"PK\x03\x04", b"# Sphinx inventory"
_BEFORE = 1024
_STREAM = re.compile(rb"\bstream\r?\n")
# What shows text on the page of a PDF, and the strings that are text: the others are numbers of
# glyphs. One word may be many strings, with numbers between them that move each.
_SHOWS = re.compile(rb"\bT[jJ]\b")
_STRING = re.compile(rb"\(((?:[ -'*-[\]-~\xa0-\xff]|\\[()\\])*)\)")
# Of a Word file nine tenths, and no text of its author.
_OF_WORD = {"word/styles.xml", "word/stylesWithEffects.xml", "word/theme/theme1.xml"}
# A value of an attribute of XML.
_QUOTED = re.compile(rb"\"([^\"<>]*)\"")
# What a packed file starts with, and what unpacks it bit by bit.
_PACKERS: tuple[tuple[bytes, Callable[[], Any]], ...] = (
    (b"\x1f\x8b", lambda: zlib.decompressobj(wbits=31)),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ", lzma.LZMADecompressor),
)


def is_packed(data: bytes) -> bool:
    """Whether a file is a PDF or an archive; readers accept some bytes before its head."""
    head = data[:_BEFORE]
    starts = (_INVENTORY, *(start for start, _new in _PACKERS))
    return _PDF in head or _ZIP in head or _is_tar(data) or data.startswith(starts)


def _is_tar(data: bytes) -> bool:
    return data[257:262] == b"ustar"


def parts_of(data: bytes) -> Iterator[bytes]:
    """Yield *data*, and all that is packed in it, as far as it can be unpacked."""
    left = [_MOST]
    waiting = [(data, 0)]
    while waiting:
        part, depth = waiting.pop()
        yield part
        if depth < _DEEPEST:
            waiting += [(inner, depth + 1) for inner in _packed(part, left) if inner]


def _packed(data: bytes, left: list[int]) -> Iterator[bytes]:
    """Yield what is packed in *data* itself; *left* is how much may still be unpacked."""
    if _PDF in data[:_BEFORE]:
        for found in _STREAM.finditer(data):
            # The end of a stream says itself where it ends.
            stream = _unpacked(zlib.decompressobj(), data[found.end() :], left, few=True)
            # Of what draws a page, the texts: most of it are numbers.
            is_drawn = _SHOWS.search(stream)
            yield b"".join(_STRING.findall(stream)) if is_drawn else stream
    elif data.startswith(_INVENTORY):
        *head, body = data.split(b"\n", 4)
        yield b"\n".join(head)
        yield _unpacked(zlib.decompressobj(), body, left)
    elif _is_tar(data):
        yield from _tarred(data)
    elif _ZIP in data[:_BEFORE]:
        yield from _members(data, left)
    for start, packer in _PACKERS:
        if data.startswith(start):
            yield _unpacked(packer(), data, left)


def _unpacked(packer: Any, data: bytes, left: list[int], *, few: bool = False) -> bytes:
    """Return what *packer* makes of *data*, b"" for what was not packed by it."""
    if few and data[:1] not in (b"\x78", b"\x48", b"\x68", b"\x58", b"\x38", b"\x28", b"\x18"):
        return b""
    try:
        made: bytes = packer.decompress(data, left[0])
    except (zlib.error, OSError, EOFError, lzma.LZMAError, ValueError):
        return b""
    left[0] = max(left[0] - len(made), 1)
    return made


def _tarred(data: bytes) -> Iterator[bytes]:
    try:
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for info in archive:
                yield info.name.encode("utf-8", "replace")
                file = archive.extractfile(info) if info.isfile() else None
                yield file.read() if file else b""
    except (tarfile.TarError, OSError, EOFError, ValueError):
        return


def _members(data: bytes, left: list[int]) -> Iterator[bytes]:
    """Yield the files in a zip archive, such as a Word file; none where it cannot be read.

    Of XML, the texts and the values of attributes: tags may stand within a word.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield "\n".join(archive.namelist()).encode("utf-8", "replace") + archive.comment
            for info in archive.infolist():
                if info.filename in _OF_WORD:
                    continue
                with archive.open(info) as file:
                    member = file.read(left[0])
                left[0] = max(left[0] - len(member), 1)
                if info.filename.endswith((".xml", ".rels")):
                    yield re.sub(rb"<[^<>]*>", b"", member)
                    yield b"\n".join(sorted({*_QUOTED.findall(member)}))
                else:
                    yield member
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, OSError, EOFError):
        return
    except (ValueError, lzma.LZMAError):
        return
