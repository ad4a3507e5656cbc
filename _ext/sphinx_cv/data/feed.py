"""What is new as an Atom feed (RFC 4287): publications, talks, awards and positions by date."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from sphinx_cv.bibliography.facts.dating import date_of
from sphinx_cv.bibliography.facts.work import Work

from .items import day_of, kind_in_words, title_of, where
from .values import clean, fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.document.records import Record

    from .facts import Facts

_ATOM = "http://www.w3.org/2005/Atom"
# Of this many, the newest.
_MOST = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """An entry of the feed; ``day`` is its first where more is not known."""

    kind: str
    title: str
    day: dt.date
    uri: str
    summary: str = ""
    label: str = ""


def to_atom(facts: Facts) -> str:
    """Return the feed; a day that is still ahead is no news yet."""
    found = [each for each in (*_papers(facts), *_items(facts)) if each.day <= facts.today]
    # What is on two pages is one.
    news = [*{_digest(each): each for each in found}.values()]
    news.sort(key=lambda each: each.day, reverse=True)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": facts.language})
    _add(feed, "title", clean(facts.profile.name))
    _add(feed, "id", f"{_authority(facts)}:feed")
    _add(feed, "updated", _moment(news[0].day if news else dt.date(1970, 1, 1)))
    author = ET.SubElement(feed, "author")
    _add(author, "name", clean(facts.profile.name))
    if facts.base:
        _link(feed, facts.base, "alternate")
        _link(feed, facts.file("feed.xml"), "self")
    for each in news[:_MOST]:
        _add_news(feed, each, facts)
    ET.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _add_news(feed: ET.Element, news: News, facts: Facts) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "title", news.title)
    _add(entry, "id", f"{_authority(facts)}:{news.kind}:{_digest(news)}")
    _add(entry, "published", _moment(news.day))
    _add(entry, "updated", _moment(news.day))
    # Without the site's address, from the place of the feed.
    _link(entry, f"{facts.base}{news.uri}", "alternate")
    ET.SubElement(entry, "category", {"term": news.kind, "label": fit(news.label or news.kind)})
    if news.summary:
        _add(entry, "summary", news.summary)


def _digest(news: News) -> str:
    """Return what tells an entry from any other: made of its facts, whatever their place is."""
    told = f"{news.kind}\0{news.title}\0{news.summary}\0{news.day.isoformat()}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _papers(facts: Facts) -> Iterator[News]:
    for paper in facts.papers:
        if dates := date_of(Work(paper.entry).fields):
            yield News(
                kind="publication",
                title=paper.csl["title"],
                day=dates.start.first(),
                uri=paper.uri,
                summary=paper.authors,
            )


def _items(facts: Facts) -> Iterator[News]:
    """Yield the talks, awards and positions that have a date; a position begins."""
    for record in facts.records():
        item = record.item
        kind = facts.kinds.entry.get(item.kind)
        is_news = item.objtype == "talk" or item.kind == "award" or (kind and kind.position)
        if item.dates and is_news:
            yield News(
                kind=item.objtype if item.objtype == "talk" else item.kind,
                title=_title(record),
                day=item.dates.earliest.first(),
                uri=facts.uri(record),
                summary=where(item),
                label=kind_in_words(item, facts.kinds),
            )


def _title(record: Record) -> str:
    return title_of(record.item) or day_of(record.item)


def _authority(facts: Facts) -> str:
    """Return the start of a tag (RFC 4151): a host of the owner's, and a year it was theirs."""
    addresses = (facts.base, facts.profile.website, *(url for _name, url in facts.profile.links))
    host = next(filter(None, (urlsplit(url).hostname for url in addresses)), "localhost")
    return f"tag:{host},2000"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = fit(text)


def _link(parent: ET.Element, address: str, relation: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "href": fit(address)})
