"""What a build made once and makes no longer is removed; what is not its own is never touched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers import Built
from sphinx_cv.log import Stop

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
PAGE = "# Ada\n\n![drawing](a.svg)\n\n{download}`a.txt`\n"
FILES = {"index.md": PAGE, "a.svg": SVG, "a.txt": "text", "extra/b.txt": "", "static/c.css": ""}
SETTINGS = {"html_extra_path": ["extra"], "html_static_path": ["static"], "cv_pdf": ""}


def made(built: Built) -> set[str]:
    return {path.name for path in built.out.rglob("*") if path.is_file()}


def test_a_file_of_another_goes_through_every_change(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "build/html"
    (out / "_static").mkdir(parents=True)
    for name in ("CNAME", "_static/analytics.js"):
        (out / name).write_text("of another")
    site(FILES, **SETTINGS)
    (out / "later.txt").write_text("of another")
    for change in ({"html_title": "A"}, {"language": "de"}, {"cv_pdf": "a.pdf"}):
        built = site(FILES, fresh=False, **SETTINGS | change)
        assert made(built) >= {"CNAME", "analytics.js", "later.txt", "index.html"}
        assert ("a.pdf" in made(built)) is ("cv_pdf" in change)


def test_what_the_author_takes_away_is_taken_out_of_the_site(site: Site) -> None:
    built = site(FILES, **SETTINGS)
    assert made(built) >= {"a.svg", "a.txt", "b.txt", "c.css"}
    (built.source / "extra/b.txt").unlink()
    (built.source / "static/c.css").unlink()
    empty = {"extra/d.txt": "", "static/d.css": "", "index.md": "# Ada\n"}
    built = site(empty, fresh=False, **SETTINGS)
    assert made(built) & {"a.svg", "a.txt", "b.txt", "c.css"} == set()
    assert not (built.out / "_downloads").exists()


def test_a_build_that_fails_leaves_the_site(site: Site) -> None:
    built = site(FILES, **SETTINGS)
    before = made(built)
    Path(built.source, "index.md").write_bytes(b"\xff")
    with pytest.raises(Stop):
        site({}, fresh=False, **SETTINGS | {"html_title": "A"})
    assert made(built) >= before - {".buildinfo"}


def test_what_is_in_the_way_of_a_page_costs_that_page_alone(site: Site) -> None:
    pages = {"index.md": "# A\n\n```{toctree}\nb\n```\n", "b.md": "# B\n"}
    built = site(pages, cv_pdf="")
    (built.out / "b.html").unlink()
    (built.out / "b.html").mkdir()
    built = site(pages | {"b.md": "# B\n\nText\n"}, fresh=False, cv_pdf="")
    told = [line for line in built.warnings if "setting up extension" not in line]
    assert told
    assert all("b.html" in line for line in told), told
    (built.out / "b.html").rmdir()
    # A page that was cut off has the time of a whole one.
    (built.out / "b.html").write_text("<html>")
    built = site({}, fresh=False, cv_pdf="")
    assert "Text" in built.article("b.html").get_text()
