"""The page of a publication: its address, what is on it, and what Google Scholar reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.database import Entry

from helpers import Built
from publications import BIB, site_of
from sphinx_cv.html.publications.pages import metatags

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]


def test_no_two_publications_share_a_page(site: Site) -> None:
    keys = ["10.1:1a", "9.44:1a", "1a", "a", "2020", "???", "cite", "_x", "k" * 300, "é" * 200]
    bib = "".join(f"@misc{{{key}, title={{T {key}}}, year=2000}}\n" for key in keys)
    pages = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    built = site(pages, bibtex_bibfiles=["refs.bib"], cv_publication_pages=True)
    links = built.article().select("ol.cv-publications > li .cv-pubtitle a")
    titles = [built.page(str(link["href"])).find("h1").get_text() for link in links]
    assert [title.strip("#¶ ") for title in titles] == [f"T {key}" for key in keys]


def test_no_publication_takes_the_page_of_its_folder(site: Site) -> None:
    # Nor a name that Windows has for a device.
    bib = "@misc{index, title={I}}\n@misc{con, title={C}}\n@misc{COM1, title={D}}\n"
    pages = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    built = site(pages, "dirhtml", bibtex_bibfiles=["refs.bib"], cv_publication_pages=True)
    folders = {path.name for path in (built.out / "publications").iterdir()}
    assert len(folders) == 3
    assert folders.isdisjoint({"index.html", "con", "com1"})


def test_a_page_of_the_author_stays(site: Site) -> None:
    files = {
        "index.md": "# Ada\n\n```{publication-list}\n```\n\n```{toctree}\npublications/old\n```\n",
        "publications/old.md": "# Mine\n",
        "refs.bib": BIB,
    }
    # Without a list of its own, every page would be written again.
    conf = {"cv_publication_pages": True, "templates_path": []}
    site(files, **conf)
    # Its list is written after it.
    del files["publications/old.md"]
    files["index.md"] = files["index.md"].replace("# Ada", "# Ada\n\nMore")
    built = site(files, fresh=False, **conf)
    assert built.article("publications/old.html").find("h1").get_text().startswith("Mine")


def test_google_scholar_is_told_each_fact_once() -> None:
    fields = {"title": "A", "journal": "J", "journaltitle": "J", "issue": "2", "year": "in press"}
    assert list(metatags(Entry("article", fields=fields))) == [
        '<meta name="citation_title" content="A" />',
        '<meta name="citation_journal_title" content="J" />',
        '<meta name="citation_issue" content="2" />',
    ]


def test_a_publication_has_a_page_that_google_scholar_reads(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```", cv_publication_pages=True)
    page = built.page("publications/new.html")
    tags = [(tag["name"], tag["content"]) for tag in page.find_all("meta", attrs={"name": True})]
    assert ("citation_title", "New") in tags
    assert [content for name, content in tags if name == "citation_author"][-2:] == [
        "Ada Lovelace",
        "Ed Five",
    ]
    assert ("citation_publication_date", "2003") in tags
    assert ("citation_journal_title", "Annals") in tags
    assert ("citation_doi", "10.1000/x") in tags
    assert page.find("h1").get_text() == "New"
    assert page.find("a", href="../index.html", string="All publications")
    listed = built.page()
    assert listed.find("a", href="publications/new.html", string="New") is not None
    assert not listed.find("meta", attrs={"name": re.compile("^citation_")})


def test_without_the_setting_there_are_no_such_pages(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```")
    assert not (built.out / "publications").exists()
    assert built.article().select("a[href^='publications/']") == []


def test_awards_and_notes_are_on_the_page_of_a_publication(site: Site) -> None:
    bib = "@article{a, title={T}, journal={J}, year=2000, award={Best paper}, pubstate={inpress}}\n"
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    page = site(files, cv_publication_pages=True).article("publications/a.html")
    shown = [part.get_text() for part in page.find_all("p")]
    assert shown[shown.index("J, 2000") :][:3] == ["J, 2000", "Best paper", "In press"]


def test_the_page_of_a_publication_says_what_its_marks_mean(site: Site) -> None:
    bib = "@misc{one, title={One}, year=2030, author={King, Ada and Li, Bo}, author+an={1=equal}}"
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    built = site(files, cv_publication_pages=True)
    legend = built.article("publications/one.html").find(class_="cv-legend")
    assert legend is not None
    assert legend.get_text() == "* equal contribution"
