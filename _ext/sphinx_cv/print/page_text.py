"""The words at the head and the foot of printed pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.l10n import _
from sphinx_cv.model.dates.format import DateWords, format_dates
from sphinx_cv.model.dates.values import PartialDate, single
from sphinx_cv.settings.dates import today_of
from sphinx_cv.settings.values import printing_of, variant_of

if TYPE_CHECKING:
    from sphinx.config import Config


def variant_title(config: Config) -> str:
    """Return the title of the variant that is being written, empty where it has none."""
    variant = variant_of(config)
    return variant.title if variant else ""


def page_title(config: Config) -> str:
    """Return the text beside the name at the head of further pages."""
    return variant_title(config) or str(_("Curriculum vitae"))


def updated(config: Config) -> str:
    """Return what the foot of a page says of its age, empty where it says nothing."""
    chosen = printing_of(config).updated
    if isinstance(chosen, str) or not chosen:
        return str(chosen or "")
    # As far as cv_today is known: a month has no last day.
    day = PartialDate.parse(config.cv_today or today_of(config).isoformat())
    text = format_dates(single(day), config.language, DateWords())
    return str(_("Updated %s")) % text
