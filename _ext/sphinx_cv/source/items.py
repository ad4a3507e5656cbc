"""From the options of a directive to the entry or the talk that they describe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.model.items import Entry, Link, Talk
from sphinx_cv.model.kinds import BUILT_IN, DEFAULT_ENTRY_KIND
from sphinx_cv.model.money import read_money

from .date_options import read_dates_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_cv.model.kinds import Kinds
    from sphinx_cv.model.money import Money

    from .reader import OptionReader

# What a message about an unknown kind has for another one.
OWN_KIND = '{"fieldwork": {"label": "Fieldwork"}}'
_OWN_TALK = '{"sermon": {"of": "talk"}}'
TALK_LINKS = ("slides", "video", "poster", "code", "url")
COMMON = (
    *("kind", "location", "date", "date-text", "role", "with", "details", "tags"),
    *("publication", "name", "class", "silence"),
)
ENTRY_OPTIONS = (
    *COMMON,
    "organization",
    "start",
    "end",
    "expected",
    "full-dates",
    "join",
    "url",
    *("amount", "share", "number"),
    *("degree", "thesis", "now"),
    *("code", "level", "students"),
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

# What to write for an option that is there, but empty.
EMPTY = {
    "role": 'write ":role: chair"',
    "details": "write the line to show",
    "with": 'write ":with: Ada King, Bernard Li"',
    "tags": 'write ":tags: teaching, recent"',
}

# Where a directive has no title of its own.
TITLELESS = {"cv-lines": 'the line has no title: write "2024 | Reviewer | NeurIPS"'}


def read_entry(
    title: str, options: OptionReader, *, default_kind: str, kinds: Kinds = BUILT_IN
) -> Entry:
    """Build the entry of a ``cv-entry`` directive; *default_kind* comes from its page."""
    _need_title(title, options)
    dated, text = read_dates_of(options)
    return Entry(
        title=title,
        kind=options.kind(kinds.entry, default_kind or DEFAULT_ENTRY_KIND, own=OWN_KIND),
        organization=options.text("organization"),
        location=options.text("location"),
        dates=dated,
        date_text=text,
        url=options.url("url"),
        amount=_money("amount", options),
        share=_money("share", options),
        number=options.text("number"),
        degree=options.text("degree"),
        thesis=options.text("thesis"),
        now=options.text("now"),
        code=options.text("code"),
        level=options.text("level"),
        students=options.text("students"),
        **_common(options),
    )


def read_talk(
    title: str,
    options: OptionReader,
    *,
    kinds: Kinds = BUILT_IN,
    find: Callable[[str], str] | None = None,
) -> Talk:
    """Build the talk of a ``talk`` directive; *find* returns the path of a file that it names."""
    if not options.text("host"):
        options.required("event", "ICML")
    if not (options.text("host") or options.text("event")):
        _need_title(title, options)
    if not options.text("date-text"):
        options.required("date", "2023-05")
    dated, text = read_dates_of(options, ahead="upcoming")
    links = ((name, options.url(name, find)) for name in TALK_LINKS if name != "url")
    return Talk(
        title=title,
        kind=options.kind(kinds.talk, "", own=_OWN_TALK),
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
        **_common(options),
    )


def _common(options: OptionReader) -> dict[str, Any]:
    """Read what entries and talks have in common and say alike."""
    for name in ("role", "details", "with", "tags"):
        if options.has(name) and not options.text(name):
            options.problem("option", f'"{name}" is empty: {EMPTY[name]}', options.line_of(name))
    return {
        "role": options.text("role"),
        "people": options.words("with", ","),
        "details": options.text("details"),
        "tags": tags(options),
        "publications": options.words("publication"),
        "name": options.text("name"),
        "classes": options.words("class"),
        "silenced": options.silenced(),
    }


def tags(options: OptionReader) -> tuple[str, ...]:
    """Read the option ``tags``: words between commas, as they are compared."""
    return tuple(dict.fromkeys(tag.casefold() for tag in options.words("tags", ",")))


def _money(name: str, options: OptionReader) -> Money | None:
    if not options.has(name):
        return None
    try:
        return read_money(options.text(name))
    except ValueError as error:
        options.problem("option", str(error), options.line_of(name))
        return None


def _need_title(title: str, options: OptionReader) -> None:
    if not title:
        example = f"{options.directive} has no title: write ```{{{options.directive}}} The title"
        options.problem("title", TITLELESS.get(options.directive, example))
