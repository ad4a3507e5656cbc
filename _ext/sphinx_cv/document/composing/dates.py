"""Dates as nodes, with the words around them in the build's language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_cv.document.nodes import cv_date
from sphinx_cv.l10n import _
from sphinx_cv.model.dates.format import STYLES, DateWords, format_dates

if TYPE_CHECKING:
    from sphinx_cv.model.dates.values import Dates
    from sphinx_cv.model.items import Item


def date_node(dates: Dates, language: str, words: DateWords) -> cv_date:
    """Return the node of *dates*, with their shorter forms."""
    long, *others = (format_dates(dates, language, words, style) for style in STYLES)
    return cv_date("", long, iso=dates.iso, shorter=dict(zip(STYLES[1:], others, strict=True)))


def date_words(item: Item) -> DateWords:
    """Return the words at the dates of *item*, in the language of the build."""
    words = entry_words()
    return words if item.objtype != "talk" else replace(words, expected=str(_("upcoming")))


def entry_words() -> DateWords:
    """Return the words at the dates of an entry, in the language of the build."""
    return DateWords(
        present=str(_("present")),
        expected=str(_("expected")),
        since=str(_("since %s")),
        until=str(_("until %s")),
        about=str(_("ca. %s")),
        spring=str(_("Spring %s")),
        summer=str(_("Summer %s")),
        fall=str(_("Fall %s")),
        autumn=str(_("Autumn %s")),
        winter=str(_("Winter %s")),
    )
