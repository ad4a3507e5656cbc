"""The files in ``_data`` of an al-folio site: repositories are facts, co-authors have addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_cv.importer.draft import Draft, Item
from sphinx_cv.importer.project.nowhere import tell_nowhere
from sphinx_cv.importer.project.write import settings
from sphinx_cv.importer.sources import read_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BIB = '@misc{a, title={T}, year={2020}, author={Ada King and B{\\"o}ll, H. J. and B{\\"o}ll, Hans}}'


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Draft]:
    def read(**files: str) -> Draft:
        for name in ("_data", "_bibliography"):
            (tmp_path / name).mkdir()
        (tmp_path / "_config.yml").write_text("first_name: Ada\nlast_name: King\n", "utf-8")
        (tmp_path / "_bibliography/papers.bib").write_text(BIB, "utf-8")
        for name, text in files.items():
            (tmp_path / f"_data/{name}.yml").write_text(text, "utf-8")
        draft = read_source(tmp_path)
        tell_nowhere(draft)
        return draft

    return read


def test_repositories_are_software_and_their_user_a_link(site: Callable[..., Draft]) -> None:
    repos = "github_users: [ada, Ada, torvalds]\ngithub_repos:\n- ada/loom_x\n- jekyll/jekyll\nmore: Words\n"
    draft = site(repositories=repos)
    section = next(one for one in draft.sections if one.title == "Software")
    url = {"url": "https://github.com/ada/loom_x"}
    assert section.blocks == [Item(title=r"loom\_x", kind="software", options=url)]
    assert draft.profile["links"] == {"GitHub": "https://github.com/ada"}
    assert draft.report == [
        ("_data/repositories.yml", "left out: the theme's example: torvalds; jekyll/jekyll"),
        ("_data/repositories.yml more", "left out: Words"),
    ]
    assert not draft.has_entries()


def test_coauthors_that_a_paper_names_have_their_address(site: Callable[..., Draft]) -> None:
    people = (
        "boll:\n- firstname: [Hans, H. J., Hans Joseph]\n  url: https://boll.org\n"
        "li:\n- {firstname: [Bo], url: https://li.org}\n"
        "Planck:\n- {firstname: [Max], url: https://en.wikipedia.org/wiki/Max_Planck}\n"
    )
    draft = site(coauthors=people)
    assert draft.people == {"Hans Böll": "https://boll.org"}
    assert 'cv_people = {\n    "Hans Böll": "https://boll.org",\n}\n' in settings(draft)
    place = "_data/coauthors.yml"
    example = "the theme's example: Max Planck https://en.wikipedia.org/wiki/Max_Planck"
    assert draft.report[:2] == [
        (place, "left out: Bo li https://li.org (no publication names this person)"),
        (place, f"left out: {example}"),
    ]


def test_what_has_no_place_is_told_by_its_file(site: Callable[..., Draft]) -> None:
    venues = "JL: {url: https://jl.org, color: red}\nAJP: {color: blue}\n"
    draft = site(venues=venues, awards="- Loom prize\n", broken="a: [")
    told = dict(draft.report)
    assert told["_data/awards.yml"] == "left out: Loom prize"
    assert told["_data/broken.yml"].startswith("not read: ")
    assert [words for place, words in draft.report if place == "_data/venues.yml"] == [
        "left out: the theme's example: AJP: color: blue",
        "left out: JL: url: https://jl.org; color: red",
    ]
