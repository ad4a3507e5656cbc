"""The whole CV on one page: all sections in their order, with links and ids that hold there."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from helpers import Built

TOCTREE = "```{{toctree}}\n:hidden:\n\n{}\n```\n"
FILES = {
    "index.md": "# Ada\n\nHome alone says this.\n\n"
    + TOCTREE.format("a b/talks\nb/papers\ngone\nz"),
    # A name with a space, and the same heading and footnote as elsewhere.
    "a b/talks.md": """# Talks

```{talk} Engines
:name: engines
:event: ICML
:date: 2020
:publication: lovelace1843notes

What it said.
```

See {ref}`the machine <machine>`, [papers](../b/papers.md), [home](../index.md) and
[the picture](https://example.org/x?a=1&b=2).[^1]

(machine)=
## Notes

Here.

[^1]: First note.
""",
    "b/papers.md": "# Papers & more\n\n```{publication-list}\n```\n\n"
    "## Notes\n\n{cv:talk}`engines`[^1]\n\n[^1]: Second note.\n\n" + TOCTREE.format("deep"),
    "b/deep.md": "# Below papers\n\n![Engine](../engine.svg)\n\n:::{cv-only} print\nPrintwords.\n:::\n\n"
    ":::{cv-only} web\nWebwords.\n:::\n",
    "gone.md": "---\ncv-only: own\n---\n\n# Own\n\nSecretwords.\n",
    "engine.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "z.md": "# Last\n\n```{cv-entry} Chair\n```\n\n# Very last\n\nShort.\n",
}


@functools.cache
def parsed(path: Path) -> BeautifulSoup:
    """Return a page."""
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def anchors(page: BeautifulSoup) -> list[str]:
    """Return all ids of a page."""
    return [node["id"] for node in page.find_all(id=True)]


def lost(out: Path, name: str) -> list[str]:
    """Return the links and pictures of a page that lead nowhere in the site."""
    found = []
    for node in parsed(out / name).find_all(["a", "img"]):
        address = node.get("href") or node["src"]
        if re.match(r"[a-z]+:", address):
            continue
        path, _, anchor = urljoin(f"http://host/{name}", address)[12:].partition("#")
        target = out / unquote(path)
        target = target / "index.html" if target.is_dir() else target
        if not target.is_file():
            found.append(address)
            continue
        there = set(anchors(parsed(target))) if anchor else set()
        if anchor and not there & {anchor, unquote(anchor)}:
            found.append(address)
    return found


@pytest.mark.parametrize(("builder", "name"), [("html", "cv.html"), ("dirhtml", "cv/index.html")])
def test_all_sections_are_on_one_page_and_every_link_there_leads_somewhere(
    site: Callable[..., Built], builder: str, name: str
) -> None:
    built = site(FILES, builder, html_baseurl="https://example.org/", cv_pdf="")
    assert built.warnings == []
    page = built.page(name)
    headings = [node.get_text() for node in page.article.find_all(["h1", "h2"])]
    assert headings == ["Curriculum vitae", "Talks", "Papers & more", "Last", "Very last"]
    assert page.find("h3", string="Below papers")
    assert page.find("h4", string="Notes") is None
    text = page.article.get_text()
    assert "Webwords" in text
    assert not [word for word in ("Printwords", "Secretwords", "Home alone") if word in text]
    assert text.index("First note") < text.index("Below papers") < text.index("Second note")
    assert len(anchors(page)) == len(set(anchors(page)))
    assert lost(built.out, name) == []
    # What is on this page is not left.
    links = [link["href"] for link in page.article.find_all("a")]
    assert {"#a%20b/talks/machine", "#b/papers", "https://example.org/x?a=1&b=2"} <= {*links}
    # One title of the page, one address, one entry for crawlers, and none for the search.
    there = built.app.builder.get_target_uri("cv")
    assert page.find("link", rel="canonical")["href"] == f"https://example.org/{there}"
    assert built.text("sitemap.xml").count(f"<loc>https://example.org/{there}</loc>") == 1
    assert f'"{there}' not in built.text("cv-search-index.js")
    assert built.page().select_one(f'.cv-sections a[href="{there}"]')
    # Two sections on one page have a link each, there as well, and one way on.
    assert page.select_one('.cv-on-page a[href="#z/very-last"]')
    last = built.page(built.app.builder.get_target_uri("z") + "index.html" * (builder != "html"))
    links = {link.get_text(): link for link in last.select(".cv-sections a")}
    assert [links[name]["href"] for name in ("Last", "Very last")] == ["#", "#very-last"]
    assert "aria-current" not in links["Very last"].attrs
    assert [link.get_text() for link in last.select(".cv-pager a")] == ["Papers & more"]


def test_a_change_of_a_section_is_on_the_page_at_once(site: Callable[..., Built]) -> None:
    site(FILES, cv_pdf="")
    changed = {"z.md": "# Changed\n\nOther words.\n"}
    again = site(FILES | changed, fresh=False, cv_pdf="")
    text = again.article("cv.html").get_text()
    assert "Other words" in text
    assert "Chair" not in text
    assert text.count("Changed") == 2


def test_a_page_of_the_author_has_the_name_first(site: Callable[..., Built]) -> None:
    own = {"cv.md": "# My own\n", "index.md": "# Ada\n\n" + TOCTREE.format("z\ncv\nb/papers")}
    built = site(
        FILES | own | {"b/papers.md": "# Papers\n", "a b/talks.md": "# Talks\n"}, cv_pdf=""
    )
    assert built.page("cv.html").h1.get_text() == "My own"
    assert len(built.page().select(".cv-sections li")) == 5
    assert not built.page().select(".cv-whole")


def test_one_section_is_the_whole_already(site: Callable[..., Built]) -> None:
    built = site({"index.md": "# Ada\n\n" + TOCTREE.format("z"), "z.md": FILES["z.md"]}, cv_pdf="")
    assert not (built.out / "cv.html").exists()
    assert not built.page().select(".cv-whole")


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_what_is_on_the_page_stays_in_sight(page: Page, made: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{made}/cv.html")
    page.locator(".cv-on-page a", has_text="Teaching").click()
    page.wait_for_function("location.hash && scrollY > 1000")
    top = page.locator("h2", has_text="Teaching").bounding_box()["y"]
    line = page.locator(".cv-on-page").bounding_box()
    assert line["y"] >= 0
    below = line["y"] + line["height"] if width < 1552 else 0
    assert below <= top < 400
    assert page.evaluate("document.documentElement.scrollWidth") == width
