"""What the website shows with a reference: downloads, abstracts, BibTeX, talks, a filter, awards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from helpers import Built
from publications import shown, site_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Site = Callable[..., Built]


def test_the_download_goes_with_the_list(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```")
    assert (built.out / "publications.bib").is_file()
    built = site_of(site, "Text", fresh=False)
    assert not (built.out / "publications.bib").exists()


def test_a_file_of_the_author_is_no_download_of_ours(site: Site) -> None:
    own = {"index.md": "# Ada\n", "extra/publications.bib": "% mine"}
    for fresh in (True, False):
        built = site(own, fresh=fresh, html_extra_path=["extra"])
        assert built.text("publications.bib") == "% mine"


def test_an_abstract_folds_and_its_math_is_mathml(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```")
    abstract = built.article().find(id="cite-1-talked").find("details", class_="cv-abstract")
    assert abstract.find("summary").get_text() == "Abstract"
    assert abstract.find("math").find("msup") is not None
    assert abstract.find("em").get_text() == "again"
    assert built.page().find("script", src=re.compile("mathjax", re.IGNORECASE)) is None


def test_the_bibtex_leaves_private_fields_out(site: Site) -> None:
    built = site_of(site, "```{publication-list}\n```")
    text = built.article().find(id="cite-1-talked").find(class_="cv-bibtex").find("pre").get_text()
    assert text.startswith("@inproceedings{talked,\n  author = {Doe, Jane and Lovelace, A.},")
    for private in ("secret", "keywords", "abstract"):
        assert private not in text
    download = built.text("publications.bib")
    assert text in download
    assert "secret" not in download


def test_the_talks_of_a_paper_stand_under_it(site: Site) -> None:
    talk = (
        "```{talk} Talked\n:event: Seminar\n:location: Rome\n:date: 2004-05\n"
        ":publication: talked\n```\n\n"
    )
    built = site_of(site, f"{talk}```{{publication-list}}\n```")
    line = built.article().find(id="cite-1-talked").find(class_="cv-related")
    assert line.get_text() == "Presented at Seminar, Rome, 2004"
    assert line.find("a")["href"] == "#talked"
    ahead = talk.replace("2004-05\n", "2104-05\n:upcoming:\n")
    built = site_of(site, f"{ahead}```{{publication-list}}\n```")
    line = built.article().find(id="cite-1-talked").find(class_="cv-related")
    assert line.get_text() == "Presented at Seminar, Rome, 2104 (upcoming)"
    dated = talk.replace("Seminar", "Seminar 2004")
    built = site_of(site, f"{dated}```{{publication-list}}\n```")
    line = built.article().find(id="cite-1-talked").find(class_="cv-related")
    assert line.get_text() == "Presented at Seminar 2004, Rome"


def test_a_filter_stands_above_the_full_list_alone(site: Site) -> None:
    lists = "```{publication-list}\n:selected:\n```\n\n```{publication-list}\n:group: year\n```"
    fields = site_of(site, lists).article().find_all("input", attrs={"data-cv-filter": True})
    assert [field["aria-label"] for field in fields] == ["Filter 4 publications…"]


def test_a_list_seen_at_a_glance_has_no_filter(site: Site) -> None:
    built = site_of(site, '```{publication-list}\n:filter: year == "2003"\n```')
    assert shown(built) == ["[2] Talked", "[1] New"]
    assert built.article().find("input") is None


def test_awards_and_notes_end_the_reference(site: Site) -> None:
    bib = "@article{a, title={T}, journal={J}, year=2000, award={Best paper}, note={In Dutch}}\n"
    built = site({"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib})
    reference = built.article().find(class_="cv-reference")
    assert reference.get_text() == "T. J, 2000. Best paper. In Dutch."
    assert reference.find(class_="cv-award").get_text() == "Best paper"


@pytest.mark.parametrize("field", ["eid", "issue"])
def test_a_command_in_what_is_shown_is_told(site: Site, field: str) -> None:
    bib = f"@article{{a, title={{T}}, author={{Ada Lovelace}}, journal={{J}}, year=2000, {field}={{\\foo}}}}"
    built = site({"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": bib})
    assert built.warnings == [
        f'refs.bib:1: WARNING: publication "a": \\foo in {field} cannot be read: '
        "it is shown as it was typed [cv.bibliography]"
    ]
