"""Private values of the profile in public text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.source.markdown import Page
from sphinx_cv.source.private_values import PrivateValues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .cv import Cv


def exposed(cv: Cv) -> Iterator[Finding]:
    """Yield each private value that a page, a .bib file or a translation reveals."""
    values = PrivateValues(cv.private)
    markdown = {place for place, _page in cv.checked_pages()}
    for place, page in cv.pages.items():
        for finding, start in _exposed(page, values, place):
            # A page is shown without its comments.
            if place not in markdown or not page.is_comment(start):
                yield finding
    others = {**cv.bibfiles, **{catalog.path: catalog.lines for catalog in cv.catalogs}}
    for place, lines in others.items():
        for finding, _start in _exposed(Page(lines), values, place):
            yield finding


def _exposed(page: Page, values: PrivateValues, place: str) -> Iterator[tuple[Finding, int]]:
    """Yield the private values in the text of a file, in any written form."""
    for key, start, end in sorted(values.find(page.text), key=lambda found: found.start):
        line, column = page.place(start)
        finding = Finding(
            subtype="private",
            message=f'the private "{key}" of cv_profile is in public text: remove it',
            line=line,
            place=place,
            column=column,
            length=min(end - start, len(page.lines[line - 1]) - column + 1),
        )
        yield finding, start
