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
    words = {name: _words_of(kind) for name, kind in kinds.items()}
    for talk in document.findall(cv_entry):
        heading = _heading_of(talk)
        told = [name for name, word in words.items() if word.search(heading)]
        is_told = len(told) == 1 and f"cv-kind-{told[0]}" in talk["classes"]
        if is_told and not _names_several(heading):
            hide_kind(talk)


def _words_of(kind: Kind) -> re.Pattern[str]:
    """Return the start of a kind's name, or of each word of its label: "Exposés invités"."""
    label = r"\w*\s+".join(map(re.escape, str(_(kind.label)).casefold().split()))
    return re.compile(rf"\b(?:{re.escape(kind.name)}|{label})" if label else rf"\b{kind.name}")


def _names_several(heading: str) -> bool:
    """Whether it is a heading such as "Talks and posters", below which either can stand."""
    parts = re.split(rf"[&/,、，]|\b{re.escape(str(_('and')))}\b", heading)
    return sum(bool(re.search(r"[^\W\d_]", part)) for part in parts) > 1


def _heading_of(node: nodes.Element) -> str:
    section = enclosing(node, nodes.section)
    title = section[:1] if section is not None else []
    return title[0].astext().casefold() if title else ""
