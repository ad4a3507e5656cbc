"""Asks other extensions for what they add: each handler of an event returns one addition."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.model.additions import OwnOption

OPTIONS_EVENT, OUTPUTS_EVENT = "cv-options", "cv-outputs"


def add_events(app: Sphinx) -> None:
    """Let other extensions add options and files."""
    app.add_event(OPTIONS_EVENT)
    app.add_event(OUTPUTS_EVENT)


def options_of(env: BuildEnvironment, directive: str) -> dict[str, OwnOption]:
    """Return the options that other extensions give to *directive*, by name."""
    found: list[OwnOption] = env.events.emit(OPTIONS_EVENT)
    return {option.name: option for option in found if option.directive == directive}
