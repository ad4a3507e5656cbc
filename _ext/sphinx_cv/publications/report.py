"""Finds what is wrong with the .bib files and the publications, with file and line."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from typing import TYPE_CHECKING

import pybtex.errors
from pybtex.database import Person
from pybtex.exceptions import PybtexError

from sphinx_cv.bibliography.entry_types import type_of
from sphinx_cv.bibliography.facts.dating import year_text
from sphinx_cv.bibliography.facts.links import doi_of, links_of
from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.fields import MINOR_ROLES, PRINTED, ROLES
from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.bibliography.people.marks import MARKS, annotated, without_marks
from sphinx_cv.bibliography.people.owner import OwnerNames, names_of, plain
from sphinx_cv.bibliography.reference.groups import group_of
from sphinx_cv.bibliography.reference.remarks import notes_of
from sphinx_cv.bibliography.reference.style import STYLE
from sphinx_cv.bibliography.tex.text import math_of, unknown_commands
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.math.safety import math_problem
from sphinx_cv.model.finding import Finding
from sphinx_cv.model.options.references import ReferenceOptions
from sphinx_cv.rules.cv import Authors, Mention, Paper
from sphinx_cv.settings.values import profile_of
from sphinx_cv.source.silence import read_silence, unanswered

from .files import finder
from .previews import preview_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from pybtex.database import Entry
    from sphinx.environment import BuildEnvironment

# The roles that count as people of a work.
_BODIES = ("collaboration", "organization", "institution")
# The fields that are shown as text: those of people are told by their role.
_TEXTS = tuple(
    name
    for names in (*PRINTED.values(), ("abstract",))
    for name in names
    if name not in (*ROLES, "author+an", "editor+an", "note", "addendum", "pubstate", "keywords")
)
_FORTHCOMING = re.compile(
    r"appear|forthcoming|press|submi|review|revis|accepted|preparation|preprint", re.IGNORECASE
)
# A year, as biblatex's dates begin with it: 2020, -0044, 202X, /2020.
_DATE = re.compile(r"[{~]*[/-]?[{]*\d{2}[\dXu]{2}")
# Dates as people write them elsewhere: "2020-5-3", "2020/05/03", "2020 May 3".
_OTHER_DATE = re.compile(r"\d{4}(?:-\d(?:-\d\d?)?|-\d\d-\d|/\d\d?(?:/\d\d?)?|\s.*)")
# A month or a day; 21 to 41 are seasons and quarters.
_DAY = re.compile(r"(?<!\d)(\d{4}-(?![234]\d)\d\d)(-\d\d)?(?!\d)")


def publication_findings(env: BuildEnvironment) -> Iterator[Finding]:
    """Yield the faults of the .bib files, and of the publications that are listed."""
    store = CvDomain.of(env).bibliography
    yield from store["faults"]
    for key, entry in _listed(env).items():
        path, line = store["places"][entry.key]
        for subtype, problem in problems_of(entry, finder(env, entry)):
            message = f'publication "{key}": {problem}'
            yield Finding(subtype=subtype, message=message, place=path, line=line)
        if problem := preview_problem(env, entry):
            message = f'publication "{key}": {problem}'
            yield Finding(subtype="link", message=message, place=path, line=line)


def papers_of(env: BuildEnvironment) -> list[Paper]:
    """Return the listed publications, for the checks of the whole."""
    profile = profile_of(env.config)
    known = {*MARKS, *ReferenceOptions.read(env.config.cv_references).marks}
    owner = names_of(profile.name, profile.aliases)
    places = CvDomain.of(env).bibliography["places"]
    return [
        Paper(
            key=key,
            title=plain(entry.fields.get("title", "")),
            group=group_of(entry),
            year=year_text(entry.fields),
            doi=doi_of(entry).lower(),
            marks=tuple(unknown_marks(entry, known)),
            owned=_is_owned(entry, owner),
            authors=_authors(entry),
            place=places[entry.key][0],
            line=places[entry.key][1],
            silenced=read_silence(entry.fields.get("silence", ""))[0],
            unanswered=unanswered(entry.fields.get("silence", "")),
        )
        for key, entry in _listed(env).items()
    ]


def unlisted_papers(env: BuildEnvironment) -> list[Paper]:
    """Return the publications of a CV that has no list of them and cites none."""
    domain = cite_domain(env)
    if not env.config.cv_preset or domain.bibliographies or domain.citation_refs:
        return []
    places = CvDomain.of(env).bibliography["places"]
    return [
        Paper(
            key=key,
            title="",
            owned=True,
            place=places[key][0],
            line=places[key][1],
            silenced=read_silence(entry.fields.get("silence", ""))[0],
        )
        for key, entry in domain.bibdata.data.entries.items()
        if key in places
    ]


def authors_of(env: BuildEnvironment) -> Iterator[Mention]:
    """Yield the authors and editors of the listed publications."""
    places = CvDomain.of(env).bibliography["places"]
    for key, entry in _listed(env).items():
        path, line = places[entry.key]
        silenced = "spelling" in read_silence(entry.fields.get("silence", ""))[0]
        for people in entry.persons.values():
            for person in people:
                name = plain(" ".join(parts_of(person)))
                yield Mention(name=name, place=path, line=line, work=key, silenced=silenced)


def _listed(env: BuildEnvironment) -> dict[str, Entry]:
    domain = cite_domain(env)
    return {
        citation.key: citation.entry
        for citation in domain.citations
        if domain.bibliographies[citation.bibliography_key].style == STYLE
    }


def parts_of(person: Person) -> tuple[str, ...]:
    """Return the parts of a name but for its suffix, the first ones first."""
    return (*person.bibtex_first_names, *person.prelast_names, *person.last_names)


def unknown_marks(entry: Entry, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the field and each word that is said of people in it and has no sign."""
    for role in ROLES:
        for _place, word in annotated(entry, role):
            if word not in known:
                yield f"{role}+an", word


def _authors(entry: Entry) -> Authors:
    """Return how many of its people an entry names."""
    people = [person for role in entry.persons.values() for person in role]
    if any(map(_is_rest, people)):
        return "some"
    return "all" if type_of(entry.type).nameless or _has_people(entry) else "none"


def _is_owned(entry: Entry, owner: OwnerNames) -> bool:
    """Whether the owner is one of the people of *entry*, or may be, as one of a group."""
    people = [person for role in entry.persons.values() for person in role]
    if entry.fields.get("collaboration") or any(map(_is_many, people)):
        return True
    if not people:
        # Without people there is a message of its own, unless an import has silenced it.
        return "owner" not in unanswered(entry.fields.get("silence", ""))
    for typed in filter(None, map(entry.fields.get, MINOR_ROLES)):
        for name in split_names(typed)[0]:
            # One that cannot be read may be anyone's.
            with contextlib.suppress(PybtexError, IndexError), pybtex.errors.capture():
                people.append(Person(name))
    return any(map(owner.includes, people))


def _is_rest(person: Person) -> bool:
    """Whether a name stands for those who are not named."""
    return re.sub(r"[\W_]", "", str(person)) in ("others", "etal")


def _is_many(person: Person) -> bool:
    """Whether a name means several people, or cannot be read."""
    name = str(person)
    # A group in braces, or a name with too many commas, which has been reported.
    inner = name.partition("{")[2].rpartition("}")[0]
    return not person.bibtex_first_names and ("," in name or bool(re.search(r"[\s~]", inner)))


def problems_of(
    entry: Entry, find: Callable[[str], str] | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the subtype and the sentence of each fault of an entry.

    *find* finds the files that it links to (see ``links_of``).
    """
    fields = entry.fields
    for problem in read_silence(fields.get("silence", ""))[1]:
        yield "bibliography", problem
    for problem in links_of(entry, find)[1]:
        yield "link", problem
    if not fields.get("title"):
        yield "bibliography", "it has no title: add title = {…}"
    answered = read_silence(fields.get("silence", ""))[0]
    if "owner" not in answered and not type_of(entry.type).nameless and not _has_people(entry):
        yield "bibliography", "it has no author: add author = {…} or editor = {…}"
    yield from _date_problems(entry)
    for name, text in _shown(entry):
        if commands := unknown_commands(text):
            what = ", ".join(commands)
            yield "bibliography", f"{what} in {name} cannot be read: it is shown as it was typed"
        for formula in math_of(text):
            if fault := math_problem(formula):
                yield "math", fault


def _has_people(entry: Entry) -> bool:
    return any([*entry.persons.values(), *(entry.fields.get(name) for name in _BODIES)])


def _date_problems(entry: Entry) -> Iterator[tuple[str, str]]:
    date = entry.fields.get("date", "")
    wrong = f'"{date}" is not a date: write date = {{2020-05-12}}'
    if not year_text(entry.fields):
        planned = " ".join(entry.fields.get(name, "") for name in ("pubstate", "note"))
        if not type_of(entry.type).undated and not _FORTHCOMING.search(planned):
            yield "bibliography", wrong if date else "it has no year: add year = {…}"
    elif not _in_calendar(date) or (date and not entry.fields.get("year") and not _is_date(date)):
        yield "bibliography", wrong


def _is_date(text: str) -> bool:
    return bool(_DATE.match(text)) and not _OTHER_DATE.fullmatch(text)


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
    for name in _TEXTS:
        if text := entry.fields.get(name):
            yield name, text
    yield from notes_of(Work(entry)).items()
    for role, people in entry.persons.items():
        yield (
            role,
            " and ".join(" ".join(map(without_marks, parts_of(person))) for person in people),
        )
