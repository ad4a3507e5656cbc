"""Stores what the .bib files hold, before sphinxcontrib-bibtex reads them itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils.nodes import make_id
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime, is_bibdata_outdated

from sphinx_cv.bibliography.file.reader import read_files
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
        named: str = app.config.bibtex_cite_id
        # Without a form of their own, sphinxcontrib-bibtex numbers the anchors.
        return make_id(named.format(bibliography_count=1, key=key)) if named else key.lower()

    language = app.config.language
    if (
        is_bibdata_outdated(domain.bibdata, paths, encoding)
        or not store
        or store["language"] != language
    ):
        # Before they are read: what is saved meanwhile is read again.
        times = {path: get_mtime(path) for path in paths}
        reading = read_files(paths, encoding, anchor=anchor, language=language)
        files = {
            path: BibFile(mtime=times[path], keys=dict.fromkeys(keys))
            for path, keys in reading.keys.items()
        }
        domain.data["bibdata"] = BibData(encoding=encoding, bibfiles=files, data=reading.data)
        store.update(faults=reading.faults, places=reading.places, language=language)
