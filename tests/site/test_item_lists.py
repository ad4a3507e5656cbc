"""Lists of entries and talks by their options: filtered, added up, folded, without what is said above."""

from __future__ import annotations

import pytest
from item_page import PAGE, lines

FILTERED = {
    ":role: investigator": ["Engines for all"],
    ":tags: recent": ["Engines for all"],
    ":tags: zzz, MONEY": ["Engines for all"],
    ":kind: grant": ["Engines for all", "Second grant"],
    ":year: 2021": ["Calculus"],
}
# Whether a list of talks with these options says the kind of each.
SAYS_KIND = {
    "": True,
    ":kind: panel": False,
    ":show-kind: never": False,
    ":group: kind": False,
    ":kind: panel\n:show-kind: always": True,
}


@pytest.fixture(scope="module")
def article_of(module_site):
    """Return what gives the article of a list: each is on a page of its own, of one site."""
    lists = [f"{{entry-list}}\n{options}" for options in FILTERED]
    lists += [f"{{talk-list}}\n{options}" for options in SAYS_KIND]
    pages = {f"list{at}.md": f"# A\n\n```{each}\n```\n" for at, each in enumerate(lists)}
    home = "# Ada\n\n```{toctree}\n:glob:\n\none\nlist*\n```\n"
    built = module_site(pages | {"index.md": home, "one.md": PAGE})
    assert built.warnings == []
    return lambda each: built.article(f"list{lists.index(each)}.html")


@pytest.mark.parametrize(("options", "titles"), FILTERED.items())
def test_lists_filter_by_the_new_options(article_of, options, titles):
    article = article_of(f"{{entry-list}}\n{options}")
    found = [title.get_text() for title in article.find_all(class_="cv-title")]
    assert set(titles) <= set(found)
    assert "Jane Doe" not in found


def test_a_list_adds_up_its_amounts(site):
    page = "# Ada\n\n```{entry-list}\n:kind: grant\n:sum:\n```\n"
    article = site({"index.md": page, "one.md": PAGE}).article()
    assert article.find(class_="cv-sum").get_text() == "Total: €2,500,000"
    other = PAGE.replace("€1000", "$1000")
    article = site({"index.md": page, "one.md": other}).article()
    assert article.find(class_="cv-sum").get_text() == "Total: €2,499,000 · $1,000"


@pytest.mark.parametrize(("options", "shown"), SAYS_KIND.items())
def test_a_list_that_says_the_kind_leaves_it_out(article_of, options, shown):
    article = article_of(f"{{talk-list}}\n{options}")
    panel = lines(article.find(class_="cv-kind-panel"))[-1]
    said = "panel, discussant" if shown else "discussant"
    assert panel == f"ICML ({said}, in French), with A. King and B. Li"


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Seminars", False),
        ("Seminars and panels", True),
        ("Talks and seminars", True),
        ("Seminars & more", True),
        ("Seminars, 2023–2024", False),
        ("Talks", True),
        ("Panels", True),
    ],
)
def test_a_heading_that_says_the_kind_leaves_it_out(site, heading, shown):
    talk = "```{talk} Looms\n:event: Logic\n:kind: seminar\n:date: 2020\n```\n"
    text = site(f"# Ada\n\n## {heading}\n\n{talk}").article().find(class_="cv-subline").get_text()
    assert text == ("Logic (seminar)" if shown else "Logic")


def test_a_folded_list_folds_before_it_ends(site):
    talks = "".join(
        f"```{{talk}} {title}\n:event: E{year}\n:date: {year}\n```\n\n"
        for title, year in (("A", 2024), ("A", 2023), ("B", 2022), ("A", 2021), ("C", 2020))
    )
    page = "# Ada\n\n```{talk-list}\n:fold:\n:limit: 2\n```\n"
    article = site({"index.md": page, "one.md": f"# T\n\n{talks}"}).article()
    assert [lines(talk) for talk in article.find_all(class_="cv-talk")] == [
        ["A", "2021, 2023, 2024", "E2024, 2024 · E2023, 2023 · E2021, 2021"],
        ["B", "2022", "E2022"],
    ]
