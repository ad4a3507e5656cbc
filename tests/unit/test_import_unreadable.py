"""What of a source cannot be read is told as that, and never as if it were not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helpers import write
from sphinx_cv.importer.errors import UnreadableError
from sphinx_cv.importer.sources import read_source

TALK = "---\ntitle: Looms\nvenue: Ulm\ndate: 2020\n---\n"
PAPER = "---\ntitle: Threads\ndate: 2021\n---\n"
BIB = "@misc{a, title = {Yarn}, author = {King, Ada}, year = {2019}}"
CONFIG = "first_name: Ada\nlast_name: King\n"
HUGO = {
    "content/authors/admin/_index.md": "---\ntitle: Ada King\n---\n",
    "content/home/skills.md": "---\nwidget: skills\nitems: [{name: Looms}]\n---\n",
    "content/publication/threads/index.md": PAPER,
    "content/event/looms/index.md": TALK,
}
JEKYLL = {
    "_config.yml": CONFIG,
    "_data/cv.yml": "- {title: Hobbies, contents: [Chess]}",
    "_talks/a.md": TALK,
    "_bibliography/papers.bib": BIB,
    "_posts/a.md": "Hello.",
}


@pytest.fixture
def forbid(monkeypatch):
    """A function that makes a folder one whose names may not be seen, for root as well."""

    def forbidden(folder):
        def refusing(true):
            def call(path="."):
                if Path(os.fsdecode(path)) == folder:
                    raise PermissionError(13, "Permission denied", os.fsdecode(path))
                return true(path)

            return call

        monkeypatch.setattr("os.scandir", refusing(os.scandir))
        monkeypatch.setattr("os.listdir", refusing(os.listdir))

    return forbidden


def not_read(draft):
    return [words for _place, words in draft.report if words.startswith("not read: ")]


@pytest.mark.parametrize(
    ("files", "name"),
    [
        *((HUGO, f"content/{one}") for one in ("authors", "home", "publication", "event")),
        (HUGO, "content/publication/threads"),
        *((JEKYLL, one) for one in ("_talks", "_bibliography", "_posts")),
    ],
)
def test_a_folder_that_cannot_be_listed_is_told_once(tmp_path, forbid, files, name):
    forbid(write(tmp_path, files) / name)
    told = f'not read: "{tmp_path / name}" cannot be read: Permission denied'
    assert not_read(read_source(tmp_path)) == [told]


@pytest.mark.parametrize("name", ["", "_talks", "inner"])
def test_a_source_that_cannot_be_listed_says_so_and_not_that_it_is_no_cv(tmp_path, forbid, name):
    folder = tmp_path / name
    folder.mkdir(exist_ok=True)
    forbid(folder)
    with pytest.raises(UnreadableError, match="cannot be read: Permission denied") as raised:
        read_source(tmp_path)
    assert f'"{folder}"' in str(raised.value)
    assert "no kind" not in str(raised.value)


def test_a_fault_of_a_site_without_a_cv_comes_before_its_settings(tmp_path, forbid):
    forbid(write(tmp_path, {"_config.yml": "footer: Mine\n", "_talks/a.md": TALK}) / "_talks")
    with pytest.raises(
        UnreadableError, match=r"holds nothing of a CV: .*_talks.*Permission denied"
    ):
        read_source(tmp_path)


def test_links_to_folders_and_to_nothing_are_told_and_no_loop_is_followed(tmp_path):
    papers = write(tmp_path, HUGO) / "content/publication"
    (papers / "again").symlink_to("..")
    (papers / "gone").symlink_to("nowhere")
    (papers / "lost.md").symlink_to("lost.md")
    (papers / "picture.png").symlink_to("threads/index.md")
    draft = read_source(tmp_path)
    assert [paper.fields["title"] for paper in draft.papers] == ["Threads"]
    assert not_read(draft) == [
        f'not read: "{papers / "again"}" is a link to "..", which is not followed',
        f'not read: "{papers / "gone"}" is a link to "nowhere", which is not followed',
        f'not read: "{papers / "lost.md"}" cannot be read: Too many levels of symbolic links',
    ]


@pytest.mark.parametrize("name", ["_data/cv.yml", "_config.yml"])
def test_a_file_of_a_site_that_leads_nowhere_is_not_passed_over(tmp_path, name):
    path = write(tmp_path, JEKYLL) / name
    path.unlink()
    path.symlink_to("nowhere")
    with pytest.raises(UnreadableError, match=f'/{name}" is a broken link'):
        read_source(tmp_path)


def test_a_file_in_place_of_a_folder_and_a_folder_in_place_of_a_file_are_told(tmp_path):
    write(tmp_path, {name: text for name, text in JEKYLL.items() if name != "_talks/a.md"})
    (tmp_path / "_talks").write_text("Words.", "utf-8")
    assert not_read(read_source(tmp_path)) == [
        f'not read: "{tmp_path / "_talks"}" cannot be read: Not a directory'
    ]
    (tmp_path / "_data/cv.yml").unlink()
    (tmp_path / "_data/cv.yml").mkdir()
    with pytest.raises(UnreadableError, match=r"cv\.yml\" cannot be read: Is a directory"):
        read_source(tmp_path)


@pytest.mark.parametrize("name", ["cv.yaml", "cv.tex", "resume.json", "works.bib"])
def test_a_folder_around_a_file_names_the_file(tmp_path, name):
    write(tmp_path, {name: "-", "README.md": "-"})
    with pytest.raises(UnreadableError, match=f'import a file in it, such as ".*/{name}"'):
        read_source(tmp_path)
