"""What is wrong with the .bib files and the publications, told with file and line."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from typing import TYPE_CHECKING

import pybtex.errors
from pybtex.database import Person
from pybtex.exceptions import PybtexError

from sphinx_cv.bibliography.links import links_of
from sphinx_cv.bibliography.notes import notes_of
from sphinx_cv.bibliography.owner import OwnerNames, plain
from sphinx_cv.bibliography.people import split_names
from sphinx_cv.bibliography.style import STYLE, VENUE_FIELDS, year_of
from sphinx_cv.bibliography.text import math_of, unknown_commands
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.math.safety import math_problem
from sphinx_cv.model.finding import Finding
from sphinx_cv.rules.cv import Mention, Paper
from sphinx_cv.settings.values import profile_of
from sphinx_cv.source.silence import read_silence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import Entry
    from sphinx.environment import BuildEnvironment

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
# Whoever has a part in a work beside its authors and editors, in biblatex's fields.
_ROLES = (
    *("translator", "annotator", "commentator", "introduction", "foreword", "afterword"),
    *("bookauthor", "holder", "editora", "editorb", "editorc", "shortauthor", "shorteditor"),
)
# Who may stand for a person.
_BODIES = ("collaboration", "organization", "institution", "translator", "bookauthor")
_FORTHCOMING = re.compile(
    r"appear|forthcoming|press|submitted|review|accepted|preparation|preprint", re.IGNORECASE
)
# A year, as biblatex's dates begin with it: 2020, -0044, 202X, /2020.
_DATE = re.compile(r"[{~]*[/-]?[{]*\d{2}[\dXu]{2}")
# A month, or a day; 21 to 41 stand for seasons and quarters.
_DAY = re.compile(r"(?<!\d)(\d{4}-(?![234]\d)\d\d)(-\d\d)?(?!\d)")


def publication_findings(env: BuildEnvironment) -> Iterator[Finding]:
    """Yield the faults of the .bib files, and of the publications that are listed."""
    store = CvDomain.of(env).bibliography
    yield from store["faults"]
    for key, entry in _listed(env).items():
        path, line = store["places"][entry.key]
        for subtype, problem in problems_of(entry):
            message = f'publication "{key}": {problem}'
            yield Finding(subtype=subtype, message=message, place=path, line=line)


def papers_of(env: BuildEnvironment) -> list[Paper]:
    """Return the listed publications, for the checks of the whole."""
    profile = profile_of(env.config)
    owner = OwnerNames(profile.name, profile.aliases)
    places = CvDomain.of(env).bibliography["places"]
    return [
        Paper(
            key=key,
            title=plain(entry.fields.get("title", "")),
            owned=_is_owned(entry, owner),
            place=places[entry.key][0],
            line=places[entry.key][1],
            silenced=read_silence(entry.fields.get("silence", ""))[0],
        )
        for key, entry in _listed(env).items()
    ]


def authors_of(env: BuildEnvironment) -> Iterator[Mention]:
    """Yield the authors and editors of the listed publications."""
    places = CvDomain.of(env).bibliography["places"]
    for key, entry in _listed(env).items():
        path, line = places[entry.key]
        silenced = "spelling" in read_silence(entry.fields.get("silence", ""))[0]
        for people in entry.persons.values():
            for person in people:
                parts = (*person.bibtex_first_names, *person.prelast_names, *person.last_names)
                name = plain(" ".join(parts))
                yield Mention(name=name, place=path, line=line, work=key, silenced=silenced)


def _listed(env: BuildEnvironment) -> dict[str, Entry]:
    domain = cite_domain(env)
    return {
        citation.key: citation.entry
        for citation in domain.citations
        if domain.bibliographies[citation.bibliography_key].style == STYLE
    }


def _is_owned(entry: Entry, owner: OwnerNames) -> bool:
    """Whether the owner has a part in *entry*, as far as it tells who has."""
    people = [person for role in entry.persons.values() for person in role]
    if entry.fields.get("collaboration") or not people or any(map(_is_many, people)):
        return True
    for role in _ROLES:
        for name in split_names(entry.fields.get(role, ""))[0]:
            # One that cannot be read may be anyone's.
            with contextlib.suppress(PybtexError, IndexError), pybtex.errors.capture():
                people.append(Person(name))
    return any(map(owner.includes, people))


def _is_many(person: Person) -> bool:
    """Whether a name stands for more people than it names, or cannot be read."""
    name = str(person)
    if re.sub(r"[\W_]", "", name) in ("others", "etal"):
        return True
    # A body of people in braces, and a name with too many commas, which has been told.
    inner = name.partition("{")[2].rpartition("}")[0]
    return not person.bibtex_first_names and ("," in name or bool(re.search(r"[\s~]", inner)))


def problems_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the subtype and the sentence of each fault of an entry."""
    fields = entry.fields
    for problem in read_silence(fields.get("silence", ""))[1]:
        yield "bibliography", problem
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
        for formula in math_of(text):
            if fault := math_problem(formula):
                yield "math", fault


def _date_problems(entry: Entry) -> Iterator[tuple[str, str]]:
    date = entry.fields.get("date", "")
    if not year_of(entry):
        planned = " ".join(entry.fields.get(name, "") for name in ("pubstate", "note"))
        if entry.type not in _UNDATED and not _FORTHCOMING.search(planned):
            yield "bibliography", "it has no year: add year = {…}"
    elif not (entry.fields.get("year") or _DATE.match(date)) or not _in_calendar(date):
        yield "bibliography", f'"{date}" is not a date: write date = {{2020-05-12}}'


def _in_calendar(date: str) -> bool:
    return all(_is_day(f"{month}{day or '-01'}") for month, day in _DAY.findall(date))


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _shown(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each field that a list shows."""
    names = (
        "title",
        "year",
        "howpublished",
        "volume",
        "number",
        "issue",
        "pages",
        "eid",
        "award",
        "award_name",
        "abstract",
        "collaboration",
        *VENUE_FIELDS,
    )
    for name in names:
        if text := entry.fields.get(name):
            yield name, text
    yield from notes_of(entry).items()
    for role, people in entry.persons.items():
        yield role, " and ".join(map(str, people))
