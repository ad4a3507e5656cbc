"""The numbers of publications: they run on from list to list, and citations have the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from helpers import Built
from publications import BIB, shown, site_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]


RISING = {"numbers": "ascending"}
FULL = "```{publication-list}\n```"
ARTICLES = "```{publication-list}\n:filter: type == 'article'\n```"
OTHERS = "```{publication-list}\n:filter: type != 'article'\n:numbers: descending\n```"
BEST = "```{publication-list}\ntalked\nold\n```"
SELECTED = "```{publication-list}\n:selected:\n```"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("ascending", ["[1] New", "[2] Old", "[3] Talked", "[4] Coming"]),
        ("descending", ["[4] New", "[3] Old", "[2] Talked", "[1] Coming"]),
    ],
)
def test_the_numbers_run_on_from_list_to_list(
    site: Site, numbers: str, expected: list[str]
) -> None:
    kinds = ("article", "inproceedings", "misc")
    lists = [
        f'```{{publication-list}}\n:filter: type == "{kind}"\n:numbers: {numbers}\n```'
        for kind in kinds
    ]
    built = site_of(site, "\n\n".join(lists))
    assert built.warnings == []
    assert shown(built) == expected


def test_the_numbers_follow_the_order_of_the_sections(site: Site) -> None:
    pages = {
        "index.md": "# Ada\n\n```{toctree}\nz\na\n```\n",
        "z.md": '# Z\n\n```{publication-list}\n:filter: type == "article"\n```\n',
        "a.md": '# A\n\n```{publication-list}\n:filter: type == "misc"\n```\n\n{cite}`old`\n',
        "refs.bib": BIB,
    }
    built = site(pages, cv_print=RISING)
    assert built.warnings == []
    assert "[3]" in built.article("a.html").get_text()
    assert "[2]" in built.article("a.html").get_text()


def test_a_selected_list_has_the_numbers_of_the_full_one_where_it_asks_for_them(
    site: Site,
) -> None:
    lists = f"```{{publication-list}}\n:selected:\n:numbers: descending\n```\n\n{FULL}"
    assert shown(site_of(site, lists))[:2] == ["[3] Talked", "[2] New"]


@pytest.mark.parametrize("numbers", ["ascending", "descending"])
def test_a_list_that_begins_with_the_oldest_counts_from_it(site: Site, numbers: str) -> None:
    list_ = "```{publication-list}\n:order: oldest\n```"
    expected = ["[1] Old", "[2] Talked", "[3] New", "[4] Coming"]
    assert shown(site_of(site, list_, cv_print={"numbers": numbers})) == expected


def test_on_a_website_a_selected_list_has_no_numbers_of_its_own_accord(site: Site) -> None:
    lists = f"{SELECTED}\n\n{FULL}"
    chosen, whole = site_of(site, lists).article().select(".cv-publications")
    assert not chosen.select(".cv-label")
    assert [label.get_text() for label in whole.select(".cv-label")] == ["[4]", "[3]", "[2]", "[1]"]
    # What is read line by line has those that citations name.
    text = site_of(site, lists, "text").text("index.txt")
    assert re.findall(r"\[\d\]", text)[:2] == ["[3]", "[2]"]


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([ARTICLES, OTHERS], ["[1] New", "[2] Old", "[4] Coming", "[3] Talked"]),
        ([BEST, FULL], ["[2] Talked", "[4] Old", "[1] Coming", "[2] Talked", "[3] New", "[4] Old"]),
        ([BEST, ARTICLES], ["[3] Talked", "[2] Old", "[1] New", "[2] Old"]),
        (
            [FULL, FULL],
            ["[1] Coming", "[2] Talked", "[3] New", "[4] Old"] * 2,
        ),
        ([SELECTED, ARTICLES, BEST], ["Talked", "New", "[1] New", "[2] Old", "[3] Talked"]),
    ],
)
def test_lists_share_their_numbers_and_are_no_mistake(
    site: Site, lists: list[str], expected: list[str]
) -> None:
    built = site_of(site, "\n\n".join(lists), cv_print=RISING)
    assert built.warnings == []
    assert [line.strip() for line in shown(built)][: len(expected)] == expected
    # Again, on top of what has been stored.
    again = site_of(site, "\n\n\n".join(lists), fresh=False, cv_print=RISING)
    assert shown(again) == shown(built)
    assert not [line for line in again.warnings if "[bibtex" in line]
