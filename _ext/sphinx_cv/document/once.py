"""What is made of all that was read, once in a build, however many pages ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from .domain import CvDomain

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Made = TypeVar("Made")


def forget(app: Sphinx, env: BuildEnvironment) -> None:
    """Drop what the build before in this process has made (``env-updated``)."""
    CvDomain.of(env).made.clear()


def once(env: BuildEnvironment, make: Callable[[BuildEnvironment], Made]) -> Made:
    """Return what *make* returns; ask for nothing before all is read.

    All who ask share it: only the module of *make* may change it, to add what it works out later.
    """
    made = CvDomain.of(env).made
    if make not in made:
        made[make] = make(env)
    return cast("Made", made[make])
