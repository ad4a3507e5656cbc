"""The title of a reference, and what follows in its sentence: edition, series, place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pybtex.richtext import Text

from sphinx_cv.bibliography import words
from sphinx_cv.bibliography.entry_types import BOOK, ISSUE, KIND, MISC, ONLINE
from sphinx_cv.bibliography.tex.text import rich

from .host import edition, parenthesis, place_in_book, place_of_event, version, whole_title
from .phrases import italic, joined

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

    from sphinx_cv.bibliography.facts.work import Work


def title_in_host(work: Work) -> tuple[BaseText, BaseText]:
    """Return the title, and what follows it in its sentence."""
    if work.form == ISSUE and work.get("issuetitle"):
        return rich(work.title("issuetitle")), Text()
    title, has_volume = rich(work.title()), False
    if work.get("maintitle") and work.form == BOOK:
        title, has_volume = whole_title(work, "title")
    if not str(title).strip():
        return rich(work.entry.key), Text()
    alone = work.known.alone or work.form == BOOK or (work.form == ISSUE and not _has_journal(work))
    if alone and not work.get("maintitle"):
        title = italic(title)
    if work.form == BOOK:
        places = [Text(", ", place) for place in _place(work) if len(place)]
        return title, Text(parenthesis(work, volume=not has_volume), *places)
    if work.form in (KIND, MISC, ONLINE) and not work.archive:
        # A series shows what kind of report it is.
        numbered = work.known.group == "theses" and work.get("series")
        series = joined([rich(work.title("series")), rich(work.get("number"))], " ")
        inner = joined([rich(edition(work)), series if numbered else "", version(work)])
        return title, Text(" (", inner, ")") if len(inner) else Text()
    return title, Text()


def _place(work: Work) -> list[BaseText]:
    if work.type == "inbook":
        return place_in_book(work)
    return [place_of_event(work)] if work.known.group == "volumes" else []


def _has_journal(work: Work) -> bool:
    series = work.get("series")
    return bool(work.journal or work.get("issuetitle") or (series and not words.string(series)))
