"""What is wrong with the .bib files and the publications, told with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain import CvDomain
from ..log import warn
from .cite import cite_domain
from .links import links_of
from .style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def report_publications(app: Sphinx, builder: Builder) -> None:
    """Warn of faults in the .bib files, and in the publications that are listed."""
    domain = cite_domain(app.env)
    store = CvDomain.of(app.env).bibliography
    for fault in store["faults"]:
        location = f"{fault.path}:{fault.line}" if fault.line else fault.path
        warn("bibliography", "%s", fault.message, location=location)
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
    for problem in links_of(entry)[1]:
        yield "link", problem
    if not entry.fields.get("title"):
        yield "bibliography", "it has no title: add title = {…}"
