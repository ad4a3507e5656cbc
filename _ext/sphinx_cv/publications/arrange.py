"""Orders and numbers the lists of our style: newest first, then as in the .bib files.

A pybtex style sorts what it is given, and sphinxcontrib-bibtex gives cited entries first: a
citation on any page would renumber the list. So the order is set here, on its citations,
after its own ``env-updated`` handler has made them. A number is that of one publication: the
lists of a site go on where the one before ends, and show what they share under one number, for
a talk refers to its paper by the number alone.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING

from sphinx_cv.bibliography.style import STYLE, year_number, year_of
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.l10n import _

from .arrangement import Arrangement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.directives import BibliographyKey
    from sphinxcontrib.bibtex.domain import Citation

# The groups by type, in the order of a CV, and the entry types of each.
TYPE_GROUPS = (
    (_("Journal articles"), ("article", "review", "periodical", "suppperiodical")),
    (_("Conference papers"), ("inproceedings", "conference", "proceedings", "mvproceedings")),
    (_("Books"), ("book", "mvbook", "collection", "mvcollection", "booklet", "reference")),
    (_("Book chapters"), ("inbook", "incollection", "bookinbook", "suppbook", "suppcollection")),
    (_("Preprints"), ("unpublished", "preprint", "misc", "online", "electronic", "www", "webpage")),
    (_("Theses"), ("phdthesis", "mastersthesis", "thesis")),
    (_("Reports"), ("techreport", "report", "manual", "standard")),
    (
        _("Software and data"),
        ("software", "softwareversion", "softwaremodule", "codefragment", "dataset", "data"),
    ),
    (_("Patents"), ("patent",)),
    (_("Other"), ()),
)


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
        groups = arrangement_of(env, key).groups
        lists[key].sort(
            key=lambda citation: (
                *(_rank(group, citation.entry) for group in groups),
                _age(citation.entry),
                place[citation.entry.key],
            )
        )
    labels = _labels(env, {key: lists[key] for key in ours})
    for key in ours:
        prefix = domain.bibliographies[key].labelprefix
        for citation in lists[key]:
            citation.formatted_entry.label = labels.get((prefix, citation.key), "")
    domain.citations[:] = [citation for citations in lists.values() for citation in citations]


def _labels(
    env: BuildEnvironment, lists: dict[BibliographyKey, list[Citation]]
) -> dict[tuple[str, str], str]:
    """Return the numbers of publications, by the prefix of a list and the key.

    A list numbers what none before it does. Where numbers fall, they fall on from list to list.
    """
    bibliographies = cite_domain(env).bibliographies
    seen: set[tuple[str, str]] = set()
    rising, falling = [], []
    for key, citations in lists.items():
        value, arrangement = bibliographies[key], arrangement_of(env, key)
        marks = [(value.labelprefix, citation.key) for citation in citations]
        new = [mark for mark in marks if mark not in seen]
        if new and (arrangement.filterable or value.list_ == "citation"):
            seen.update(new)
            if arrangement.numbers == "descending":
                falling += new
            else:
                rising += new
            # Links to what it numbers lead to it.
            bibliographies[key] = value._replace(list_="citation")
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(1))
    return {
        (prefix, key): f"{prefix}{next(numbers[prefix])}"
        for prefix, key in (*rising, *reversed(falling))
    }


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


def group_title(group: str, entry: Entry) -> str:
    """Return the heading under which a group has *entry*."""
    if group == "year":
        return year_of(entry) or str(_("Forthcoming"))
    return str(TYPE_GROUPS[_type_group(entry)][0])


def _rank(group: str, entry: Entry) -> tuple[int, str]:
    """Return what sorts the groups, the same for all that have one heading."""
    # "In press" and "2003a" are headings of their own.
    return (_age(entry), year_of(entry)) if group == "year" else (_type_group(entry), "")


def _age(entry: Entry) -> int:
    return -(year_number(entry) or 9999)


def _type_group(entry: Entry) -> int:
    """Return the place of the group of *entry*; the last one takes what no other does."""
    kind = entry.type.lower()
    places = (place for place, (_title, types) in enumerate(TYPE_GROUPS) if kind in types)
    return next(places, len(TYPE_GROUPS) - 1)
