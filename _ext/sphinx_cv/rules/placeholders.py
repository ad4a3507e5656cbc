"""Placeholder text left from a template, ours or another's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding

from .mentions import silenced_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .cv import Cv

PHRASES = (
    # Of "sphinx-cv new".
    "Your Name",
    "Your position",
    "Your university",
    "you@example.org",
    "Say in one or two sentences what you work on.",
    "The title of a thesis",
    "The title of a talk",
    "The title of a project",
    "Name of the funder",
    "Name of a student",
    "Name of another",
    "Name of the conference",
    "Name of the journal",
    "Name of the workshop",
    "The Title of a Paper",
    "Name of the Journal",
    # Of al-folio, academicpages, HugoBlox, RenderCV and moderncv.
    "Your Institution",
    "Your Affiliation",
    "you@example.com",
    "This is a description of your talk",
    "This is a description of your conference proceedings talk",
    "Paper Title Number",
    "Lorem ipsum dolor sit amet",
)
_PHRASE = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, PHRASES))})(?!\w)")


def placeholders(cv: Cv) -> Iterator[Finding]:
    """Yield each placeholder in pages, .bib files and conf.py."""
    for place, page in cv.checked_pages():
        silenced = silenced_lines(page, "placeholder")
        for finding in _in_lines(page.uncommented(), place):
            if finding.line not in silenced:
                yield finding
    for place, lines in {**cv.bibfiles, **cv.settings}.items():
        yield from _in_lines(lines, place)


def _in_lines(lines: Iterable[str], place: str) -> Iterator[Finding]:
    for number, line in enumerate(lines, 1):
        for match in _PHRASE.finditer(line):
            yield Finding(
                subtype="placeholder",
                message=f'"{match[0]}" is a placeholder: write your own',
                place=place,
                line=number,
                column=match.start() + 1,
                length=len(match[0]),
            )
