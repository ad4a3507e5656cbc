"""The words of the extension in other languages: complete, compiled, and used."""

from __future__ import annotations

import functools

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from helpers import ROOT

PACKAGE = ROOT / "_ext" / "sphinx_cv"
FILES = sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/sphinx_cv.po"))


@functools.cache
def words_of_the_code():
    found = extract_from_dir(str(PACKAGE), method_map=[("**.py", "python")])
    return {message for _file, _line, message, _comments, _context in found}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_a_language_has_all_words_and_no_others(path):
    words = words_of_the_code()
    assert words
    with path.open("rb") as file:
        catalog = {message.id: message.string for message in read_po(file) if message.id}
    assert set(catalog) == words
    assert all(catalog.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_what_is_compiled_is_what_is_written(path):
    # Not byte for byte: Babel writes its own version into the head of the file.
    with path.open("rb") as source, path.with_suffix(".mo").open("rb") as compiled:
        written, shipped = read_po(source), read_mo(compiled)
    words = [
        {message.id: message.string for message in each if message.id}
        for each in (written, shipped)
    ]
    assert words[0] == words[1]
    assert str(written.plural_forms) == str(shipped.plural_forms)
