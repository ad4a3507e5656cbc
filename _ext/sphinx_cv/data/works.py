"""Publications as items of CSL-JSON, each made once in a build, however many formats ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.document.once import once

from .csl import csl_item

if TYPE_CHECKING:
    from pybtex.database import Entry
    from sphinx.environment import BuildEnvironment


def csl_of(env: BuildEnvironment, entry: Entry) -> dict[str, Any]:
    """Return a publication of the project as an item, which nobody may change."""
    works = once(env, _works)
    if entry.key not in works:
        works[entry.key] = csl_item(entry)
    return works[entry.key]


def _works(_env: BuildEnvironment) -> dict[str, dict[str, Any]]:
    """Return the items that were asked for, by their keys: none to begin with."""
    return {}
