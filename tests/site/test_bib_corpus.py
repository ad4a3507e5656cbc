"""Real files: what programs and people write is listed whole, and each fault is told once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from corpus import CORPUS, DATA, build, entries, faults, text_of, titles

from helpers import PAGES_ALONE, Built

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]


def test_each_file_has_its_expectations_beside_it() -> None:
    assert {path.name.split(".")[0] for path in DATA.iterdir()} == set(CORPUS)


@pytest.mark.parametrize("name", CORPUS)
def test_each_entry_is_shown_and_each_fault_is_told_once(site: Site, name: str) -> None:
    expected = CORPUS[name]
    # What is printed of them is tested with all of them together.
    built = build(site, DATA / f"{name}.bib", **PAGES_ALONE)
    assert titles(built) == expected.titles
    assert faults(built) == expected.faults
    ids = [tag["id"] for tag in built.page().find_all(id=True)]
    assert len(ids) == len(set(ids))
    told = " ".join(message for *_rest, message in expected.faults)
    if not ("as it was typed" in told or "as text" in told):
        for entry in entries(built).values():
            for source in entry.select(".cv-bibtex"):
                source.decompose()
            # "\{x\}" is typed for braces.
            assert not re.search(r"\\|[{}]", text_of(entry).replace("{x}", ""))


def test_a_file_of_al_folio_keeps_its_links_marks_and_selection(site: Site) -> None:
    page = "# Ada\n\n```{publication-list}\n:selected:\n```\n\n```{publication-list}\n```\n"
    built = build(site, DATA / "al_folio.bib", page=page)
    article = built.article()
    selected, everything = article.select("ol.cv-publications")
    assert [text_of(tag) for tag in selected.select(".cv-pubtitle")] == ["Cards"]
    cards = everything.find(id="cite-2-lovelace2021cards")
    assert (
        cards.find(class_="cv-reference")
        .get_text()
        .endswith(
            "Ada Lovelace*, Charles Babbage*, Bo Li. Cards. Journal of Engines, 2021. Best paper."
            " More Information."
        )
    )
    assert [(link.get_text(), link["href"]) for link in cards.select(".cv-links a")] == [
        ("Paper", "https://doi.org/10.1000/cards"),
        ("arXiv", "https://arxiv.org/abs/2101.00001"),
        ("Code", "https://example.org/code"),
        ("Project page", "https://example.org/"),
        ("Supplement", "https://example.org/supplement.pdf"),
        ("Blog", "https://example.org/blog"),
    ]
    assert len(everything.select(".cv-owner")) == 3
    assert "American Physical Society, 2020." in everything.get_text()
    for field in ("preview", "selected", "bibtex_show", "abbr", "dimensions"):
        assert field not in article.get_text()


def test_the_files_together_lose_no_entry(site: Site) -> None:
    paths = sorted(DATA.glob("*.bib"))
    built = build(site, *paths)
    wanted = sorted(title for expected in CORPUS.values() for title in expected.titles.values())
    # A key that two files have is given another; what has no title is shown by its key.
    assert sorted(titles(built).values()) == wanted
