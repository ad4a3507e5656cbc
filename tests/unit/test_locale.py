"""The words of the extension in other languages: complete, compiled, and used."""

from __future__ import annotations

import io

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from helpers import ROOT

PACKAGE = ROOT / "_ext" / "sphinx_cv"
FILES = sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/sphinx_cv.po"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_a_language_has_all_words_and_no_others(path):
    found = extract_from_dir(str(PACKAGE), method_map=[("**.py", "python")])
    words = {message for _file, _line, message, _comments, _context in found}
    with path.open("rb") as file:
        catalog = {message.id: message.string for message in read_po(file) if message.id}
    assert set(catalog) == words
    assert all(catalog.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_what_is_compiled_is_what_is_written(path):
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    assert path.with_suffix(".mo").read_bytes() == compiled.getvalue()
