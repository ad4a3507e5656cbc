"""Which sources can be read, in any encoding; what cannot be is one line, and leaves nothing."""

import json
import os

import pytest
from click.testing import CliRunner

from sphinx_cv.cli.main import main
from sphinx_cv.importer.sources import read_source

BOMB = "a: &a [x]\n" + "".join(f"k{n}: [*a, *a, *a]\n" for n in range(20))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.yaml", b"cv: [\n", "is not sound YAML, line 2"),
        ("a.yaml", b"x: 1\n", "is YAML of another program"),
        ("a.yaml", BOMB.encode(), "too many aliases"),
        ("a.yaml", b"- [a, b]\n", "is YAML of another program"),
        ("a.json", b'{"basics": ', "is not sound JSON"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b'{"dependencies": {}}', "is JSON of another program"),
        ("a.json", b"", "is empty"),
        ("a.tex", b"\\documentclass{article}", "neither moderncv nor awesome-cv"),
        ("a.bib", b"% nothing", "holds no publication"),
        ("a.docx", b"PK", "is of no kind that can be read"),
        ("a.xml", b"<record/>", "save an ORCID record as JSON"),
        ("a.yaml", b"a\0b", "is no text"),
        ("a.tex", b"%PDF-1.7\n", "is no text"),
        ("site/_data/cv.yml", b"[" * 5_000, "nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_leaves_nothing(name, data, words, tmp_path):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    into = tmp_path / "cv"
    source = tmp_path / name.partition("/")[0]
    shown = CliRunner().invoke(main, ["import", str(source), "--into", str(into)])
    assert shown.exit_code == 2, shown.output
    assert words in " ".join(shown.output.split())
    assert shown.output.startswith("Error: ")
    assert shown.output.count("\n") == 1
    assert not into.exists()


def test_what_is_not_there_or_no_file_is_one_line(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    for name, words in (
        ("none.yaml", "is not there"),
        ("none", "is not there"),
        ("pipe.yaml", "is neither a file nor a folder"),
    ):
        shown = CliRunner().invoke(main, ["import", str(tmp_path / name)])
        assert (shown.exit_code, shown.output) == (2, f'Error: "{tmp_path / name}" {words}\n')


def test_what_no_page_can_hold_is_taken_out(tmp_path):
    text = (
        r'{"basics": {"name": "A\u0000d\u0007a \ud800"}, "work": [{"position": "\ud83c\udfc5 P"}]}'
    )
    (tmp_path / "a.json").write_text(text, "utf-8")
    draft = read_source(tmp_path / "a.json")
    assert draft.profile["name"] == "Ada \ufffd"
    assert draft.sections[0].blocks[0].title == "🏅 P"


def test_a_file_of_50_mb_is_not_read(tmp_path):
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    shown = CliRunner().invoke(main, ["import", str(path), "--into", str(tmp_path / "cv")])
    assert (shown.exit_code, "more than 20 MB" in shown.output) == (2, True)


def test_a_file_without_permission_is_one_line(tmp_path, monkeypatch):
    def refused(*_arguments):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.json").write_text("{}", "utf-8")
    monkeypatch.setattr("os.access", lambda *_arguments: False)
    monkeypatch.setattr("pathlib.Path.read_bytes", refused)
    shown = CliRunner().invoke(main, ["import", str(tmp_path / "a.json"), "--into", "cv"])
    told = f'Error: "{tmp_path / "a.json"}" cannot be read: Permission denied\n'
    assert (shown.exit_code, shown.output) == (2, told)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(tmp_path, encoding):
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps({"basics": {"name": "Zoë"}}, ensure_ascii=False).encode(encoding))
    assert read_source(path).profile["name"] == "Zoë"
