"""Misspelled settings, which Sphinx passes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.log import warn
from sphinx_cv.model.suggestion import suggestion

from .conf_file import assignments, location_of, names_read
from .settings import SETTINGS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

# A name as near as this to that of a setting is meant to be it.
_SLIP = 0.8
_SLIP_OF_OTHERS = 0.87


def check_names(app: Sphinx, config: Config) -> None:
    """Report misspelled settings (``config-inited``).

    Any other name may be the owner's, as is one that conf.py reads again.
    """
    ours = [setting.name for setting in SETTINGS]
    known = [*config.values, "extensions"]
    own = names_read(app)
    for name in assignments(app):
        if name.startswith("cv"):
            near = suggestion(name, ours, cutoff=_SLIP)
        else:
            is_own = name in own or not config.cv_preset
            near = "" if is_own else suggestion(name, known, cutoff=_SLIP_OF_OTHERS)
        if name not in known and near:
            where = location_of(app, "", setting=name)
            warn("option", 'unknown setting "%s".%s', name, near, location=where)
