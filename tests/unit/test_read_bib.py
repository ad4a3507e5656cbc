"""Reading .bib files: in every form of file, each field its words, each fault its line."""

import os

import pytest

from helpers import ROOT
from sphinx_cv.bibliography.file.reader import read_files

DATA = ROOT / "tests/data/bib"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.bib")), ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
    ],
    ids=["BOM", "CRLF", "CR"],
)
def test_a_file_reads_the_same_in_every_form(path, encode, tmp_path):
    other = tmp_path / path.name
    other.write_bytes(encode(path.read_text("utf-8")))
    one, two = (read_files([file], "utf-8-sig") for file in (path, other))
    assert one.data.entries == two.data.entries
    assert [(fault.line, fault.message) for fault in one.faults] == [
        (fault.line, fault.message) for fault in two.faults
    ]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("n/a", ""),
        ("n/a--n/a", ""),
        ("N/A-N/A", ""),
        ("{}", ""),
        ("n/a-steps", "n/a-steps"),
        ("{Title }", "{Title}"),
        ("{ The {Mill} }", "{The {Mill}}"),
        (r"{Tie\ }", r"{Tie\ }"),
        ("{a} {b}", "{a} {b}"),
    ],
)
def test_a_field_is_its_words_alone(tmp_path, typed, value):
    path = tmp_path / "a.bib"
    path.write_text(f"@misc{{a, title = {{{typed}}}}}")
    assert read_files([path], "utf-8").data.entries["a"].fields["title"] == value


def test_an_unknown_encoding_is_told():
    reading = read_files([DATA / "parentheses.bib"], "utf-nonsense")
    assert len(reading.data.entries) == 3
    assert [fault.message[:32] for fault in reading.faults] == ['bibtex_encoding is "utf-nonsense']


def test_keys_that_make_one_address_are_kept_apart(tmp_path):
    path = tmp_path / "keys.bib"
    path.write_text("@misc{a/b}\n@misc{a:b}\n@misc{a:b}\n")
    reading = read_files([path], "utf-8-sig", anchor=lambda key: key.replace("/", ":"))
    assert list(reading.data.entries) == ["a/b", "a:b-2", "a:b-3"]
    assert [fault.line for fault in reading.faults] == [2, 3]


def test_a_pipe_is_no_file(tmp_path):
    path = tmp_path / "pipe.bib"
    os.mkfifo(path)
    [fault] = read_files([path], "utf-8-sig").faults
    assert fault.message == "the file cannot be read: it is a pipe"
