"""The pictures of the site: made from the profile, the same bytes every time."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from helpers import PROFILE, Built
from sphinx_cv.html.pictures import card, icon, vector_icon
from sphinx_cv.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ADA = Profile(name="Ada Lovelace", position="Analyst", website="https://example.org/ada")


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize(
    "profile",
    [
        ADA,
        Profile(name="Ada"),
        Profile(),
        Profile(name='#panic("code") $x$ \\ *', position="@ref <label> ```"),
        Profile(name="A" * 300, position="word " * 100, affiliation="word " * 100),
        Profile(name="עדה לאבלייס"),
        Profile(name="Ада Лавлейс", affiliation="Ἀθῆναι"),
    ],
    ids=lambda profile: profile.name[:12] or "empty",
)
def test_a_card_can_be_drawn_of_any_profile(profile: Profile) -> None:
    assert size(card(profile)) == (1200, 630)


def test_the_same_profile_gives_the_same_bytes() -> None:
    assert card(ADA) == card(ADA)
    assert icon(ADA) == icon(ADA)
    assert card(ADA) != card(Profile(name="Ada Lovelace"))


def test_the_icon_is_a_square_with_the_initials() -> None:
    assert size(icon(ADA)) == (192, 192)
    svg = BeautifulSoup(vector_icon(ADA), "html.parser")
    assert svg.find("text").get_text() == "AL"
    assert "<script" not in vector_icon(Profile(name="<script"))


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


@pytest.fixture
def with_photo(site: Callable[..., Built], tmp_path: Path) -> Callable[..., Built]:
    """Build a project whose photo is made of *data*."""

    def build(data: bytes, **conf: object) -> Built:
        (tmp_path / "source").mkdir()
        (tmp_path / "source" / "ada 1.png").write_bytes(data)
        profile = PROFILE | {"photo": "ada 1.png"}
        return site("# Ada\n\nText\n", fresh=False, cv_profile=profile, **conf)

    return build


def test_the_photo_stands_in_the_profile_and_on_the_card(with_photo: Callable[..., Built]) -> None:
    built = with_photo(PIXEL, html_baseurl="https://example.org")
    photo = built.page().find("img", class_="u-photo")
    assert photo["src"] == "_static/ada%201.png"
    assert photo["alt"] == "Portrait of Ada Lovelace"
    assert (photo["width"], photo["height"]) == ("112", "112")
    assert (built.out / "_static" / "ada 1.png").read_bytes() == PIXEL
    assert (built.out / "_static" / "cv-card.png").read_bytes() != card(Profile(**PROFILE))
    assert "https://example.org/_static/ada%201.png" in built.text("index.html")
    assert built.warnings == []


def test_a_photo_that_is_none_leaves_the_initials_on_the_card(
    with_photo: Callable[..., Built],
) -> None:
    built = with_photo(b"no picture")
    assert (built.out / "_static" / "cv-card.png").read_bytes() == card(Profile(**PROFILE))


def test_a_heavy_photo_is_told(with_photo: Callable[..., Built]) -> None:
    built = with_photo(PIXEL + bytes(200_000))
    (warning,) = built.warnings
    assert "every page loads it: save it at 400 × 400 pixels [cv.profile]" in warning


def test_no_photo_no_picture(site: Callable[..., Built]) -> None:
    page = site("# Ada\n\nText\n").page()
    assert page.find(class_="cv-photo") is None
    assert page.find(class_="cv-profile").find(class_="cv-monogram").get_text() == "AL"


def test_the_projects_own_icon_stays(site: Callable[..., Built]) -> None:
    files = {"index.md": "# Ada\n\nText\n", "own.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    page = site(files, html_favicon="own.svg").page()
    assert [link["href"].split("?")[0] for link in page.find_all("link", rel="icon")] == [
        "_static/own.svg"
    ]


def test_an_epub_gets_none_of_them(site: Callable[..., Built]) -> None:
    out: Path = site("# Ada\n\nText\n", "epub").out
    assert not list(out.rglob("cv-card.png"))
    assert not list(out.rglob("robots.txt"))
