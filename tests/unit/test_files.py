"""Files are written whole, or told about."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_cv.output import files
from sphinx_cv.output.files import sweep, write_or_tell


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    lines: list[str] = []

    def warning(message: str, *args: object) -> None:
        lines.append(message % args)

    monkeypatch.setattr(files.logger, "warning", warning)
    return lines


def test_a_folder_in_place_of_the_file_is_one_line(tmp_path: Path, told: list[str]) -> None:
    (tmp_path / "cv.pdf").mkdir()
    assert not write_or_tell(tmp_path / "cv.pdf", b"new")
    assert len(told) == 1
    assert told[0].startswith(f"{tmp_path / 'cv.pdf'} cannot be written: ")
    assert [path.name for path in tmp_path.iterdir()] == ["cv.pdf"]


def test_a_file_in_place_of_the_folder_is_one_line(tmp_path: Path, told: list[str]) -> None:
    (tmp_path / "_static").write_bytes(b"")
    assert not write_or_tell(tmp_path / "_static" / "icon.png", b"new")
    assert len(told) == 1


def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "card.png"
    path.write_bytes(b"old")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert not write_or_tell(path, b"new")
    assert told == [f"{path} cannot be written: No space left on device"]
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["card.png"]


def test_what_is_written_is_there(tmp_path: Path, told: list[str]) -> None:
    assert write_or_tell(tmp_path / "a" / "b", b"new")
    assert write_or_tell(tmp_path / "a" / "b", b"new")
    assert (tmp_path / "a" / "b").read_bytes() == b"new"
    assert told == []


def test_many_files_look_once_for_what_a_killed_build_left(tmp_path, monkeypatch):
    left = tmp_path / ".a.ris-x1.part"
    left.write_bytes(b"half")
    sweep(tmp_path)
    assert not left.exists()
    looked = []
    monkeypatch.setattr(Path, "iterdir", lambda folder: looked.append(folder) or iter(()))
    for number in range(9):
        assert write_or_tell(tmp_path / f"{number}.ris", b"new", swept=True)
    assert looked == []
