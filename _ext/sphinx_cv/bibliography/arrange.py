"""Orders and numbers the lists of our style: newest first, then as in the .bib files.

A pybtex style sorts what it is given, and sphinxcontrib-bibtex gives cited entries first: a
citation on any page would renumber the list. So the order is set here, on its citations,
after its own ``env-updated`` handler has made them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .style import STYLE, year_number
from .transform import cite_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import Citation


def arrange(app: Sphinx, env: BuildEnvironment) -> None:
    """Sort and number the citations of every list of our style."""
    domain = cite_domain(env)
    place = {key: number for number, key in enumerate(domain.bibdata.data.entries)}
    lists = {key: value for key, value in domain.bibliographies.items() if value.style == STYLE}

    def order(citation: Citation) -> tuple[int, int]:
        # What has no year is not published yet: it comes first.
        return -(year_number(citation.entry) or 9999), place[citation.entry.key]

    for key, value in lists.items():
        citations = sorted((c for c in domain.citations if c.bibliography_key == key), key=order)
        for number, citation in enumerate(citations, 1):
            citation.formatted_entry.label = f"{value.labelprefix}{number}"
        rest = [citation for citation in domain.citations if citation.bibliography_key != key]
        domain.citations[:] = rest + citations
