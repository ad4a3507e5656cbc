"""What an entry or talk says, in the words and numbers that formats have room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.document.composing.compose import kind_label, people_phrase
from sphinx_cv.document.composing.dates import date_words
from sphinx_cv.document.composing.facts import facts_line
from sphinx_cv.document.composing.remarks import spoken
from sphinx_cv.l10n import _
from sphinx_cv.model.dates.format import format_dates
from sphinx_cv.model.dates.typed import iso_date
from sphinx_cv.model.items import Entry, Talk

from .values import clean, fit

if TYPE_CHECKING:
    from sphinx_cv.document.composing.fields import Nodes
    from sphinx_cv.document.records import Record
    from sphinx_cv.model.dates.values import PartialDate
    from sphinx_cv.model.items import Item
    from sphinx_cv.model.kinds import Kinds


def iso(date: PartialDate | None) -> str:
    """Return a date as ISO 8601, to the year of a season; ``""`` for none."""
    return iso_date(date.year, date.month, date.day) if date else ""


def first_and_last(item: Item) -> tuple[str, str]:
    """Return the first and the last date as ISO 8601, each ``""`` where it is not known.

    A single date has no last one.
    """
    if item.dates is None:
        return "", ""
    first, last = iso(item.dates.start), iso(item.dates.end)
    return first, last if last != first else ""


def dates_in_words(item: Item, language: str) -> str:
    """Return the dates as they are printed where a first and a last one do not say all."""
    dates = item.dates
    if dates is None:
        return item.date_text
    ends = [date for span in dates.spans for date in (span.start, span.end) if date]
    plain = len(dates.spans) == 1 and not any(date.season or date.mark for date in ends)
    if plain and not dates.expected:
        return ""
    return format_dates(dates, language, date_words(item))


def day_of(item: Item) -> str:
    """Return the last date of an item as ISO 8601, ``""`` where there is none."""
    return iso(item.dates.latest) if item.dates else ""


def title_of(item: Item) -> str:
    """Return the title in one line, or the place of what has none."""
    return clean(item.label)


def role_and_place(item: Item) -> tuple[str, str]:
    """Return what the owner is and where: "Reviewer" of "NeurIPS" as well, whose title is that."""
    place = next(filter(None, item.places), "")
    if item.role and not place:
        return clean(item.role), clean(item.title)
    title = ", ".join(filter(None, (item.title, item.role)))
    return clean(title), clean(place)


def where(item: Item) -> str:
    """Return event, host and town of a talk, or the place of an entry."""
    online = str(_("Online")) if isinstance(item, Talk) and item.online else ""
    return ", ".join(filter(None, map(clean, (*item.places, item.location, online))))


def said_besides(record: Record, language: str) -> str:
    """Return what an item says beside title, role, place and dates, a line for each part."""
    item = record.item
    lines = [_text(people_phrase(item.people, language))]
    if isinstance(item, Entry):
        row = [item.degree, *map(_text, facts_line(item, [], [], language))]
        lines.append(" · ".join(filter(None, row)))
    elif isinstance(item, Talk):
        lines.append(spoken(item.language, language))
    return "\n".join(filter(None, [*map(clean, lines), fit(record.text).strip()]))


def kind_in_words(item: Item, kinds: Kinds) -> str:
    """Return what kind of entry or talk it is, in the language of the build."""
    return kind_label(kinds.of(item.objtype), item.kind) if item.kind else ""


def _text(parts: Nodes) -> str:
    return "".join(part.astext() for part in parts)
