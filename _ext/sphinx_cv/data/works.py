"""Publications as items of CSL-JSON, each made once in a build, however many formats ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.document.domain import CvDomain

from .csl import csl_item

if TYPE_CHECKING:
    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def forget_works(app: Sphinx, env: BuildEnvironment) -> None:
    """Drop those of the build before in this process (``env-updated``)."""
    CvDomain.of(env).works.clear()


def csl_of(env: BuildEnvironment, entry: Entry) -> dict[str, Any]:
    """Return a publication of the project as an item, which nobody may change."""
    works = CvDomain.of(env).works
    if entry.key not in works:
        works[entry.key] = csl_item(entry)
    return works[entry.key]
