"""What Google Scholar reads on the page of a publication: the ``citation_*`` tags.

The names are those of its inclusion guidelines; the title of a book that a chapter is in has
that of NCBI's Bookshelf.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sphinx_cv.bibliography.entry_types import JOURNAL, PART
from sphinx_cv.bibliography.facts.dating import date_of, year_number
from sphinx_cv.bibliography.facts.links import doi_of, links_of
from sphinx_cv.bibliography.facts.ranges import pages
from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.reference.people import OTHERS, format_name
from sphinx_cv.bibliography.reference.style import title_of
from sphinx_cv.bibliography.tex.text import flat, rich

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import Entry


def metatags(entry: Entry) -> Iterator[str]:
    """Yield the tags of an entry as HTML."""
    for name, content in _tags(entry):
        if content:
            yield f'<meta name="citation_{name}" content="{escape(content)}" />'


def _tags(entry: Entry) -> Iterator[tuple[str, str]]:
    work = Work(entry)
    yield "title", flat(title_of(entry))
    for person in work.people("author"):
        if str(person) != OTHERS:
            yield "author", flat(format_name(person))
    yield "publication_date", _date(work)
    yield from _host(work)
    yield "doi", doi_of(entry)
    for name in ("issn", "isbn"):
        yield name, flat(rich(work.get(name)))
    if work.known.group == "theses":
        yield "dissertation_institution", flat(rich(work.get("school", "institution")))
    elif work.known.group == "reports":
        house = work.get("institution", "organization", "publisher")
        yield "technical_report_institution", flat(rich(house))
        yield "technical_report_number", flat(rich(work.get("number")))
    first, _dash, last = flat(rich(pages(work.get("pages")))).partition("–")
    yield "firstpage", first
    yield "lastpage", last
    yield "pdf_url", {link.label: link.url for link in links_of(entry)[0]}.get("pdf", "")


def _host(work: Work) -> Iterator[tuple[str, str]]:
    """Yield what holds the work."""
    if work.form == JOURNAL:
        yield "journal_title", flat(rich(work.journal or work.title("booktitle")))
        yield "volume", flat(rich(work.volume))
        yield "issue", flat(rich(work.issue))
    elif work.form == PART:
        chapter = work.known.group == "chapters"
        title = flat(rich(work.title("booktitle") or work.title("eventtitle")))
        yield "inbook_title" if chapter else "conference_title", title
        yield "volume", flat(rich(work.volume))
    elif work.known.form == JOURNAL and work.journal:
        yield "journal_title", flat(rich(work.journal))


def _date(work: Work) -> str:
    dates, year = date_of(work.fields), year_number(work.fields)
    if dates and dates.start.day:
        return str(dates.start).replace("-", "/")
    return str(year or "")
