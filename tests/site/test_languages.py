"""This CV in each of its languages: the same pages, every fact, and no private one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from facts import PRIVATE as PRIVATE_SOURCE
from facts import SECTIONS, assert_in_order
from facts_by_language import FACTS, HOME, PRIVATE
from helpers import ORIGIN
from pdf_readers import logical, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = {"en": "", "fr": "fr/", "he": "he/", "zh_CN": "zh-cn/"}


def pages(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield every page of all languages, with its path in the site."""
    for path in sorted(site.rglob("*.html")):
        yield (
            path.relative_to(site).as_posix(),
            BeautifulSoup(path.read_text("utf-8"), "html.parser"),
        )


def test_a_site_has_every_page_in_every_language(translated: Path) -> None:
    site = translated / "html"
    names = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    folders = tuple(filter(None, FOLDERS.values()))
    source = {name for name in names if not name.startswith(folders)}
    assert len(source) > len(SECTIONS)
    assert names == {f"{folder}{name}" for folder in FOLDERS.values() for name in source}
    for folder in FOLDERS.values():
        assert (site / folder / "cv.pdf").read_bytes().startswith(b"%PDF")
        assert (site / folder / "cv-search-index.js").is_file()


def test_every_page_leads_to_itself_in_each_language_and_back(translated: Path) -> None:
    site = translated / "html"
    links: dict[str, dict[str, str]] = {}
    alternates: dict[str, dict[str, str]] = {}
    for name, page in pages(site):
        if name.endswith("404.html"):
            continue
        found = page.select(".cv-languages li a")
        links[name] = {link["hreflang"]: urljoin(f"/{name}", link["href"])[1:] for link in found}
        assert [link["lang"] for link in found] == [link["hreflang"] for link in found]
        assert [link["hreflang"] for link in found if link.get("aria-current")] == [
            page.html["lang"]
        ]
        heads = page.select("link[rel=alternate][hreflang]")
        alternates[name] = {link["hreflang"]: link["href"] for link in heads}
    for name, targets in links.items():
        assert set(targets) == {"en", "fr", "he", "zh-CN"}
        assert all(links[target] == targets for target in targets.values()), name
    by_address = {f"{ORIGIN}{name}".removesuffix("index.html"): name for name in links}
    for name, targets in alternates.items():
        assert targets.pop("x-default") == targets["en"]
        for address in targets.values():
            other = {**alternates[by_address[address]]}
            other.pop("x-default", None)
            assert other == targets, name


def test_the_page_for_missing_ones_leads_to_the_home_pages(translated: Path) -> None:
    page = BeautifulSoup((translated / "html/he/404.html").read_text("utf-8"), "html.parser")
    found = [link["href"] for link in page.select(".cv-languages li a")]
    assert found == [
        "/cv/index.html",
        "/cv/fr/index.html",
        "/cv/he/index.html",
        "/cv/zh-cn/index.html",
    ]
    assert not page.select("link[hreflang]")


def test_the_sitemap_has_all_pages_with_their_alternates(translated: Path) -> None:
    text = (translated / "html/sitemap.xml").read_text("utf-8")
    assert f"<loc>{ORIGIN}he/sections/talks.html</loc>" in text
    link = (
        f'<xhtml:link rel="alternate" hreflang="zh-CN" href="{ORIGIN}zh-cn/sections/talks.html"/>'
    )
    assert text.count(link) == len(FOLDERS)
    assert text.count("<url>") == text.count('hreflang="x-default"')
    assert not (translated / "html/fr/sitemap.xml").exists()
    assert not (translated / "html/fr/robots.txt").exists()


def test_the_home_page_offers_the_pdfs_in_the_other_languages(translated: Path) -> None:
    page = BeautifulSoup((translated / "html/fr/index.html").read_text("utf-8"), "html.parser")
    found = {link["lang"]: link["href"] for link in page.select(".cv-pdfs a")}
    assert found == {"en": "../cv.pdf", "he": "../he/cv.pdf", "zh-CN": "../zh-cn/cv.pdf"}
    assert page.html["lang"] == "fr"
    assert '"inLanguage":"fr"' in page.find("script", type="application/ld+json").string
    assert page.find("meta", property="og:locale")["content"] == "fr_FR"
    assert len(page.find_all("meta", property="og:locale:alternate")) == len(FOLDERS) - 1


@pytest.mark.parametrize("language", FACTS)
def test_a_site_has_every_fact_in_its_language(translated: Path, language: str) -> None:
    folder = translated / "html" / FOLDERS[language]
    texts = []
    for name in ("index.html", *(f"sections/{section}.html" for section in SECTIONS)):
        page = BeautifulSoup((folder / name).read_text("utf-8"), "html.parser")
        texts.append((page.find("main") if texts else page).get_text())
    assert all(fact in texts[0] for fact in HOME[language])
    assert_in_order(" ".join(texts[1:]), FACTS[language])


@pytest.mark.parametrize("language", FACTS)
def test_the_pdfs_have_every_fact_in_their_language(translated: Path, language: str) -> None:
    name = f"cv.{FOLDERS[language][:-1]}.pdf"
    public = translated / "html" / FOLDERS[language] / "cv.pdf"
    for path, is_owners in ((public, False), (translated / "pdf" / name, True)):
        text = logical(text_of(path))
        wanted = [fact for group in FACTS[language] for fact in group]
        assert [fact for fact in wanted if not has(text, fact)] == []
        for fact in (PRIVATE[language], PRIVATE_SOURCE[1]):
            assert has(text, fact) == is_owners


def has(text: str, fact: str) -> bool:
    """Whether the text of a PDF has a fact: in Hebrew each word, as they stand in visual order."""
    if not re.search("[\u05d0-\u05ea]", fact):
        return logical(fact) in text
    return all(logical(word) in text for word in re.findall(r"[\w׳״]+", fact))


def test_no_byte_of_the_sites_holds_a_private_fact_of_any_language(translated: Path) -> None:
    forms = [form.encode() for form in (*PRIVATE.values(), *PRIVATE_SOURCE)]
    files = [path for path in (translated / "html").rglob("*") if path.is_file()]
    assert files
    told = {path: [form for form in forms if form in path.read_bytes()] for path in files}
    assert {path: found for path, found in told.items() if found} == {}
