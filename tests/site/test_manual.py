"""The manual is a Sphinx project of its own."""

from __future__ import annotations

from bs4 import BeautifulSoup

from helpers import sphinx_build
from manual import MANUAL, PAGES


def test_the_manual_builds_strictly_and_lists_its_pages(tmp_path):
    sphinx_build("html", tmp_path, source=MANUAL)
    page = BeautifulSoup((tmp_path / "index.html").read_text("utf-8"), "html.parser")
    side = page.select_one(".bd-sidebar-primary")
    assert side is not None
    listed = {str(link["href"]).partition(".")[0] for link in side.select("li.toctree-l1 > a")}
    assert listed == {name.removesuffix(".md") for name in PAGES} - {"index", "README"}
