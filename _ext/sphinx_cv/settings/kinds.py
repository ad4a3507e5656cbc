"""The kinds of entries and talks that a CV may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model import kinds

if TYPE_CHECKING:
    from sphinx.config import Config

    from sphinx_cv.model.kinds import Kinds


def kinds_of(config: Config) -> Kinds:
    """Return the kinds that the CV may use: the built-in ones and its own."""
    return kinds.read_kinds(config.cv_kinds) if config.cv_kinds else kinds.BUILT_IN
