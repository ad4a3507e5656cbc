"""Stores what the .bib files hold, before sphinxcontrib-bibtex reads them itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils.nodes import make_id
from sphinxcontrib.bibtex.bibfile import is_bibdata_outdated

from sphinx_cv.bibliography.reader import read_files
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def read_bibliography(app: Sphinx) -> None:
    """Store what the .bib files hold, before sphinxcontrib-bibtex looks (``builder-inited``)."""
    domain = cite_domain(app.env)
    names = app.config.bibtex_bibfiles or []
    paths = [Path(app.confdir, name).resolve() for name in names]
    encoding = app.config.bibtex_encoding
    store = CvDomain.of(app.env).bibliography

    def anchor(key: str) -> str:
        return make_id(app.config.bibtex_cite_id.format(bibliography_count=1, key=key))

    if is_bibdata_outdated(domain.bibdata, paths, encoding) or not store:
        reading = read_files(paths, encoding, anchor=anchor)
        domain.data["bibdata"] = reading.bibdata
        store.update(faults=reading.faults, places=reading.places)
