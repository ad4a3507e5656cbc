"""Which pages have so much that a reader searches them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sphinx_cv.document.citations import citations_of
from sphinx_cv.document.domain import CvDomain

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

# From so many on a list has types and years to choose from.
LONG_PUBLICATIONS, LONG_TALKS = 30, 20


def long_pages(env: BuildEnvironment) -> frozenset[str]:
    """Return the pages with a long list of publications or with many talks."""
    publications = Counter(citation.bibliography_key.docname for citation in citations_of(env))
    talks = Counter(record.docname for record in CvDomain.of(env).records("talk"))
    return frozenset(
        page
        for numbers, long in ((publications, LONG_PUBLICATIONS), (talks, LONG_TALKS))
        for page, number in numbers.items()
        if number >= long
    )
