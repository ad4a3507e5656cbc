"""Whether a CV has anything of which some files of data are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.document.citations import citations_of
from sphinx_cv.document.domain import CvDomain

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.model.items import Item


def has_publications(env: BuildEnvironment) -> bool:
    """Whether a publication is listed."""
    return any(True for _citation in citations_of(env))


def has_talks_of_a_day(env: BuildEnvironment) -> bool:
    """Whether a calendar can hold a talk."""
    return any(is_of_a_day(record.item) for record in CvDomain.of(env).records("talk"))


def is_of_a_day(item: Item) -> bool:
    """Whether the first day of an item is known."""
    return bool(item.dates and item.dates.start and item.dates.start.day)
