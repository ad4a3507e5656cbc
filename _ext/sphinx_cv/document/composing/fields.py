"""The fields of a line as nodes, and the row that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document.nodes import cv_words

from .joints import cv_joint, joint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Nodes = Sequence[nodes.Node]


def field(name: str, text: str) -> list[nodes.Node]:
    """Return the author's words of one meaning."""
    if not text:
        return []
    return [cv_words(text, text, classes=[f"cv-{name}"], translatable=True)]


def made(name: str, text: str) -> list[nodes.Node]:
    """Return a fact in words of ours, in the language of the build."""
    return [cv_words("", text, classes=[f"cv-{name}"])] if text else []


def joined(parts: Iterable[Nodes]) -> list[nodes.Node]:
    """Set the parts that are there in a row, with a joint between two of them."""
    row: list[nodes.Node] = []
    for part in parts:
        if row and part:
            row.append(cv_joint(joint(row[-1].astext())))
        row.extend(part)
    return row


def dotted(parts: Iterable[Nodes]) -> list[nodes.Node]:
    """Set the parts that are there in a row, each but the last with a dot bound to its end."""
    row: list[nodes.Node] = []
    for part in filter(None, parts):
        if row:
            row.append(nodes.Text("\u00a0· "))
        row.extend(part)
    return row
