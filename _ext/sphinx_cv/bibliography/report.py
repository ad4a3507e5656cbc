"""What is wrong with the .bib files and the publications, told with file and line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..domain import CvDomain
from ..formulas import unsafe_words
from ..log import warn
from .cite import cite_domain
from .links import links_of
from .style import NOTE_FIELDS, STYLE, VENUE_FIELDS, year_of
from .tex import math_of, unknown_commands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

# Works that may have no date, and those that may name no one.
_UNDATED = frozenset(
    """
    unpublished misc online electronic www webpage software dataset data preprint booklet manual
    set reference artwork image letter
    """.split()
)
_NAMELESS = frozenset(
    """
    misc online electronic www webpage software dataset data proceedings mvproceedings periodical
    suppperiodical manual booklet standard legislation legal jurisdiction set reference
    mvreference artwork image video audio movie music performance commentary bibnote
    """.split()
)
# Who may stand for a person.
_BODIES = ("collaboration", "organization", "institution", "translator", "bookauthor")
_FORTHCOMING = re.compile(
    r"appear|forthcoming|press|submitted|review|accepted|preparation|preprint", re.IGNORECASE
)
# A year, as biblatex's dates begin with it: 2020, -0044, 202X, /2020.
_DATE = re.compile(r"[{~]*[/-]?[{]*\d{2}[\dXu]{2}")


def report_publications(app: Sphinx, builder: Builder) -> None:
    """Warn of faults in the .bib files, and in the publications that are listed."""
    domain = cite_domain(app.env)
    store = CvDomain.of(app.env).bibliography
    for fault in store["faults"]:
        warn("bibliography", "%s", fault.message, location=f"{fault.path}:{fault.line}")
    listed = {
        citation.key: citation.entry
        for citation in domain.citations
        if domain.bibliographies[citation.bibliography_key].style == STYLE
    }
    for key, entry in listed.items():
        path, line = store["places"][entry.key]
        for subtype, problem in problems_of(entry):
            warn(subtype, 'publication "%s": %s', key, problem, location=f"{path}:{line}")


def problems_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the subtype and the sentence of each fault of an entry."""
    fields = entry.fields
    for problem in links_of(entry)[1]:
        yield "link", problem
    if not fields.get("title"):
        yield "bibliography", "it has no title: add title = {…}"
    if entry.type not in _NAMELESS and not any(
        [*entry.persons.values(), *(fields.get(name) for name in _BODIES)]
    ):
        yield "bibliography", "it has no author: add author = {…} or editor = {…}"
    yield from _date_problems(entry)
    for name, text in _shown(entry):
        if commands := unknown_commands(text):
            what = ", ".join(commands)
            yield "bibliography", f"{what} in {name} cannot be read: it is shown as it was typed"
        # As a whole first: to find the formulas of an abstract takes its time.
        for formula in math_of(text) if unsafe_words(text) else ():
            if words := unsafe_words(formula):
                what = ", ".join(words)
                yield "math", f"{what} is not for math in a CV: the formula is shown as text"


def _date_problems(entry: Entry) -> Iterator[tuple[str, str]]:
    date = entry.fields.get("date", "")
    if not year_of(entry):
        planned = " ".join(entry.fields.get(name, "") for name in ("pubstate", "note"))
        if entry.type not in _UNDATED and not _FORTHCOMING.search(planned):
            yield "bibliography", "it has no year: add year = {…}"
    elif not entry.fields.get("year") and not _DATE.match(date):
        yield "bibliography", f'"{date}" is not a date: write date = {{2020-05-12}}'


def _shown(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each field that a list shows."""
    for name in ("title", "year", "howpublished", "award", "abstract", *VENUE_FIELDS, *NOTE_FIELDS):
        if text := entry.fields.get(name):
            yield name, text
    for role, people in entry.persons.items():
        yield role, " and ".join(map(str, people))
