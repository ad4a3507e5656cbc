"""Publication lists: how each is arranged, which keys and files it takes, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers import Built, sphinx_build, sphinx_main, write
from publications import BIB, shown, site_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Site = Callable[..., Built]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["[4] Coming", "[3] Talked", "[2] New", "[1] Old"]),
        (":numbers: ascending", ["[1] Coming", "[2] Talked", "[3] New", "[4] Old"]),
        (
            ":group: year",
            ["Forthcoming", "[4] Coming", "2003", "[3] Talked", "[2] New", "2001", "[1] Old"],
        ),
        (
            ":group: type",
            [
                *("Journal articles", "[4] New", "[3] Old"),
                *("Conference papers", "[2] Talked"),
                *("Other", "[1] Coming"),
            ],
        ),
        (
            ":group: type year",
            [
                *("Journal articles", "2003", "[4] New", "2001", "[3] Old"),
                *("Conference papers", "2003", "[2] Talked"),
                *("Other", "Forthcoming", "[1] Coming"),
            ],
        ),
        (":filter: type == 'article'", ["[2] New", "[1] Old"]),
    ],
)
def test_a_list_is_arranged_as_asked(site: Site, options: str, expected: list[str]) -> None:
    built = site_of(site, f"```{{publication-list}}\n{options}\n```")
    assert shown(built) == expected
    number = next(line for line in expected if line.endswith(" Old")).split()[0]
    assert built.article("all.html").find(class_="bibtex-citation").get_text() == number
    assert built.warnings == []


def test_a_list_may_name_its_keys(site: Site) -> None:
    built = site_of(site, "```{publication-list}\nold\nnew\n```")
    assert shown(built) == ["[2] New", "[1] Old"]


def test_a_list_names_its_keys_among_empty_lines_and_comments(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n\nold  \n% the best\n\n  new\n```")
    assert shown(built) == ["[2] New", "[1] Old"]
    assert built.warnings == []


def test_a_key_that_is_nowhere_is_told_at_its_line(site: Site) -> None:
    built = site_of(site, "```{publication-list}\nold\nneww\nTalked\n```")
    assert shown(built) == ["[1] Old"]
    assert built.warnings == [
        f'index.md:{line}: WARNING: no .bib file has the key "{key}". '
        f'Did you mean "{near}"? [cv.publication]'
        for line, key, near in ((5, "neww", "new"), (6, "Talked", "talked"))
    ]


def test_a_condition_that_cannot_be_asked_leaves_the_list_whole(site: Site) -> None:
    built = site_of(site, '```{publication-list}\n:filter: type == "article" and year > 2002\n```')
    assert len(shown(built)) == 4
    assert [line.split("]")[0] for line in built.warnings] == [
        'index.md:4: WARNING: 2002 in `type == "article" and year > 2002` is no text, '
        'as fields are: write "2002" [cv.option'
    ]


def test_a_header_of_sphinxcontrib_bibtex_takes_no_arrangement(site: Site) -> None:
    built = site_of(
        site,
        "```{publication-list}\n:group: year\n```",
        bibtex_bibliography_header="(before)=\nAll of them\n",
    )
    assert shown(built)[:2] == ["Forthcoming", "[4] Coming"]


def test_a_list_may_read_one_of_several_files(site: Site) -> None:
    pages = {
        "index.md": "# Ada\n\n```{publication-list}\n:files: b.bib\n```\n",
        "refs.bib": BIB,
        "b.bib": "@misc{b, title={From b}, year=2000}\n",
    }
    built = site(pages, bibtex_bibfiles=["refs.bib", "b.bib"])
    assert shown(built) == ["[1] From b"]


def test_a_file_is_named_as_in_the_settings(site: Site) -> None:
    pages = {
        "index.md": "# Ada\n\n```{toctree}\nsections/a\n```\n",
        "sections/a.md": "# A\n\n```{publication-list}\n:files: b.bib\n```\n",
        "b.bib": "@misc{b, title={From b}, author={Ada Lovelace}}\n",
    }
    built = site(pages, "text", bibtex_bibfiles=["refs.bib", "b.bib"])
    assert built.warnings == []
    assert "From b" in built.text("sections/a.txt")


def test_a_year_has_one_heading(site: Site) -> None:
    years = ("in press", "", "2003", "in press", "2003a", "2003", "")
    bib = "".join(
        f"@misc{{k{at}, title={{{at}}}, year={{{year}}}}}" for at, year in enumerate(years)
    )
    page = "# Ada\n\n```{publication-list}\n:group: year\n```\n"
    built = site({"index.md": page, "refs.bib": bib})
    assert shown(built) == [
        *("Forthcoming", "[7] 0", "[6] 3"),
        *("2003", "[5] 2", "[4] 4", "[3] 5"),
        *("No date", "[2] 1", "[1] 6"),
    ]


@pytest.mark.parametrize("options", [":group: year", ":filter: key == 'none'"])
def test_a_link_goes_to_where_a_list_starts(site: Site, options: str) -> None:
    list_ = f"[Papers](#papers)\n\n(papers)=\n```{{publication-list}}\n{options}\n```"
    built = site_of(site, list_)
    place = built.article().find(id="papers")
    assert place is not None
    assert len(place.find_all_previous(class_="cv-publication")) == 0


def test_an_unknown_group_is_told(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n:group: yaer\n```")
    assert built.warnings == [
        'index.md:4: WARNING: "yaer" is no value of "group". Did you mean "year"? [cv.option]'
    ]


def test_a_cv_can_do_without_a_bib_file_but_its_list_cannot(tmp_path: Path) -> None:
    conf = "extensions = ['sphinx_cv']\ncv_profile = {'name': 'Ada'}\n"
    write(tmp_path / "cv", {"conf.py": conf, "index.md": "# Ada\n\nText\n"})
    sphinx_build("dummy", tmp_path / "out", source=tmp_path / "cv")
    write(tmp_path / "cv", {"index.md": "# Ada\n\n```{publication-list}\n```\n"})
    words = ("-q", "-b", "dummy", tmp_path / "cv", tmp_path / "o")
    status, told = sphinx_main(*words)
    assert status == 0
    assert 'index.md:3: WARNING: there is no .bib file: put "refs.bib" beside conf.py' in told
    write(tmp_path / "cv", {"refs.bib": "@misc{one, title={One}, author={Ada}, year=2030}"})
    assert sphinx_main(*words) == (0, "")
