"""The settings of sphinxcontrib-bibtex that decide on the publications."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.log import warn
from sphinx_cv.model.suggestion import suggestion

from .conf_file import location_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def init_bibfiles(app: Sphinx, config: Config) -> None:
    """Check ``bibtex_bibfiles``: a string, read as a list, would be a file per letter."""
    given = config.bibtex_bibfiles
    names = given if isinstance(given, list | tuple) else [given]
    sound = [os.fspath(name) for name in names if isinstance(name, str | os.PathLike)]
    if names is not given or len(sound) != len(names):
        where = location_of(app, "", setting="bibtex_bibfiles")
        message = 'bibtex_bibfiles is not a list of strings: write bibtex_bibfiles = ["refs.bib"]'
        warn("bibliography", "%s", message, location=where)
    for name in sound:
        if not Path(app.confdir, name).exists():
            hint = suggestion(name, [path.name for path in Path(app.confdir).glob("*.bib")])
            where = location_of(app, name, setting="bibtex_bibfiles")
            message = '"%s" is not a file beside conf.py.%s'
            warn("bibliography", message, name, hint, location=where)
    config.bibtex_bibfiles = sound


def note_style(app: Sphinx, config: Config) -> None:
    """Let a change of the bibliography's style count as one of our sources.

    sphinxcontrib-bibtex does not format its entries again when it changes.
    """
    config.cv_sources = f"{config.cv_sources} {config.bibtex_default_style}"
