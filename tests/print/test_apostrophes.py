"""Apostrophes of references: typographic in print, as typed on the website."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pdf_readers import flat_text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers import Built

    Site = Callable[..., Built]

FILES = {
    "index.md": "# Ada\n\nIt's a mill.\n\n```{publication-list}\n```\n",
    "refs.bib": "@article{a, author={O'Brien, Ada and {'t Hooft}, Bo}, title={{Ada}'s \\texttt{can't}, f'(x), $g'h$},"
    " journal={של ג'ורג'}, note={See https://example.org/b'c, doi:10.1/a'b and 's-process'}, year={2014}}\n",
}
PROFILE = {"name": "Ada O'Brien"}


def printed(site: Site, builder: str, **conf: object) -> str:
    built = site(FILES, builder, cv_profile=PROFILE, bibtex_bibfiles=["refs.bib"], **conf)
    if builder == "typst":
        return flat_text_of(built.out / "cv.pdf")
    return next(built.out.glob("*.tex")).read_text("utf-8")


@pytest.mark.parametrize("builder", ["typst", "latex"])
def test_print_sets_them_as_those_of_other_text(site: Site, builder: str) -> None:
    text = printed(site, builder).replace(r"\sphinxhyphen{}", "-")
    for part in ("It’s", "O’Brien", "’t Hooft", "’s", "can't", "f'(x)", "10.1/a'b", "'s-process'"):
        assert part in text, part
    assert text.count("’") == 4


def test_the_website_shows_them_as_typed(site: Site) -> None:
    html = site(FILES, "html", cv_profile=PROFILE, bibtex_bibfiles=["refs.bib"]).article()
    reference = html.select_one(".cv-reference").get_text()
    assert "O'Brien" in reference
    assert "can't" in reference


@pytest.mark.parametrize("builder", ["typst", "latex"])
def test_who_sets_no_quotes_has_them_as_typed_in_print(site: Site, builder: str) -> None:
    assert "’" not in printed(site, builder, smartquotes=False)
