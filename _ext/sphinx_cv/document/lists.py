"""Fills the lists of entries and talks, once the whole site is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.composing.compose import kind_label
from sphinx_cv.document.composing.remarks import hide_kind
from sphinx_cv.l10n import _
from sphinx_cv.model.items import Entry
from sphinx_cv.model.money import format_money, total
from sphinx_cv.model.selection import Selection, folded, select, year_of
from sphinx_cv.settings.dates import today_of
from sphinx_cv.settings.kinds import kinds_of

from .domain import CvDomain
from .images import find_images
from .nodes import cv_date, cv_entry, cv_group, cv_list, cv_subline, cv_talk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_cv.model.kinds import Kind

    from .records import Record


class ItemLists(SphinxPostTransform):
    """Fills every ``entry-list`` and ``talk-list``, before references are resolved (10)."""

    default_priority = 3

    def run(self, **_kwargs: Any) -> None:
        """Fill the lists of the document."""
        places = list(self.document.findall(cv_list))
        lists = [(Selection(**place["selection"]), place["objtype"]) for place in places]
        domain, today = CvDomain.of(self.env), today_of(self.config)
        all_kinds = kinds_of(self.config)
        for place, (selection, objtype) in zip(places, lists, strict=True):
            kinds = all_kinds.of(objtype)
            records = select(domain.records(objtype), selection, today, kinds)
            made = _nodes(records, selection, kinds)
            for node in made:
                find_images(self.env, node.get("record", "").partition("#")[0], [node])
            if selection.sum:
                made += self._sum(records)
            place.replace_self(made)

    def _sum(self, records: list[Record]) -> list[nodes.Element]:
        """Return the line that adds up the amounts of the records, one for each currency."""
        amounts = [record.item.amount for record in records if isinstance(record.item, Entry)]
        sums = total(amount for amount in amounts if amount)
        text = " · ".join(format_money(money, self.config.language) for money in sums)
        line = nodes.paragraph("", str(_("Total: %s") % text), classes=["cv-sum"])
        return [line] if sums else []


def _nodes(
    records: list[Record], selection: Selection, kinds: Mapping[str, Kind]
) -> list[nodes.Element]:
    made: list[nodes.Element] = []
    heading = ""
    for same in folded(records) if selection.fold else [[record] for record in records]:
        first = same[0]
        group = _group(first, selection.group, kinds)
        if group != heading:
            made.append(cv_group("", group, group=selection.group))
            heading = group
        node = _copy(first)
        knows = bool(selection.kind) or selection.group == "kind"
        if selection.show_kind == "never" or (selection.show_kind == "auto" and knows):
            hide_kind(node)
        if len(same) > 1:
            _fold(node, same)
        made.append(node)
    return made


def _group(record: Record, group: str, kinds: Mapping[str, Kind]) -> str:
    """Return the heading under which a list puts the record."""
    if group == "year":
        return year_of(record.item)
    return kind_label(kinds, record.item.kind) if group == "kind" else ""


def _fold(node: cv_entry, records: list[Record]) -> None:
    """Let *node*, the copy of the first record, name the places and years of all."""
    years = dict.fromkeys(year_of(record.item) for record in reversed(records))
    for date in node.findall(cv_date):
        date[:] = [nodes.Text(", ".join(filter(None, years)))]
        date["iso"], date["shorter"] = "", {}
    for line in node.findall(cv_subline):
        line[:] = [nodes.Text(" · ".join(record.where for record in records))]


def _copy(record: Record) -> cv_entry:
    """Return the item without its body and its anchor, which stay on its own page."""
    copy = (cv_talk if record.objtype == "talk" else cv_entry)()
    copy["record"] = f"{record.docname}#{record.anchor}"
    if record.item.kind:
        copy["classes"].append(f"cv-kind-{record.item.kind}")
    copy["classes"] += record.item.classes
    copy += record.lines_of_head()
    return copy
