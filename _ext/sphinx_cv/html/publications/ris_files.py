"""Each publication as a file in RIS, for who cites it with a reference manager."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.data.ris import ris_of
from sphinx_cv.data.works import csl_of
from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.document.citations import listed
from sphinx_cv.output.files import sweep, write_or_tell
from sphinx_cv.settings.values import exports_of

from .parts import RIS_FOLDER, ris_name

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def write_ris(app: Sphinx, builder: Builder) -> None:
    """Write each publication as RIS, where the website offers it (``write-started``)."""
    if builder.name not in WEBSITES:
        return
    given = listed(app.env) if exports_of(app.config).ris else {}
    folder = Path(app.outdir, RIS_FOLDER)
    paths = {Path(app.outdir, ris_name(key)): citation for key, citation in given.items()}
    for path in {*folder.glob("*.ris")} - {*paths}:
        path.unlink()
    if paths:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
    for path, citation in paths.items():
        write_or_tell(path, ris_of(csl_of(app.env, citation.entry)).encode(), swept=True)
