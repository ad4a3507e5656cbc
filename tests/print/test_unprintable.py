"""What the PDF by Typst cannot print: it is told, and the rest is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from rich_page import SVG

from pdf_readers import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]


def test_a_node_without_a_form_is_told_once_and_its_text_is_kept(site: Site) -> None:
    page = "# Ada\n\n```{py:function} solve(x)\nSolves it.\n```\n\n```{py:function} two(y)\n```\n"
    built = site(page, "typst")
    first = 'index.md:3: WARNING: the PDF has no form for "desc_signature": its text is printed as it is'
    assert f"{first} [cv.print]" in built.warnings
    assert len({line.split("WARNING")[1] for line in built.warnings}) == len(built.warnings)
    assert "Solves it." in text_of(built.out / "cv.pdf")
    assert "two" in text_of(built.out / "cv.pdf")


@pytest.mark.parametrize(
    ("page", "files", "message"),
    [
        (
            "```{image} x.svg\n```",
            {"x.svg": SVG},
            "an image has no alternative text, for those who cannot see it: add :alt: [cv.print]",
        ),
        (
            "![x](x.svg)",
            {"x.svg": "<svg nonsense"},
            '"x.svg" cannot be read as an SVG: it is not copied [cv.link]',
        ),
    ],
    ids=["no alternative text", "no image"],
)
def test_an_image_that_cannot_be_printed_is_told(
    site: Site, page: str, files: dict[str, str], message: str
) -> None:
    built = site({"index.md": f"# Ada\n\n{page}\n", **files}, "typst")
    assert built.warnings == [f"index.md:3: WARNING: {message}"]
    with pikepdf.open(built.out / "cv.pdf") as document, document.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"


def test_what_no_standard_allows_is_told_and_printed_all_the_same(site: Site) -> None:
    built = site("# Ada\n\nPrivate \ue000 use.\n", "typst")
    assert [line.split(":")[0] for line in built.warnings] == ["index.md"]
    assert built.warnings[0].endswith("[cv.print]")
    assert "Private" in text_of(built.out / "cv.pdf")


def test_a_link_to_what_is_not_printed_is_plain_text(site: Site) -> None:
    page = (
        "# Ada\n\nSee [the abstract](#inner).\n\n"
        "```{talk} A talk\n:event: E\n:date: 2023\n\n(inner)=\nAbstract\n```\n"
    )
    built = site(page, "typst", suppress_warnings=["ref.ref", "myst.xref_missing"])
    assert "See the abstract." in text_of(built.out / "cv.pdf")
