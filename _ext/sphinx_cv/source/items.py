"""From the options of a directive to the entry or the talk that they describe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.model.items import Entry, Link, Talk
from sphinx_cv.model.kinds import BUILT_IN, DEFAULT_ENTRY_KIND

from .date_options import read_dates_of

if TYPE_CHECKING:
    from sphinx_cv.model.kinds import Kinds

    from .reader import OptionReader

TALK_LINKS = ("slides", "video", "poster", "code", "url")
COMMON = ("kind", "location", "date", "date-text", "publication", "name", "class", "silence")
ENTRY_OPTIONS = (
    *COMMON,
    "organization",
    "start",
    "end",
    "expected",
    "full-dates",
    "url",
    "with",
)
TALK_OPTIONS = (
    *COMMON,
    "event",
    "host",
    "online",
    "upcoming",
    "language",
    "entry",
    *TALK_LINKS,
)


def read_entry(
    title: str, options: OptionReader, *, default_kind: str, kinds: Kinds = BUILT_IN
) -> Entry:
    """Build the entry of a ``cv-entry`` directive; *default_kind* comes from its page."""
    _need_title(title, options)
    dated, text = read_dates_of(options)
    return Entry(
        title=title,
        kind=options.kind(kinds.entry, default_kind or DEFAULT_ENTRY_KIND),
        organization=options.text("organization"),
        location=options.text("location"),
        dates=dated,
        date_text=text,
        url=options.url("url"),
        people=options.words("with", ","),
        publications=options.words("publication"),
        name=options.text("name"),
        classes=options.words("class"),
        silenced=options.silenced(),
    )


def read_talk(title: str, options: OptionReader, *, kinds: Kinds = BUILT_IN) -> Talk:
    """Build the talk of a ``talk`` directive."""
    _need_title(title, options)
    if not options.text("host"):
        options.required("event", "ICML")
    if not options.text("date-text"):
        options.required("date", "2023-05")
    dated, text = read_dates_of(options, ahead="upcoming")
    links = ((name, options.url(name)) for name in TALK_LINKS if name != "url")
    return Talk(
        title=title,
        kind=options.kind(kinds.talk, ""),
        event=options.text("event"),
        host=options.text("host"),
        location=options.text("location"),
        online=options.flag("online"),
        dates=dated,
        date_text=text,
        language=options.text("language"),
        entries=options.words("entry"),
        url=options.url("url"),
        links=tuple(Link(label=name, url=url) for name, url in links if url),
        publications=options.words("publication"),
        name=options.text("name"),
        classes=options.words("class"),
        silenced=options.silenced(),
    )


def _need_title(title: str, options: OptionReader) -> None:
    if not title:
        options.problem(
            "title", f"{options.directive} has no title: write ```{{{options.directive}}} The title"
        )
