"""The pictures of the site: made from the profile, the same bytes every time."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from helpers import PROFILE, Built
from sphinx_cv.html.pictures import card, icon, vector_icon
from sphinx_cv.model.profile import Profile

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


@pytest.fixture
def with_photo(site: Callable[..., Built], tmp_path: Path) -> Callable[..., Built]:
    """Build a project whose photo is made of *data*."""

    def build(data: bytes, name: str = "ada 1.jpg", **conf: object) -> Built:
        (tmp_path / "source").mkdir()
        (tmp_path / "source" / name).write_bytes(data)
        return site("# Ada\n\nText\n", fresh=False, cv_profile=PROFILE | {"photo": name}, **conf)

    return build


def photo(width: int = 900, height: int = 1200, **options: object) -> bytes:
    """Return a photo: red above, a green square in the middle, blue below."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (0, (height + width) // 2, width, height))
    image.paste("green", (0, (height - width) // 2, width, (height + width) // 2))
    out = BytesIO()
    image.save(out, "JPEG", **options)
    return out.getvalue()


def test_the_photo_stands_in_the_profile_and_on_the_card(with_photo: Callable[..., Built]) -> None:
    built = with_photo(photo(), html_baseurl="https://example.org")
    shown = built.page().find("img", class_="u-photo")
    assert shown["src"] == "_static/cv-photo-336.webp"
    assert shown["alt"] == "Portrait of Ada Lovelace"
    assert (shown["width"], shown["height"]) == ("112", "112")
    assert (built.out / "_static" / "cv-card.png").read_bytes() != card(Profile(**PROFILE))
    assert "https://example.org/_static/cv-photo-336.webp" in built.text("index.html")
    assert built.warnings == []
    missing = built.page("404.html").find("img", class_="u-photo")
    assert missing["src"] == "/_static/cv-photo-336.webp"
    assert not missing.has_attr("srcset")


def test_the_photo_has_a_size_for_each_screen(with_photo: Callable[..., Built]) -> None:
    built = with_photo(photo())
    shown = built.page().find("img", class_="u-photo")
    candidates = dict(candidate.split() for candidate in shown["srcset"].split(", "))
    assert list(candidates.values()) == ["112w", "224w", "336w"]
    for address, width in candidates.items():
        with Image.open(built.out / address) as image:
            assert image.size == (int(width[:-1]), int(width[:-1]))
            corners = [image.getpixel((x, y)) for x in (1, -2) for y in (1, -2)]
        assert all(green > 100 > red + blue for red, green, blue in corners)
        assert (built.out / address).stat().st_size < 20_000


def test_the_photo_tells_nothing_but_the_picture(with_photo: Callable[..., Built]) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010E] = "taken at home"
    exif.get_ifd(0x8825)[1] = "N"
    built = with_photo(photo(1200, 900, exif=exif, comment=b"taken at home"))
    assert not [path for path in built.out.rglob("*") if path.name.startswith("ada")]
    for path in (built.out / "_static").glob("cv-photo-*"):
        with Image.open(path) as image:
            assert not image.getexif()
        assert b"taken at home" not in path.read_bytes()


def test_a_drawing_is_shown_at_any_width(with_photo: Callable[..., Built]) -> None:
    data = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    built = with_photo(data, "ada.svg")
    shown = built.page().find("img", class_="u-photo")
    assert shown["src"] == "_static/ada.svg"
    assert not shown.has_attr("srcset")
    assert built.warnings == []
    assert 'd="M0 0h9"' in built.text("_static/ada.svg")


def test_a_drawing_runs_nothing_and_loads_nothing(with_photo: Callable[..., Built]) -> None:
    data = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="run()">
        <script>run()</script><foreignObject><p>run()</p></foreignObject>
        <a href="javascript:run()"><path d="M0 0h9"/></a>
        <image href="https://tracker.example/dot.png"/>
        <style>@import "https://tracker.example/a.css";</style></svg>"""
    drawing = with_photo(data, "ada.svg").text("_static/ada.svg")
    assert 'd="M0 0h9"' in drawing
    assert "run()" not in drawing
    assert "tracker" not in drawing


@pytest.mark.parametrize("name", ["ada.jpg", "ada.svg"])
@pytest.mark.parametrize(
    "data", [b"no picture", b"", photo()[:2000]], ids=["text", "empty", "cut off"]
)
def test_a_photo_that_is_none_is_told(
    with_photo: Callable[..., Built], data: bytes, name: str
) -> None:
    built = with_photo(data, name)
    (warning,) = built.warnings
    assert built.page().find("img", class_="u-photo") is None
    assert warning.startswith("conf.py:2: ")
    assert "cannot be read as an image: save it as JPEG or PNG [cv.profile]" in warning


def test_a_photo_that_is_none_leaves_the_initials_on_the_card(
    with_photo: Callable[..., Built],
) -> None:
    built = with_photo(b"no picture")
    assert (built.out / "_static" / "cv-card.png").read_bytes() == card(Profile(**PROFILE))


@pytest.mark.parametrize("data", [None, b"no picture"])
def test_a_photo_that_is_none_is_told_once_also_where_it_is_printed(
    site: Callable[..., Built], data: bytes | None
) -> None:
    profile = PROFILE | {"photo": "conf.py" if data else "ada.jpg"}
    (warning,) = site("# Ada\n", cv_profile=profile, cv_print={"photo": True}).warnings
    assert "[cv.profile]" in warning


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


@pytest.mark.parametrize("pdf", ["", "cv.pdf"])
def test_a_letter_that_no_font_has_is_told_once_with_and_without_a_pdf(
    site: Callable[..., Built], pdf: str
) -> None:
    profile = {"name": "Ada \U00012000", "affiliation": "\U00012001"}
    built = site({"index.md": "# Home\n"}, cv_profile=profile, cv_pdf=pdf)
    [told] = [line for line in built.warnings if "no font here has the letters" in line]
    assert "\U00012000" in told
    assert "conf.py" in told


def test_the_accent_of_print_is_that_of_the_website(site: Callable[..., Built]) -> None:
    out = site("# Ada\n", cv_profile=PROFILE, cv_print={"accent": "#7a1f1f"}).out
    assert 'fill="#7a1f1f"' in (out / "_static/cv-icon.svg").read_text("utf-8")
    sheet = (out / "_static/styles/cv-base.css").read_text("utf-8")
    assert sheet.startswith("html:root{--cv-accent:light-dark(#7a1f1f,")
