"""The portrait beside a CV in YAML, in JSON or of a site is copied."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sphinx_cv.importer.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path

RENDERCV = "cv:\n  name: Ada\n  photo: me.jpg\n"
ABOUT = "---\nprofile: {image: me.jpg}\n---\nI weave.\n"
SITE = {"_config.yml": "first_name: Ada\nlast_name: King\n", "_pages/about.md": ABOUT}


@pytest.mark.parametrize(
    ("files", "picture", "source", "printed"),
    [
        ({"cv.yaml": RENDERCV}, "me.jpg", "cv.yaml", True),
        (
            {"cv.json": json.dumps({"basics": {"name": "A", "image": "me.jpg"}})},
            "me.jpg",
            "cv.json",
            False,
        ),
        (SITE, "assets/img/me.jpg", "", False),
    ],
)
def test_it_is_taken_from_where_the_format_has_it(
    files: dict[str, str], picture: str, source: str, *, printed: bool, tmp_path: Path
) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    missing = read_source(tmp_path / source)
    assert not missing.files
    assert any('the picture "me.jpg" is not there' in line for _place, line in missing.report)
    (tmp_path / picture).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / picture).write_bytes(b"x")
    draft = read_source(tmp_path / source)
    assert draft.files == {"me.jpg": tmp_path / picture}
    assert draft.profile["photo"] == "me.jpg"
    assert draft.look.get("photo", False) is printed


def _source(form: str, name: str, folder: Path) -> Path:
    """Write a source with a portrait into *folder*; return its path."""
    said = json.dumps(name)
    files = {
        "rendercv": {"cv.yaml": f"cv:\n  name: Ada\n  photo: {said}\n"},
        "json": {"cv.json": json.dumps({"basics": {"name": "A", "image": name}})},
        "site": SITE | {"_pages/about.md": ABOUT.replace("me.jpg", said)},
    }[form]
    (folder / "assets/img").mkdir(parents=True)
    (folder / "_pages").mkdir()
    for path, text in files.items():
        (folder / path).write_text(text, "utf-8")
    return folder if form == "site" else folder / next(iter(files))


FORMS = pytest.mark.parametrize("form", ["rendercv", "json", "site"])


@FORMS
@pytest.mark.parametrize(
    "name",
    [
        "https://example.org/me.jpg",
        "data:image/png;base64," + "A" * 5000,
        "A" * 5000,
        "/9j/4AAQ" * 700,
    ],
    ids=["address", "data", "letters", "letters with slashes"],
)
def test_what_is_no_file_is_left_out(form: str, name: str, tmp_path: Path) -> None:
    draft = read_source(_source(form, name, tmp_path))
    assert not draft.files
    assert "photo" not in draft.profile
    assert [line for _place, line in draft.report if name in line] == [f"left out: {name}"]


@FORMS
@pytest.mark.parametrize(
    "name", ["**", "*", "m?", "[m]e", ".", "./", "..", "sub/..", "../cv", "a\0b", "é" * 200, "x/y"]
)
def test_a_name_is_no_pattern_and_leads_to_no_other_folder(
    form: str, name: str, tmp_path: Path
) -> None:
    source = _source(form, name, tmp_path / "cv")
    pictures = tmp_path / "cv/assets/img" if form == "site" else tmp_path / "cv"
    (pictures / "sub").mkdir()
    for path in (pictures / "me.jpg", tmp_path / "cv.jpg", pictures.parent / "img.jpg"):
        path.write_bytes(b"x")
    draft = read_source(source)
    assert not draft.files
    assert any("is not there: copy it" in line for _place, line in draft.report)


@pytest.mark.parametrize("name", ["me [1]", "me*", "sub/me"])
def test_a_name_without_its_ending_may_have_any_sign(name: str, tmp_path: Path) -> None:
    source = _source("rendercv", name, tmp_path)
    picture = tmp_path / f"{name}.jpg"
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(b"x")
    assert read_source(source).files == {picture.name: picture}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    source = _source("rendercv", "me", tmp_path / "cv")
    (tmp_path / "me.jpg").write_bytes(b"x")
    (tmp_path / "cv/me.jpg").symlink_to(tmp_path / "me.jpg")
    (tmp_path / "cv/me.png").symlink_to("me.png")
    assert not read_source(source).files


@FORMS
def test_a_picture_that_is_too_large_is_told_as_that(form: str, tmp_path: Path) -> None:
    source = _source(form, "big.jpg", tmp_path)
    picture = tmp_path / ("assets/img/big.jpg" if form == "site" else "big.jpg")
    with picture.open("wb") as file:
        file.truncate(21_000_000)
    draft = read_source(source)
    assert not draft.files
    lines = [line for _place, line in draft.report if "big.jpg" in line]
    assert len(lines) == 1
    assert lines[0].startswith('look at: "big.jpg" is larger than 20 MB: save it smaller beside')
