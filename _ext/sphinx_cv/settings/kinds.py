"""The setting ``cv_kinds``: the author's own kinds of entries and talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.log import warn
from sphinx_cv.model import kinds

from .conf_file import location_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_cv.model.kinds import Kinds


def init_kinds(app: Sphinx, config: Config) -> None:
    """Check ``cv_kinds``, and drop what cannot be used (``config-inited``)."""
    values = config.cv_kinds if isinstance(config.cv_kinds, dict) else {}
    faulty = set()
    for name, message in kinds.problems(config.cv_kinds):
        warn("kind", "%s", message, location=location_of(app, name, setting="cv_kinds"))
        faulty.add(name)
    config.cv_kinds = {name: facts for name, facts in values.items() if str(name) not in faulty}


def kinds_of(config: Config) -> Kinds:
    """Return the kinds that the CV may use: the built-in ones and its own."""
    return kinds.read_kinds(config.cv_kinds) if config.cv_kinds else kinds.BUILT_IN
