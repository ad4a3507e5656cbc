"""Figures and images, in both PDFs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from pdf_readers import flat_text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers import Built

    Site = Callable[..., Built]

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<rect width="40" height="20" fill="teal"/></svg>'
)


FIGURE = "# Ada\n\n```{figure} x.svg\n:name: fig\n\nIts caption\n```\n\nSee {numref}`fig`.\n"


def test_a_figure_has_the_number_that_references_say(site: Site) -> None:
    files = {"index.md": FIGURE, "x.svg": SVG}
    assert "Fig. 1: Its caption See Fig. 1." in flat_text_of(
        site(files, "typst", numfig=True).out / "cv.pdf"
    )
    assert r"\cvnumfig{1}" in site(files, "latex", numfig=True).text("cv.tex")


def test_without_references_it_has_none(site: Site) -> None:
    files = {"index.md": FIGURE.partition("See")[0], "x.svg": SVG}
    assert "Fig." not in flat_text_of(site(files, "typst").out / "cv.pdf")
    assert r"\cvnumfig{}" in site(files, "latex").text("cv.tex")


def test_images_below_each_other_are_paragraphs_and_keep_their_scale(site: Site) -> None:
    images = "```{image} x.svg\n:alt: A\n```\n\n```{image} x.svg\n:alt: B\n:scale: 50\n```\n"
    built = site({"index.md": f"# Ada\n\n{images}", "x.svg": SVG}, "typst")
    assert built.warnings == []
    with pikepdf.open(built.out / "cv.pdf") as document:
        boxes = [
            [float(side) for side in layout.BBox]
            for layout in (each.A for each in document.objects if is_figure(each))
            for layout in (layout if isinstance(layout, pikepdf.Array) else [layout])
            if "/BBox" in layout
        ]
    big, small = sorted(boxes, key=lambda box: box[0] - box[2])
    assert small[2] - small[0] == pytest.approx((big[2] - big[0]) / 2, rel=0.01)
    # On another line, at the same left.
    assert big[0] == pytest.approx(small[0])
    assert small[3] < big[1]


def is_figure(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"


def test_tex_gets_images_in_a_form_that_it_reads(site: Site, tmp_path: Path) -> None:
    names = ("x.svg", "x.webp", "x.gif")
    source = tmp_path / "source"
    source.mkdir()
    for name in names[1:]:
        Image.new("RGB", (40, 20), "teal").save(source / name)
    page = "# Ada\n\n" + "\n\n".join(f"![{name}]({name})" for name in names)
    built = site({"index.md": page, "x.svg": SVG}, "latex", fresh=False)
    assert built.warnings == []
    shown = re.findall(r"\\sphinxincludegraphics\{\{(.*?)\}\.(\w+)\}", built.text("cv.tex"))
    assert [suffix for _name, suffix in shown] == ["pdf"] * 3
    for name, suffix in shown:
        with pikepdf.open(built.out / f"{name}.{suffix}") as document:
            width, height = [float(side) for side in document.pages[0].mediabox][2:]
            assert width / height == pytest.approx(2, rel=0.01)


@pytest.mark.parametrize("name", ["missing.png", "faulty.svg"])
def test_tex_gets_the_alternative_of_what_cannot_be_shown(site: Site, name: str) -> None:
    files = {"index.md": f"# Ada\n\n![A diagram]({name})\n", "faulty.svg": "<svg nonsense"}
    built = site(files, "latex")
    message = {
        "missing.png": "image file not readable: missing.png [image.not_readable]",
        "faulty.svg": '"faulty.svg" cannot be read as an SVG: it is not copied [cv.link]',
    }
    assert built.warnings == [f"index.md:3: WARNING: {message[name]}"]
    tex = built.text("cv.tex")
    assert "A diagram" in tex
    assert "includegraphics" not in tex


@pytest.mark.parametrize("builder", ["latex", "typst"])
@pytest.mark.parametrize("name", ["x.bmp", "x.tiff", "faulty.png", "x.unknown"])
def test_what_neither_engine_reads_is_told_by_both(
    site: Site, tmp_path: Path, name: str, builder: str
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    if name in ("x.bmp", "x.tiff"):
        Image.new("RGB", (40, 20), "teal").save(source / name)
    else:
        (source / name).write_bytes(b"nothing")
    built = site(f"# Ada\n\n![A diagram]({name})\n", builder, fresh=False)
    told = f'the PDF cannot show the image "{name}": save it as PNG or SVG [cv.print]'
    assert built.warnings == [f"index.md:3: WARNING: {told}"]
    if builder == "latex":
        assert "includegraphics" not in built.text("cv.tex")
        assert "A diagram" in built.text("cv.tex")
    else:
        assert "A diagram" in flat_text_of(built.out / "cv.pdf")
