"""No page brings in what runs or cannot be shown, whatever its syntax: each is told and left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hostile_pages import ACTIVE, FRONT, PAGES

from helpers import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]

SCRIPTS = ("javascript:alert(7)", "data:text/html,alert(7)")
PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
RUNS = re.compile(
    r"<script>alert|(?:href|src)=\"[^\"]*(?:javascript|data|vbscript):|http-equiv=\"refresh"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]",
    re.IGNORECASE,
)


def test_no_page_brings_in_what_runs(site: Site) -> None:
    pages = {
        f"p{number}-{at}.md": f"# P\n\n{text.replace('SCRIPT', script)}\n"
        for number, (text, _told) in enumerate(PAGES.values())
        for at, script in enumerate(SCRIPTS if "SCRIPT" in text else [""])
    }
    pages |= {f"f{name}.md": f"---\nmyst:\n  {text}" for name, text in FRONT.items()}
    index = (
        "# A\n\n```{toctree}\n:glob:\n\np*\nf*\n```\n\n![drawing](drawing.svg)\n\n![page](p.html)\n"
    )
    files = {
        "index.md": index,
        "drawing.svg": ACTIVE,
        "p.html": "<script>alert(7)</script>",
        "a.svg": PLAIN,
    }
    built = site(files | pages, cv_pdf="")
    told = "\n".join(built.warnings)
    for number, (name, (_text, words)) in enumerate(PAGES.items()):
        lines = [line for line in built.warnings if line.startswith(f"p{number}-0.md:")]
        assert any(words in line for line in lines), (name, lines)
    for name in FRONT:
        assert re.search(rf"^f{name}\.md:\d+: WARNING: ", told, re.MULTILINE), name
    assert '"p.html" is not an image' in told
    written = [path for path in built.out.rglob("*") if path.suffix in {".html", ".svg"}]
    assert len(written) > len(pages)
    for path in written:
        assert RUNS.search(path.read_text()) is None, path
    assert (built.out / "_images/drawing.svg").is_file()
    assert not (built.out / "_images/p.html").exists()
    assert "{{ env.config.cv_profile }}" in built.article("ftemplate.html").get_text()


@pytest.mark.parametrize("builder", ["html", "typst", "latex", "epub"])
def test_an_image_in_a_title_is_in_the_list_of_another_page(site: Site, builder: str) -> None:
    entry = "```{{cv-entry}} At ![{0}]({0}.svg)\n:start: 200{1}\n```\n\n"
    items = "# B\n\n" + entry.format("a", 1) + entry.format("missing", 0)
    index = "# A\n\n```{entry-list}\n```\n\n```{toctree}\nsub/b\n```\n"
    files = {"index.md": index, "sub/b.md": items, "sub/a.svg": PLAIN}
    built = site(files, builder, cv_pdf="")
    [told] = built.warnings
    assert re.match(r"sub/b\.md:[78]: WARNING: image file not readable: sub/missing\.svg", told)
    if builder == "html":
        assert [image["src"] for image in built.article().find_all("img")] == ["_images/a.svg"]
        assert "At missing" in built.article().get_text()


@pytest.mark.parametrize("builder", ["html", "typst", "latex", "docx", "epub"])
def test_a_broken_image_and_a_table_of_headers_end_no_build(site: Site, builder: str) -> None:
    page = "# A\n\n| head | er |\n|---|---|\n\ntext\n\n|  |\n|---|\n\n![broken](broken.png)\n"
    built = site({"index.md": page, "broken.png": "\x7fPNG\r\n"}, builder)
    assert [line for line in built.warnings if "cannot show the image" not in line] == []
    if builder == "html":
        assert [cell.get_text() for cell in built.article().find_all("td")] == ["head", "er"]
        assert len(built.article().find_all("table")) == 1
