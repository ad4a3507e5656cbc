"""The manual is a Sphinx project of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from bs4 import BeautifulSoup

from helpers import ROOT
from manual import MANUAL, PAGES

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = re.compile(r"\((?:docs/)?_static/gallery/([^)]+)\)")


def test_the_manual_builds_strictly_and_lists_its_pages(manual: Path) -> None:
    page = BeautifulSoup((manual / "index.html").read_text("utf-8"), "html.parser")
    side = page.select_one(".bd-sidebar-primary")
    assert side is not None
    listed = {str(link["href"]).partition(".")[0] for link in side.select("li.toctree-l1 > a")}
    assert listed == {name.removesuffix(".md") for name in PAGES} - {"index", "README"}


def test_every_link_within_the_manual_leads_somewhere(manual: Path) -> None:
    pages = {path.name: path.read_text("utf-8") for path in manual.glob("*.html")}
    marks = {name: set(re.findall(r'\bid="([^"]+)"', text)) for name, text in pages.items()}
    lost = []
    for name, text in pages.items():
        article = BeautifulSoup(text, "html.parser").select_one("article") or BeautifulSoup("")
        for link in article.select("[href], [src]"):
            url = str(link.get("href") or link.get("src"))
            path, mark = urldefrag(unquote(url))
            if ":" in path or path.startswith("//"):
                continue
            target = (manual / (path or name)).resolve()
            if not target.is_file() or (mark and mark not in marks.get(target.name, {mark})):
                lost.append((name, url))
    assert lost == []


def test_the_links_of_readme_lead_to_files() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", PAGES["README.md"])
    assert len(links) > 20
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_the_pictures_are_those_that_are_shown_and_small() -> None:
    """Run "make gallery" where one is missing."""
    made = {path.name: path.stat().st_size for path in (MANUAL / "_static/gallery").iterdir()}
    shown = set(PICTURE.findall(PAGES["README.md"] + PAGES["gallery.md"]))
    assert set(made) == shown
    assert sum(made.values()) < 600_000
