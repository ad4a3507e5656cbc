"""Orders and numbers the lists of our style: newest first, then as in the .bib files.

The numbers run on from list to list: a talk refers to its paper by the number alone.

A pybtex style sorts what it is given, and sphinxcontrib-bibtex gives cited entries first: a
citation on any page would renumber the list. So the order is set here, on its citations,
after its own ``env-updated`` handler has made them.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from sphinx.locale import get_translation
from sphinxcontrib.bibtex.domain import get_docnames

from ..compose import CATALOG
from ..domain import CvDomain
from .cite import cite_domain
from .directive import Arrangement
from .style import STYLE, year_number, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.directives import BibliographyKey
    from sphinxcontrib.bibtex.domain import Citation

_ = get_translation(CATALOG)

# The groups by type, in the order of a CV, and the entry types of each.
TYPE_GROUPS = {
    _("Journal articles"): ("article", "review", "periodical", "suppperiodical"),
    _("Conference papers"): ("inproceedings", "conference", "proceedings", "mvproceedings"),
    _("Books"): ("book", "mvbook", "collection", "mvcollection", "booklet", "reference"),
    _("Book chapters"): ("inbook", "incollection", "bookinbook", "suppbook", "suppcollection"),
    _("Preprints"): ("unpublished", "preprint", "misc", "online", "electronic", "www", "webpage"),
    _("Theses"): ("phdthesis", "mastersthesis", "thesis"),
    _("Reports"): ("techreport", "report", "manual", "standard"),
    _("Software and data"): (
        *("software", "softwareversion", "softwaremodule", "codefragment", "dataset", "data"),
    ),
    _("Patents"): ("patent",),
    _("Other"): (),
}


def arrange(app: Sphinx, env: BuildEnvironment) -> None:
    """Sort and number the citations of every list of our style."""
    domain = cite_domain(env)
    place = {key: number for number, key in enumerate(domain.bibdata.data.entries)}
    lists: dict[BibliographyKey, list[Citation]] = {key: [] for key in domain.bibliographies}
    for citation in domain.citations:
        lists[citation.bibliography_key].append(citation)
    ours = [key for key in lists if domain.bibliographies[key].style == STYLE]
    for key in ours:
        groups = arrangement_of(env, key).groups
        # A list sorts in the order of its groups; what has no year is not published yet.
        lists[key].sort(
            key=lambda citation: (
                *(_rank(group, citation.entry) for group in groups),
                _rank("year", citation.entry),
                place[citation.entry.key],
            )
        )
    numbers = count(1)
    for key in _in_turn(env, ours):
        citations = lists[key]
        if arrangement_of(env, key).numbers == "descending":
            citations = citations[::-1]
        for citation in citations:
            prefix = domain.bibliographies[key].labelprefix
            citation.formatted_entry.label = f"{prefix}{next(numbers)}"
    domain.citations[:] = [citation for citations in lists.values() for citation in citations]


def _in_turn(env: BuildEnvironment, keys: Iterable[BibliographyKey]) -> list[BibliographyKey]:
    """Return the lists that have numbers, in the order in which these rise."""
    domain = cite_domain(env)
    docnames = get_docnames(env)  # type: ignore[no-untyped-call]
    page = {docname: number for number, docname in enumerate(docnames)}
    numbered = [key for key in keys if domain.bibliographies[key].list_ == "citation"]
    numbered.sort(key=lambda key: page[key.docname])
    falling = [key for key in numbered if arrangement_of(env, key).numbers == "descending"]
    return [*(key for key in numbered if key not in falling), *reversed(falling)]


def arrangement_of(env: BuildEnvironment, key: BibliographyKey) -> Arrangement:
    """Return the arrangement of a list; a plain ``bibliography`` has the default one."""
    stored = CvDomain.of(env).lists.get(key.docname, {}).get(key.id_)
    return Arrangement(**stored) if stored else Arrangement()


def group_title(group: str, entry: Entry) -> str:
    """Return the heading under which a group has *entry*."""
    return year_of(entry) or str(_("Forthcoming")) if group == "year" else str(_type_group(entry))


def _rank(group: str, entry: Entry) -> int:
    if group == "year":
        return -(year_number(entry) or 9999)
    return list(TYPE_GROUPS).index(_type_group(entry))


def _type_group(entry: Entry) -> str:
    kind = entry.type.lower()
    return next((title for title, types in TYPE_GROUPS.items() if kind in types), _("Other"))
