"""Joins entries at one organization below its name and the whole period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import (
    cv_body,
    cv_date,
    cv_entry,
    cv_headline,
    cv_links,
    cv_main,
    cv_separator,
    cv_subline,
    cv_words,
)
from sphinx_cv.model.dates.reader import read_dates
from sphinx_cv.model.dates.values import Dates, Span

from .dates import date_node, entry_words
from .rows import remove_from_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PLACES = ("cv-organization", "cv-location")
# What may be between two entries that are joined.
_SILENT = (nodes.comment, nodes.target, nodes.system_message)


class JoinedEntries(SphinxPostTransform):
    """Puts entries that are joined into one of their organization, before print marks its parts."""

    default_priority = 2

    def run(self, **_kwargs: Any) -> None:
        """Join the entries of the document."""
        for joined in [*self.document.findall(cv_entry)]:
            if joined.get("join") and (above := entry_above(joined)):
                self._join([*_run_from(above)])

    def _join(self, entries: Sequence[cv_entry]) -> None:
        places = [[*_shared(name, entries)] for name in _PLACES]
        at = [words for words in places if words]
        main = cv_main("", "", *at[0][:1])
        for words in at[1:]:
            main += [nodes.Text(", "), *words[:1]]
        outer = cv_entry()
        outer["classes"] += entries[0]["classes"]
        headline = cv_headline("", "", main, translatable=False)
        if date := self._whole(entries):
            headline += [cv_separator("", " · "), date]
        else:
            headline += cv_date("", "", iso="", shorter={})
        outer += [headline, cv_subline("", "", translatable=False), cv_links("", "")]
        # Its anchor stays with the entry: `replace_self` would give it to both.
        entries[0].parent.replace(entries[0], outer)
        for entry in entries[1:]:
            entry.parent.remove(entry)
        for entry in entries:
            entry["join"] = False
            _take_out({words.astext() for found in places for words in found}, entry)
        outer += cv_body("", *entries, summary="")

    def _whole(self, entries: Sequence[cv_entry]) -> cv_date | None:
        """Return the time from the first beginning to the last end."""
        written = [next(entry.findall(cv_date)).get("iso") for entry in entries]
        dates = [read_dates(iso) for iso in written if iso]
        if not dates:
            return None
        spans = [span for each in dates for span in each.spans]
        first = min(each.earliest for each in dates)
        lasting = [span for span in spans if span.end is None]
        span = Span(
            start=first,
            end=None if lasting else max(each.latest for each in dates),
            present=bool(lasting),
        )
        return date_node(Dates(spans=(span,)), self.config.language, entry_words())


def entry_above(entry: cv_entry) -> cv_entry | None:
    """Return the entry right above, where it is one of the same organization."""
    siblings = entry.parent.children[: entry.parent.index(entry)]
    above = next((each for each in reversed(siblings) if not isinstance(each, _SILENT)), None)
    same = isinstance(above, cv_entry) and _place(above) and _place(above) == _place(entry)
    return above if isinstance(above, cv_entry) and same else None


def _run_from(first: cv_entry) -> Iterator[cv_entry]:
    """Yield *first* and the entries that are joined to it."""
    yield first
    for entry in first.parent.children[first.parent.index(first) + 1 :]:
        if isinstance(entry, cv_entry) and entry.get("join") and _place(entry) == _place(first):
            yield entry
        elif not isinstance(entry, _SILENT):
            break


def _place(entry: cv_entry) -> str:
    return next((words.astext() for words in _words(entry, _PLACES[0])), "")


def _words(entry: cv_entry, name: str) -> Iterator[cv_words]:
    """Yield the words of a meaning in the lines of *entry*, not in those of entries within it."""
    lines = [part for part in entry if isinstance(part, (cv_headline, cv_subline))]
    yield from (
        words for line in lines for words in line.findall(cv_words) if name in words["classes"]
    )


def _shared(name: str, entries: Sequence[cv_entry]) -> Iterator[cv_words]:
    """Yield the words of a meaning, where all entries have the same."""
    found = [next(_words(entry, name), None) for entry in entries]
    texts = {words.astext() if words else "" for words in found}
    if len(texts) == 1 and found[0]:
        yield found[0].deepcopy()


def _take_out(said: set[str], entry: cv_entry) -> None:
    """Take from the lines of *entry* the places that are *said* above it."""
    for name in _PLACES:
        for words in [*_words(entry, name)]:
            if words.astext() in said:
                remove_from_row(words, lambda beside: isinstance(beside, nodes.Text))
    main, sub = next(entry.findall(cv_main)), next(entry.findall(cv_subline))
    if not len(main):
        main += sub.children
        sub.clear()
