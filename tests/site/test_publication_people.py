"""The people of a publication: who is shown, who the owner is, and what the marks mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import Built
from publications import site_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]


def test_long_lists_of_authors_are_cut_but_never_the_owner(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n:max-authors: 2\n```")
    item = built.article().find(id="cite-1-new")
    authors = item.find(class_="cv-authors")
    assert [part.get_text() for part in authors.find_all(class_="cv-rest")] == [
        ", Cy Three",
        ", Di Four",
        ", Ed Five",
    ]
    assert authors.find(class_="cv-owner").get_text() == "Ada Lovelace"
    assert authors.find("button").get_text() == "+ 3 authors"
    assert authors.get_text().endswith(" + 3 authors")
    tex = site_of(site, "```{publication-list}\n:max-authors: 2\n```", "latex").text("cv.tex")
    assert "Cy Three" not in tex


def test_others_are_not_counted_among_the_hidden(site: Site) -> None:
    bib = "@misc{a, title={A}, author={A One and B Two and C Three and D Four and others}}"
    page = "# Ada\n\n```{publication-list}\n:max-authors: 2\n```\n"
    button = site({"index.md": page, "refs.bib": bib}).article().find("button")
    assert button.get_text() == "+ 2 authors"


def test_a_single_author_is_not_cut(site: Site) -> None:
    # All but the first two and the owner: that is Ed Five alone.
    built = site_of(site, "```{publication-list}\n:max-authors: 4\n```")
    authors = built.article().find(id="cite-1-new").find(class_="cv-authors")
    assert authors.get_text() == "Al One, Bo Two, Cy Three, Di Four, Ada Lovelace, Ed Five"


def test_the_owner_is_marked_among_editors(site: Site) -> None:
    bib = "@book{b, editor={Bo Li and Ada Lovelace}, title={B}, publisher={P}, year={2000}}"
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib}
    built = site(files, cv_publication_pages=True)
    assert built.article().find(class_="cv-authors").get_text() == "Bo Li, Ada Lovelace (eds.)"
    assert built.article().find(class_="cv-owner").get_text() == "Ada Lovelace"
    page = built.article("publications/b.html")
    assert page.find(class_="cv-owner").get_text() == "Ada Lovelace"


def test_others_are_et_al(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```", cv_publication_pages=True)
    item = built.article().find(id="cite-1-coming")
    assert item.find(class_="cv-reference").get_text() == "Ada Lovelace et al. Coming. Forthcoming."
    # On a screen full stops between the parts are out of sight; that of an abbreviation is not.
    assert item.find(class_="cv-authors").get_text() == "Ada Lovelace et al."
    tags = built.page("publications/coming.html").find_all(attrs={"name": "citation_author"})
    assert [tag["content"] for tag in tags] == ["Ada Lovelace"]


@pytest.mark.parametrize(
    ("annotated", "meant"),
    [
        ("1=student", "† doctoral student"),
        ("1=equal;2=student", "* joint first authors, † doctoral student"),
        # A sign that stands for two words is told with both.
        ("1=student;2=corresponding", "† corresponding author, † doctoral student"),
        ("3=student;1=visitor;2=visitor", "vis visitor"),
    ],
)
def test_a_mark_means_what_its_word_means(site: Site, annotated: str, meant: str) -> None:
    bib = "@misc{one, title={One}, year=2030, author={King, Ada and Li, Bo}, author+an={%s}}"
    marks = {
        "student": ("†", "doctoral student"),
        "visitor": ("vis", "visitor"),
        "equal": ("*", "joint first authors"),
    }
    files = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib % annotated}
    built = site(files, cv_references={"marks": marks})
    legend = built.article("index.html").find(class_="cv-legend")
    assert legend is not None
    assert legend.get_text() == meant


@pytest.mark.parametrize(("papers", "above"), [(20, False), (21, True)])
def test_the_meaning_of_marks_stands_above_a_long_list(
    site: Site, papers: int, above: bool
) -> None:
    bib = "".join(
        f"@misc{{p{number}, title={{T}}, year=2030, author={{King, Ada}}, author+an={{1=equal}}}}\n"
        for number in range(papers)
    )
    page = "# Ada\n\n```{publication-list}\n:group: year\n```\n\n{cite:p}`p1`\n"
    article = site({"index.md": page, "refs.bib": bib}).article("index.html")
    legend = article.find(class_="cv-legend")
    assert legend is not None
    assert (legend.find_next("ol") is not None) is above
    ids = [tag["id"] for tag in article.find_all(id=True)]
    assert len(ids) == len(set(ids))
