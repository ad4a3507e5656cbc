"""Leaves out the kind of a talk below a heading that says it already: "Seminars"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document.above import enclosing
from sphinx_cv.document.nodes import cv_entry
from sphinx_cv.l10n import _

from .remarks import hide_kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_cv.model.kinds import Kind


def hide_told_kinds(document: nodes.document, kinds: Mapping[str, Kind]) -> None:
    """Leave the kind out of the talks below a heading that names it, and nothing beside it."""
    labels = {name: label for name, kind in kinds.items() if (label := _label_of(kind))}
    for talk in document.findall(cv_entry):
        heading = _heading_of(talk)
        told = [name for name in kinds if re.search(rf"\b{re.escape(name)}", heading)]
        told = told or _longest({name: label.search(heading) for name, label in labels.items()})
        is_told = len(told) == 1 and f"cv-kind-{told[0]}" in talk["classes"]
        if is_told and not _names_several(heading):
            hide_kind(talk)


def _label_of(kind: Kind) -> re.Pattern[str] | None:
    """Return the start of each word of a kind's label: "Exposés invités"."""
    label = r"\w*\s+".join(map(re.escape, str(_(kind.label)).casefold().split()))
    return re.compile(rf"\b{label}") if label else None


def _longest(found: Mapping[str, re.Match[str] | None]) -> list[str]:
    """Return the kinds that a heading says with most letters, "Talk to pupils" and not "Talk"."""
    lengths = {name: len(match[0]) for name, match in found.items() if match}
    return [name for name, length in lengths.items() if length == max(lengths.values())]


def _names_several(heading: str) -> bool:
    """Whether it is a heading such as "Talks and posters", below which either can stand."""
    parts = re.split(rf"[&/,、，]|\b{re.escape(str(_('and')))}\b", heading)
    return sum(bool(re.search(r"[^\W\d_]", part)) for part in parts) > 1


def _heading_of(node: nodes.Element) -> str:
    section = enclosing(node, nodes.section)
    title = section[:1] if section is not None else []
    return title[0].astext().casefold() if title else ""
