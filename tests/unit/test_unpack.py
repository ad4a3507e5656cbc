"""What is packed in a file is found, and a bomb is not blown up."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib

import pytest

from archives import tarred, zipped
from sphinx_cv.output import unpack
from sphinx_cv.output.unpack import is_packed, parts_of

SECRET = b"a private value"


def pdf(data: bytes) -> bytes:
    return b"%PDF-1.7\nstream\r\n" + zlib.compress(data) + b"\nendstream\n"


PACKED = [
    gzip.compress(SECRET),
    bz2.compress(SECRET),
    lzma.compress(SECRET),
    zipped(SECRET),
    b"#!/bin/sh\n" + zipped(SECRET),
    zipped(b"", name=SECRET.decode()),
    zipped(b"<a>a <b>priv</b>ate value</a>", name="a.xml"),
    zipped(b'<a b="a private value"/>', name="a.xml"),
    tarred(SECRET),
    gzip.compress(tarred(zipped(SECRET))),
    pdf(SECRET),
    pdf(b"BT [(a pri)-20(vate )3(value)] TJ ET"),
    b"\n\n" + pdf(SECRET),
    zipped(pdf(SECRET)),
    b"# Sphinx inventory version 2\n# Project: A\n# Version: 1\n# zlib\n" + zlib.compress(SECRET),
]


@pytest.mark.parametrize("data", PACKED, ids=range(len(PACKED)))
def test_what_is_packed_is_found(data: bytes) -> None:
    assert is_packed(data)
    assert SECRET in b"\n".join(parts_of(data))


@pytest.mark.parametrize("data", PACKED, ids=range(len(PACKED)))
def test_a_broken_file_is_read_as_far_as_it_goes(data: bytes) -> None:
    for end in range(0, len(data), 7):
        broken = data[:end]
        assert next(parts_of(broken)) == broken
        list(parts_of(broken))
        list(parts_of(data[:end] + b"\xff" + data[end + 1 :]))


def test_a_text_has_nothing_packed_in_it() -> None:
    for data in (b"", b"text", b"stream\n", b"\0" * 600):
        assert not is_packed(data)
        assert list(parts_of(data)) == [data]


def test_a_bomb_is_unpacked_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "_MOST", 1000)
    zeros = bytes(5_000_000)
    for bomb in (gzip.compress(zeros), zipped(gzip.compress(zeros)), pdf(zeros), zipped(zeros)):
        assert sum(map(len, parts_of(bomb))) < 20_000
