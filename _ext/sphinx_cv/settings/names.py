"""Misspelled settings, which Sphinx passes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.log import warn
from sphinx_cv.model.options.declared import keys_of
from sphinx_cv.model.options.printing import Printing
from sphinx_cv.model.options.references import ReferenceOptions
from sphinx_cv.model.profile import Profile
from sphinx_cv.model.suggestion import suggestion

from .conf_file import assignments, location_of, names_read
from .settings import SETTINGS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

# A name as near as this to that of a setting is meant to be it.
_SLIP = 0.8
_SLIP_OF_OTHERS = 0.87


# The settings that are dictionaries, and their keys.
_KEYS = {
    "cv_profile": keys_of(Profile),
    "cv_print": keys_of(Printing),
    "cv_references": keys_of(ReferenceOptions),
}


def check_names(app: Sphinx, config: Config) -> None:
    """Report unknown settings (``config-inited``).

    A name that conf.py reads again is the owner's. So is one without our prefix, unless it is
    nearly a setting of Sphinx.
    """
    ours = [setting.name for setting in SETTINGS]
    known = [*config.values, "extensions"]
    own = names_read(app)
    for name in assignments(app):
        if name in known:
            continue
        if name.startswith("cv_") and name not in own:
            near = (
                suggestion(name, ours, cutoff=_SLIP)
                or _as_key(name)
                or f" Known: {', '.join(ours)}."
            )
        elif name.startswith("cv"):
            near = suggestion(name, ours, cutoff=_SLIP)
        else:
            is_own = name in own or not config.cv_preset
            near = "" if is_own else suggestion(name, known, cutoff=_SLIP_OF_OTHERS)
        if near:
            where = location_of(app, "", setting=name)
            warn("option", 'unknown setting "%s".%s', name, near, location=where)


def _as_key(name: str) -> str:
    """Return how *name* is written where it is a key of another setting."""
    key = name.removeprefix("cv_")
    setting = next((setting for setting, keys in _KEYS.items() if key in keys), "")
    return f' Write {setting} = {{"{key}": …}}.' if setting else ""
