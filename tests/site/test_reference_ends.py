"""What follows the venue of a reference on the website, where its parts are lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

PAPER = "author={Ada}, title={T}, journal={J}, year=2000"
OPTIONS = {
    "identifiers": ["pmid", "doi"],
    "signs": {"refereed": ["◆", "peer-reviewed"]},
}


@pytest.mark.parametrize(
    ("more", "venue", "remarks"),
    [
        ("", "J, 2000", ""),
        ("keywords={refereed}", "J, 2000. ◆", ""),
        ("pmid=12345678, doi={10.1000/x}", "J, 2000", "PMID 12345678. doi:10.1000/x."),
        ("note={In Dutch}", "J, 2000", "In Dutch."),
        ("award={Best paper}, note={In Dutch}", "J, 2000. Best paper", "In Dutch."),
        ("award={Best paper}, keywords={refereed}", "J, 2000. Best paper. ◆", ""),
        ("award={Best paper}, pmid=12345678", "J, 2000", "PMID 12345678. Best paper."),
        ("note={\\emph{Sic}!}, keywords={refereed}", "J, 2000", "Sic! ◆"),
    ],
)
def test_all_remarks_are_one_line(
    site: Callable[..., Built], more: str, venue: str, remarks: str
) -> None:
    bib = f"@article{{a, {PAPER}, {more}}}\n"
    page = "# Ada\n\n```{publication-list}\n```\n"
    built = site({"index.md": page, "refs.bib": bib}, cv_references=OPTIONS)
    reference = built.article().find(class_="cv-reference")
    lines = [
        part.get_text()
        for part in reference.find_all("span", recursive=False)
        if "cv-sep" not in part["class"]
    ]
    assert lines == ["Ada", "T", venue, *filter(None, [remarks])]
    # It is read as in print.
    end = "" if venue.endswith("◆") else "."
    assert reference.get_text() == f"Ada. T. {venue}{end} {remarks}".strip()


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        (
            "@book{a, author={Ada}, title={T}, publisher={P}, series={S}, edition={2}",
            "T (2nd ed., S)",
        ),
        ("@book{a, author={Ada}, title={T?}, series={S}", "T? (S)"),
        ("@bookinbook{a, author={Ada}, title={T}, booktitle={Works}, volume={2}", None),
        ("@software{a, title={T}, version={2}", "T (version 2)"),
        ("@book{a, author={Ada}, title={T?}, publisher={P}", "T?"),
    ],
)
def test_what_follows_the_title_ends_its_line(
    site: Callable[..., Built], fields: str, title: str | None
) -> None:
    page = "# Ada\n\n```{publication-list}\n```\n"
    built = site({"index.md": page, "refs.bib": f"{fields}, year=2000}}\n"})
    reference = built.article().find(class_="cv-reference")
    # All that is seen is in a line: text between them would be another one.
    loose = "".join(reference.find_all(string=True, recursive=False))
    assert not loose.strip()
    if title:
        lines = [part.get_text() for part in reference.find_all("span", recursive=False)]
        assert title in lines
