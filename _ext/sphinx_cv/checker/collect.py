"""Gathers all that is found wrong in the sources, and tells it once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_cv.document.domain import CvDomain
from sphinx_cv.log import warn
from sphinx_cv.model.profile import KEYS
from sphinx_cv.publications.report import authors_of, papers_of
from sphinx_cv.rules import check
from sphinx_cv.rules.markdown import comments, dropped_blocks, dropped_links, page_kind
from sphinx_cv.rules.mentions import mentions
from sphinx_cv.rules.privacy import exposed
from sphinx_cv.rules.spelling import Mention, misspelled
from sphinx_cv.settings.kinds import kinds_of
from sphinx_cv.settings.settings import profile_of, today_of
from sphinx_cv.source.lines import read_lines, told_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.document.records import Record
    from sphinx_cv.model.finding import Problem


def report(app: Sphinx, builder: Builder) -> None:
    """Warn of every finding, in the order of the sources (``write-started``).

    They are found in each build from all that is stored, so it does not matter which pages
    were read in it, nor by which process.
    """
    for problem in findings(app.env):
        place = problem.place
        at = (place, problem.line) if place in app.env.found_docs else f"{place}:{problem.line}"
        warn(problem.subtype, "%s", problem.message, location=at)


def findings(env: BuildEnvironment) -> list[Problem]:
    """Return every finding once, by place and line."""
    found = dict.fromkeys(_find(env))
    return sorted(found, key=lambda problem: (problem.place, problem.line, problem.column))


def _find(env: BuildEnvironment) -> Iterator[Problem]:
    domain = CvDomain.of(env)
    pages = {docname: read_lines(env.doc2path(docname)) for docname in sorted(env.found_docs)}
    told = {docname: told_lines(lines) for docname, lines in pages.items()}
    for docname, problems in domain.problems.items():
        for problem in problems:
            line = told[docname].get(problem.line, problem.line)
            yield replace(problem, place=docname, line=line)
    profile, kinds = profile_of(env.config), kinds_of(env.config)
    papers = papers_of(env)
    facts = [_at_its_lines(record, told[record.docname]) for record in domain.records()]
    yield from check(facts, papers, owner=profile.name, today=today_of(env.config))
    values = {key: env.config.cv_private[key] for key in env.config.cv_private}
    # A name cannot be private, which has been told.
    private = {key: value for key, value in values.items() if KEYS.get(key, (None,))[0] is str}
    private.pop("name", None)
    runs: list[Mention] = []
    for docname, lines in pages.items():
        yield from page_kind(lines, docname, kinds.entry)
        yield from comments(lines, docname)
        yield from dropped_links(lines, docname)
        yield from dropped_blocks(lines, docname)
        yield from exposed(lines, private, docname)
        runs += mentions(lines, docname)
    # A download has the entries, a page the fields that it shows.
    for path in sorted({paper.place for paper in papers}):
        yield from exposed(read_lines(path), private, path)
    people = [*authors_of(env), *_companions(facts)]
    yield from misspelled(people, runs, (profile.name, *profile.aliases))


def _at_its_lines(record: Record, told: Mapping[int, int]) -> Record:
    """Return a record with the lines that it stands in, see ``told_lines``."""
    if not told:
        return record
    lines = {name: told.get(line, line) for name, line in record.lines.items()}
    return replace(record, line=told.get(record.line, record.line), lines=lines)


def _companions(records: Iterable[Record]) -> Iterator[Mention]:
    """Yield the people that entries and talks name with their option ``with``."""
    for record in records:
        for name in record.item.people:
            yield Mention(
                name=name,
                place=record.docname,
                line=record.lines.get("with", record.line),
                work=f"{record.docname} {record.anchor}",
                silenced="spelling" in record.item.silenced,
            )
