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
    from collections.abc import Collection


def hide_told_kinds(document: nodes.document, kinds: Collection[str]) -> None:
    """Leave the kind out of the talks below a heading that names it, and nothing beside it."""
    for talk in document.findall(cv_entry):
        heading = _heading_of(talk)
        told = [kind for kind in kinds if re.search(rf"\b{re.escape(kind)}", heading)]
        is_told = len(told) == 1 and f"cv-kind-{told[0]}" in talk["classes"]
        if is_told and not _names_several(heading):
            hide_kind(talk)


def _names_several(heading: str) -> bool:
    """Whether it is a heading such as "Talks and posters", below which either can stand."""
    parts = re.split(rf"[&/,、，]|\b{re.escape(str(_('and')))}\b", heading)
    return sum(bool(re.search(r"[^\W\d_]", part)) for part in parts) > 1


def _heading_of(node: nodes.Element) -> str:
    section = enclosing(node, nodes.section)
    title = section[:1] if section is not None else []
    return title[0].astext().casefold() if title else ""
