"""Leaves out the kind of a talk below a heading that says it already: "Seminars"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document.nodes import cv_entry

from .remarks import hide_kind

if TYPE_CHECKING:
    from collections.abc import Collection


def hide_told_kinds(document: nodes.document, kinds: Collection[str]) -> None:
    """Leave the kind out of the talks below a heading that names it and no other kind."""
    for talk in document.findall(cv_entry):
        heading = _heading_of(talk)
        told = [kind for kind in kinds if re.search(rf"\b{re.escape(kind)}", heading)]
        if told and f"cv-kind-{told[0]}" in talk["classes"] and len(told) == 1:
            hide_kind(talk)


def _heading_of(node: nodes.Element) -> str:
    parent = node.parent
    while parent is not None and not isinstance(parent, nodes.section):
        parent = parent.parent
    title = parent[:1] if parent is not None else []
    return title[0].astext().casefold() if title else ""
