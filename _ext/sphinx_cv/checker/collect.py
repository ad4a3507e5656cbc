"""Gathers all that the rules find in the sources, and warns of it once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_cv.document.domain import CvDomain
from sphinx_cv.log import report, rules_of
from sphinx_cv.publications.report import (
    authors_of,
    papers_of,
    publication_findings,
    unlisted_papers,
)
from sphinx_cv.rules import check
from sphinx_cv.rules.cv import Cv, Mention
from sphinx_cv.rules.translations import summary_of, translations
from sphinx_cv.settings.dates import today_of
from sphinx_cv.settings.kinds import kinds_of
from sphinx_cv.settings.languages import is_whole_site, translations_of
from sphinx_cv.settings.values import profile_of
from sphinx_cv.source.catalogs import Catalog, catalogs_in
from sphinx_cv.source.line_corrections import line_corrections
from sphinx_cv.source.lines import read_lines
from sphinx_cv.source.markdown import Page

from .display import in_order
from .dry_builder import DryBuilder
from .locate import locate_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.document.records import Record
    from sphinx_cv.model.finding import Finding


def report_findings(app: Sphinx, builder: Builder) -> None:
    """Warn of every finding, in the order of the sources (``write-started``).

    They are found in each build from all that is stored, so it does not matter which pages
    were read in it, nor by which process.
    """
    rules, checks = rules_of(app), isinstance(builder, DryBuilder)
    for finding in findings(app, is_check=checks):
        rule = rules.get(finding.subtype)
        if checks or not (finding.unfinished or (rule and rule.unfinished)):
            report(finding)


def findings(app: Sphinx, *, is_check: bool) -> list[Finding]:
    """Return every finding once, at its place in the file, in the order of the sources.

    A build has one for each language with what its translations lack; a check has them all.
    """
    env, rules = app.env, rules_of(app)
    pages = {docname: Page.read(env.doc2path(docname)) for docname in sorted(env.found_docs)}
    corrections = {
        docname: line_corrections(page) if _is_markdown(env, docname) else {}
        for docname, page in pages.items()
    }
    cv = _cv(env, pages, corrections, conf=str(Path(app.confdir, "conf.py")))
    found = [*_of_documents(env, corrections), *publication_findings(env), *check(cv)]
    found += [finding for told in _of_translations(cv, is_check=is_check) for finding in told]
    found += [finding for rule in rules.values() if rule.find for finding in rule.find(cv)]
    paths = {docname: str(env.doc2path(docname)) for docname in pages}
    known = {paths[docname]: page for docname, page in pages.items()}
    known |= {path: Page(lines) for path, lines in cv.bibfiles.items()}

    @cache
    def read(path: str) -> Page:
        return known[path] if path in known else Page.read(path)

    placed = (
        replace(
            finding,
            place=paths.get(finding.place, finding.place),
            note=finding.subtype in rules and rules[finding.subtype].note,
        )
        for finding in dict.fromkeys(found)
    )
    return in_order(locate_all(placed, read))


def _of_translations(cv: Cv, *, is_check: bool) -> Iterator[Sequence[Finding]]:
    for language in cv.languages:
        told = [*translations(cv, language)]
        short = [] if is_check or not told else [summary_of(cv, language, told)]
        yield short or [finding for _kind, finding in told]


def _of_documents(
    env: BuildEnvironment, corrections: Mapping[str, Mapping[int, int]]
) -> Iterator[Finding]:
    """Yield what was found while the documents were read."""
    for docname, found in CvDomain.of(env).problems.items():
        for finding in found:
            line = corrections[docname].get(finding.line, finding.line)
            yield replace(finding, place=docname, line=line)


def _cv(
    env: BuildEnvironment,
    pages: Mapping[str, Page],
    corrections: Mapping[str, Mapping[int, int]],
    *,
    conf: str,
) -> Cv:
    """Return the CV as the rules see it; *conf* is the path of conf.py."""
    profile, papers = profile_of(env.config), papers_of(env)
    facts = [
        _at_its_lines(record, corrections[record.docname]) for record in CvDomain.of(env).records()
    ]
    return Cv(
        facts=facts,
        papers=papers,
        unlisted=unlisted_papers(env),
        people=[*authors_of(env), *_companions(facts)],
        pages=dict(pages),
        checked=[name for name in pages if env.config.cv_preset and _is_markdown(env, name)],
        # A download has the entries, a page the fields that it shows.
        bibfiles={path: read_lines(path) for path in sorted({paper.place for paper in papers})},
        settings={conf: read_lines(conf)} if env.config.cv_preset else {},
        owner=profile.name,
        aliases=profile.aliases,
        private=env.config.cv_private.told_forms(),
        kinds=kinds_of(env.config).entry,
        today=today_of(env.config),
        **_translations(env),
    )


def _translations(env: BuildEnvironment) -> dict[str, Any]:
    """Return what the rules see of the translations."""
    if not is_whole_site(env.config):
        return {}
    languages = translations_of(env.config)
    folders = [*map(Path, env.config.cv_catalogs)]
    catalogs = [
        Catalog.read(path, language)
        for language in languages
        for folder in folders
        for path in catalogs_in(folder, language)
    ]
    messages = dict(sorted(CvDomain.of(env).messages.items()))
    return {"languages": languages, "catalogs": catalogs, "messages": messages}


def _is_markdown(env: BuildEnvironment, docname: str) -> bool:
    return env.doc2path(docname).suffix == ".md"


def _at_its_lines(record: Record, corrections: Mapping[int, int]) -> Record:
    """Return a record with the lines that it has in the file, see ``line_corrections``."""
    if not corrections:
        return record
    lines = {name: corrections.get(line, line) for name, line in record.lines.items()}
    return replace(record, line=corrections.get(record.line, record.line), lines=lines)


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
