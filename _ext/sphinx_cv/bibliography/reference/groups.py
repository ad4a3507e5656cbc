"""The headings of a list of publications (type or year), and their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.bibliography import entry_types
from sphinx_cv.bibliography.facts import dating
from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.l10n import _

from .remarks import stage_of

if TYPE_CHECKING:
    from pybtex.database import Entry

# The groups by type, in the order of a CV.
TITLES = {
    entry_types.ARTICLES: _("Journal articles"),
    entry_types.PAPERS: _("Conference papers"),
    entry_types.BOOKS: _("Books"),
    entry_types.VOLUMES: _("Edited volumes"),
    entry_types.CHAPTERS: _("Book chapters"),
    entry_types.REVIEWS: _("Reviews"),
    entry_types.PREPRINTS: _("Preprints and working papers"),
    entry_types.THESES: _("Theses"),
    entry_types.REPORTS: _("Reports"),
    entry_types.SOFTWARE: _("Software and data"),
    entry_types.PATENTS: _("Patents"),
    entry_types.TALKS: _("Talks and posters"),
    entry_types.PRESS: _("Press and web"),
    entry_types.WORKS: _("Creative works"),
    entry_types.OTHER: _("Other"),
}
_ORDER = list(TITLES)
_PREPRINT = re.compile(r"\bpre-?prints?\b|\be-?prints? archive\b", re.IGNORECASE)
# Copernicus has each paper of a journal discussed first: "Biogeosciences Discussions".
_DISCUSSED = re.compile(r"\bDiscuss(?:ions?|\.)?\W*$")
_PAPER = re.compile(r"\b(?:working|discussion)\s+papers?\b", re.IGNORECASE)
_BROADCAST = re.compile(r"podcast|radio|television|\btv\b|interview|fernseh|hörfunk", re.IGNORECASE)
_PACKAGE = re.compile(r"\bpackage\b|cran\.", re.IGNORECASE)
# Headings before all years, in order, and after them.
_STAGES = {"forthcoming": _("Forthcoming"), "submitted": _("In progress")}
_NO_DATE = _("No date")


def group_of(entry: Entry) -> int:
    """Return the position of the group by type."""
    return _ORDER.index(type_group(Work(entry)))


def group_title(entry: Entry) -> str:
    """Return the heading of the group by type."""
    return str(TITLES[type_group(Work(entry))])


def type_group(work: Work) -> str:  # noqa: PLR0911, C901 - the first that fits
    """Return the group by type, one of those of ``entry_types.py``."""
    kind, how = work.kind, work.get("howpublished")
    group = work.known.group
    if work.is_patent:
        return entry_types.PATENTS
    if work.is_review:
        return entry_types.REVIEWS
    if work.is_press:
        return entry_types.PRESS
    if work.type in ("audio", "video", "movie") and _BROADCAST.search(
        f"{kind} {work.get('titleaddon')}"
    ):
        return entry_types.PRESS
    if work.archive or (group in _LOOSE and _PREPRINT.search(f"{kind} {how} {work.journal}")):
        return entry_types.PREPRINTS
    if "10.5194/" in work.get("doi") and _DISCUSSED.search(work.journal):
        return entry_types.PREPRINTS
    said = {
        entry_types.ARTICLES: f"{how} {work.journal}",
        entry_types.REPORTS: work.get("series"),
        entry_types.OTHER: f"{how} {work.get('note')}",
    }
    if _PAPER.search(f"{kind} {said.get(group, '')}"):
        return entry_types.PREPRINTS
    if group == entry_types.ARTICLES and not work.journal and stage_of(work) == "submitted":
        return entry_types.PREPRINTS
    if work.is_talk:
        return entry_types.TALKS
    if work.known.form == "journal" and work.form == "part":
        return entry_types.PAPERS
    if group == entry_types.BOOKS and not work.people("author") and work.people("editor"):
        return entry_types.VOLUMES
    if work.type == "manual" and (
        work.get("version") or _PACKAGE.search(f"{work.get('edition')} {work.get('url')}")
    ):
        return entry_types.SOFTWARE
    return group


# Groups whose works may also be preprints.
_LOOSE = (entry_types.ARTICLES, entry_types.PREPRINTS, entry_types.OTHER, entry_types.PRESS)


def year_heading(entry: Entry) -> str:
    """Return the heading by year: four digits, or the state of the work."""
    work = Work(entry)
    year = year_of_list(work)
    if year:
        return str(year)
    return str(_STAGES.get(stage_of(work), _NO_DATE))


def age(entry: Entry, *, oldest: bool = False) -> tuple[int, int, int, int]:
    """Return the sort key by age: year, month and day, or the state of an undated work."""
    work = Work(entry)
    year, month, day = dating.rank(work.fields)
    if not year and (year := year_of_list(work)):
        month = day = 0
    if not year:
        stage = stage_of(work)
        place = list(_STAGES).index(stage) if stage else len(_STAGES) + 1
        if oldest and stage:
            # After all years, those nearest to print first.
            return 1, len(_STAGES) - place, 0, 0
        return (2, 0, 0, 0) if not stage else (-1, place, 0, 0)
    return (0, year, month, day) if oldest else (0, -year, -month, -day)


def year_of_list(work: Work) -> int:
    """Return the year under which a work is listed, or 0."""
    if year := dating.year_number(work.fields):
        return year
    if work.type in ("unpublished", "misc"):
        text = f"{work.get('note')} {work.get('howpublished')}"
        if not stage_of(work) and (found := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)):
            return int(found[0])
    return 0
