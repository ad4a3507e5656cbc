"""``latest-list``: the newest papers, talks, awards and positions in one list, by date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.bibliography.facts.dating import date_of
from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.reference.style import title_of
from sphinx_cv.bibliography.tex.text import flat, rich
from sphinx_cv.document.citations import listed
from sphinx_cv.document.composing.compose import kind_label
from sphinx_cv.document.composing.dates import date_node, date_words
from sphinx_cv.document.directives.base import CvDirective
from sphinx_cv.document.domain import CvDomain, link_to
from sphinx_cv.document.nodes import (
    cv_headline,
    cv_latest,
    cv_line,
    cv_lines,
    cv_main,
    cv_separator,
    cv_words,
)
from sphinx_cv.model.dates.format import DateWords
from sphinx_cv.model.dates.values import single
from sphinx_cv.model.suggestion import hint_of
from sphinx_cv.settings.kinds import kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinxcontrib.bibtex.domain import Citation

    from sphinx_cv.document.records import Record
    from sphinx_cv.model.dates.values import Dates, Key
    from sphinx_cv.source.reader import OptionReader

PUBLICATION, TALK = "publication", "talk"
# The fields that name a paper's venue if it is not in a journal or a book.
_HOSTS = ("maintitle", "eventtitle", "publisher", "school", "institution", "organization")
# What a list shows that names no kinds.
KINDS = (PUBLICATION, TALK, "award", "experience")


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """A line of the list: its date, the target of its title, and what follows the title."""

    dates: Dates
    words: DateWords
    title: str
    docname: str
    anchor: str
    where: str = ""

    @property
    def key(self) -> tuple[Key, tuple[Key, ...]]:
        """What the list is sorted by: what lasts is news when it begins, the longest first."""
        span = self.dates.spans[-1]
        return (span.start or self.dates.latest).key, self.dates.sort_key


class LatestListDirective(CvDirective):
    """``latest-list``: what is new, of the kinds that are named."""

    optional_arguments = 0
    known_options: ClassVar[Sequence[str]] = ("limit", "kind")

    def run(self) -> list[nodes.Node]:
        """Return the place of the list."""
        options = self.read_options()
        self.refuse_text(options)
        kinds = self._kinds(options)
        limit = options.number("limit") or 0
        self.report(options)
        CvDomain.of(self.env).note_dependent(self.env.docname)
        return [cv_latest("", kinds=kinds, limit=limit)]

    def _kinds(self, options: OptionReader) -> list[str]:
        kinds = kinds_of(self.config)
        known = (PUBLICATION, TALK, *kinds.entry, *kinds.talk)
        for word in (named := options.words("kind")):
            if word not in known:
                hint = hint_of(word, known)
                message = f'"{word}" is not a kind of latest-list.{hint}'
                options.problem("kind", message, options.line_of("kind"))
        return [word for word in named if word in known] or [*KINDS]


class LatestLists(SphinxPostTransform):
    """Fills every ``latest-list``, before references are resolved (10)."""

    default_priority = 3

    def run(self, **_kwargs: Any) -> None:
        """Fill the lists of the document."""
        for place in [*self.document.findall(cv_latest)]:
            news = sorted(self._news(place["kinds"]), key=lambda each: each.key, reverse=True)
            lines = [self._line(each) for each in news[: place["limit"] or None]]
            place.replace_self([cv_lines("", *lines, dated=True)] if lines else [])

    def _news(self, kinds: Sequence[str]) -> Iterator[News]:
        for record in CvDomain.of(self.env).records():
            names = (record.item.kind, TALK) if record.objtype == TALK else (record.item.kind,)
            if record.item.dates and not {*names}.isdisjoint(kinds):
                yield _of_item(record, self._kind_of(record))
        if PUBLICATION in kinds:
            for citation in listed(self.env).values():
                yield from _of_paper(citation, self.config.language)

    def _kind_of(self, record: Record) -> str:
        """Return what a talk is: papers and prizes say it themselves."""
        if record.objtype != TALK:
            return ""
        label = kind_label(kinds_of(self.config).talk, record.item.kind or TALK)
        return f"({label[:1].lower()}{label[1:]})"

    def _line(self, news: News) -> cv_line:
        link = link_to(
            news.title, docname=news.docname, anchor=news.anchor, refdoc=self.env.docname
        )
        main = cv_main("", "", link)
        if news.where:
            comma = " " if news.where.startswith("(") else ", "
            main += [nodes.Text(comma), cv_words("", news.where, classes=["cv-place"])]
        date = date_node(news.dates, self.config.language, news.words)
        headline = cv_headline("", "", main, cv_separator("", " · "), date, translatable=False)
        return cv_line("", headline)


def _of_item(record: Record, kind: str) -> News:
    item = record.item
    assert item.dates is not None  # noqa: S101 - only what is dated is news
    # A title that is missing is the event's name.
    places = [place for place in (*item.places, item.location) if place and place != item.label]
    return News(
        dates=item.dates,
        words=date_words(item),
        title=item.label,
        docname=record.docname,
        anchor=record.anchor,
        where=" ".join(filter(None, (", ".join(places), kind))),
    )


def _of_paper(citation: Citation, language: str) -> Iterator[News]:
    if found := date_of(citation.entry.fields):
        work = Work(citation.entry, language)
        host = work.journal or work.title("booktitle") or work.get(*_HOSTS)
        yield News(
            dates=single(found.end),
            words=DateWords(),
            title=flat(title_of(citation.entry, language)),
            docname=citation.bibliography_key.docname,
            anchor=citation.citation_id,
            where=work.archive.name if work.archive else flat(rich(host)),
        )
