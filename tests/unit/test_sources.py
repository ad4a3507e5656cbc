"""Which files are looked through for what is the owner's."""

from __future__ import annotations

import os

from sphinx.config import Config

from sphinx_cv.document.directives.only import own_in

MARKED = ":::{cv-only} own\n"


def test_what_is_marked_is_found_in_any_folder(tmp_path):
    (tmp_path / "sections" / "old").mkdir(parents=True)
    assert not own_in(tmp_path, Config({}, {"source_suffix": {".md": "markdown"}}))
    (tmp_path / "sections" / "old" / "page.md").write_text(MARKED)
    assert own_in(tmp_path, Config({}, {"source_suffix": {".md": "markdown"}}))


def test_a_folder_that_sphinx_reads_is_looked_through_whatever_its_name(tmp_path):
    (tmp_path / "_drafts").mkdir()
    (tmp_path / "_drafts" / "page.md").write_text(MARKED)
    assert own_in(tmp_path, Config({}, {"source_suffix": {".md": "markdown"}}))


def test_folders_of_tools_are_not_entered(tmp_path, monkeypatch):
    for name in (".venv", "node_modules", "sections"):
        (tmp_path / name / "deep").mkdir(parents=True)
        (tmp_path / name / "deep" / "page.md").write_text("" if name == "sections" else MARKED)
    entered = []
    scandir = os.scandir
    monkeypatch.setattr("os.scandir", lambda path: entered.append(str(path)) or scandir(path))
    assert not own_in(tmp_path, Config({}, {"source_suffix": {".md": "markdown"}}))
    assert not [path for path in entered if ".venv" in path or "node_modules" in path]
