"""The digest of the extension's files: it changes with each of them, and with nothing else."""

import shutil

import pytest

from sphinx_cv.settings.digest import PACKAGE, digest_of


@pytest.fixture
def package(tmp_path):
    """Make a package."""
    root = tmp_path / "package"
    (root / "theme").mkdir(parents=True)
    (root / "config.py").write_text("code", encoding="utf-8")
    (root / "theme" / "a.html").write_text("page", encoding="utf-8")
    return root


def test_the_package_is_the_extension():
    assert (PACKAGE / "html" / "theme").is_dir()
    assert len(digest_of(PACKAGE)) == 64


def test_the_digest_does_not_depend_on_the_place(package, tmp_path):
    before = digest_of(package)
    moved = shutil.copytree(package, tmp_path / "elsewhere")
    assert digest_of(moved) == before


def _edit(root):
    (root / "config.py").write_text("coda", encoding="utf-8")


def _edit_theme(root):
    (root / "theme" / "a.html").write_text("pane", encoding="utf-8")


def _add(root):
    (root / "theme" / "b.css").write_text("style", encoding="utf-8")


def _remove(root):
    (root / "theme" / "a.html").unlink()


def _rename(root):
    (root / "theme" / "a.html").rename(root / "theme" / "b.html")


def _move_text(root):
    (root / "config.py").write_text("codepa", encoding="utf-8")
    (root / "theme" / "a.html").write_text("ge", encoding="utf-8")


@pytest.mark.parametrize("change", [_edit, _edit_theme, _add, _remove, _rename, _move_text])
def test_the_digest_changes_with_any_file(package, change):
    before = digest_of(package)
    change(package)
    assert digest_of(package) != before


@pytest.mark.parametrize(
    "left", ["__pycache__/config.cpython-311.pyc", ".mypy_cache/3.11/config.json", ".config.py.swp"]
)
def test_the_digest_takes_no_notice_of_what_tools_leave_there(package, left):
    before = digest_of(package)
    path = package / left
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\0")
    assert digest_of(package) == before
