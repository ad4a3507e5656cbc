"""Orders and numbers the lists of our style: newest first, then as in the .bib files.

A pybtex style sorts what it is given, and sphinxcontrib-bibtex gives cited entries first: a
citation on any page would renumber the list. So the order is set here, on its citations,
after its own ``env-updated`` handler has made them. A number is that of one publication: the
lists of a site go on where the one before ends, and show what they share under one number, for
a talk refers to its paper by the number alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.bibliography.reference.groups import age, group_of, group_title, year_heading
from sphinx_cv.bibliography.reference.style import STYLE, References, register
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.once import once
from sphinx_cv.model.options.references import ReferenceOptions
from sphinx_cv.settings.values import printing_of

from .arrangement import Arrangement
from .numbering import Counted, numbered

if TYPE_CHECKING:
    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.directives import BibliographyKey
    from sphinxcontrib.bibtex.domain import Citation


def references_of(env: BuildEnvironment) -> References:
    """Return what the references of a project depend on beside their entries."""
    return References(
        options=ReferenceOptions.read(env.config.cv_references),
        language=env.config.language,
        entries=cite_domain(env).bibdata.data.entries,
    )


def bind_style(app: Sphinx, env: BuildEnvironment) -> None:
    """Let sphinxcontrib-bibtex format its entries (500) by the settings of this project."""
    register(once(env, references_of))


def withhold(app: Sphinx, env: BuildEnvironment) -> None:
    """Take our lists out of the search for publications that two lists have.

    sphinxcontrib-bibtex takes them for mistakes (``env-updated``, 500). In a CV they are the
    rule: the best papers on the home page, books apart from articles.
    """
    domain = cite_domain(env)
    for key, value in domain.bibliographies.items():
        if value.style == STYLE and key.id_ in CvDomain.of(env).lists.get(key.docname, {}):
            domain.bibliographies[key] = value._replace(list_="bullet")


def arrange(app: Sphinx, env: BuildEnvironment) -> None:
    """Sort and number the citations of every list of our style."""
    domain = cite_domain(env)
    place = {key: number for number, key in enumerate(domain.bibdata.data.entries)}
    lists: dict[BibliographyKey, list[Citation]] = {key: [] for key in _by_rank(env)}
    for citation in domain.citations:
        lists[citation.bibliography_key].append(citation)
    ours = [key for key in lists if domain.bibliographies[key].style == STYLE]
    for key in ours:
        # A list sorts in the order of its groups; what has no year is not published yet.
        arrangement = arrangement_of(env, key)
        lists[key].sort(
            key=lambda citation: (
                *(
                    _rank(group, citation.entry, oldest=arrangement.order == "oldest")
                    for group in arrangement.groups
                ),
                age(citation.entry, oldest=arrangement.order == "oldest"),
                place[citation.entry.key],
            )
        )
    labels = _labels(env, {key: lists[key] for key in ours})
    for key in ours:
        for citation in lists[key]:
            citation.formatted_entry.label = labels.get(citation.key, "")
    domain.citations[:] = [citation for citations in lists.values() for citation in citations]


def _labels(env: BuildEnvironment, lists: dict[BibliographyKey, list[Citation]]) -> dict[str, str]:
    """Return the label of each publication by its key.

    A list numbers what none before it does; one with letters of its own comes before all others.
    """
    bibliographies = cite_domain(env).bibliographies
    counted: list[Counted] = []
    seen: set[str] = set()
    for key in sorted(lists, key=lambda key: not bibliographies[key].labelprefix):
        value, arrangement = bibliographies[key], arrangement_of(env, key)
        new = {cit.key: cit.entry for cit in lists[key] if cit.key not in seen}
        if not new or not (arrangement.form == "whole" or value.list_ == "citation"):
            continue
        seen.update(new)
        # Links to what it numbers lead to it.
        bibliographies[key] = value._replace(list_="citation")
        counted += [
            Counted(name, entry, value.labelprefix, numbers_of(arrangement, env.config))
            for name, entry in new.items()
        ]
    return numbered(counted)


def _by_rank(env: BuildEnvironment) -> list[BibliographyKey]:
    """Return the lists in the order in which they number: full ones, parts, choices of keys."""
    # As they follow each other; what is in no toctree comes last.
    order = dict.fromkeys((*env.collect_relations(), *sorted(env.found_docs)))
    pages = {docname: number for number, docname in enumerate(order)}
    bibliographies = cite_domain(env).bibliographies
    return sorted(
        bibliographies,
        key=lambda key: (
            arrangement_of(env, key).rank,
            pages[key.docname],
            bibliographies[key].line,
            key.id_,
        ),
    )


def arrangement_of(env: BuildEnvironment, key: BibliographyKey) -> Arrangement:
    """Return the arrangement of a list; a plain ``bibliography`` has the default one."""
    stored = CvDomain.of(env).lists.get(key.docname, {}).get(key.id_)
    return Arrangement(**stored) if stored else Arrangement()


def numbers_of(arrangement: Arrangement, config: Config) -> str:
    """Return how a list is numbered: as it says itself, or as ``cv_print`` does for all.

    Where numbers fall, [1] is the oldest: a list that begins with it counts on from there.
    """
    if arrangement.numbers:
        return arrangement.numbers
    numbers = printing_of(config).numbers
    rises = numbers == "descending" and arrangement.order == "oldest"
    return "ascending" if rises else numbers


def heading_of(group: str, entry: Entry) -> str:
    """Return the heading under which a group has *entry*."""
    return year_heading(entry) if group == "year" else group_title(entry)


def _rank(group: str, entry: Entry, *, oldest: bool) -> tuple[int, ...]:
    """Return what sorts the groups, the same for all that have one heading."""
    return age(entry, oldest=oldest)[:2] if group == "year" else (group_of(entry),)
