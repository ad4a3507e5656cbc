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


def test_an_address_of_a_picture_is_left_out(tmp_path: Path) -> None:
    basics = {"name": "A", "image": "https://example.org/me.jpg"}
    (tmp_path / "cv.json").write_text(json.dumps({"basics": basics}), "utf-8")
    draft = read_source(tmp_path / "cv.json")
    assert not draft.files
    assert "photo" not in draft.profile
