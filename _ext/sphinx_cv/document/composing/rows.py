"""Rows of links, below an entry, a talk or a publication: made, and taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import download_reference

from sphinx_cv.document.nodes import cv_links, cv_separator
from sphinx_cv.source.addresses import is_local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def link_node(label: str, url: str) -> nodes.Element:
    """Return a link to an address, or to a file by its path from the sources' folder."""
    if is_local(url):
        return download_reference("", label, reftarget=f"/{url}")
    return nodes.reference("", label, refuri=url)


def links_row(links: Iterable[nodes.Node]) -> cv_links:
    """Return the row of *links*."""
    row = cv_links("", "", translatable=False)
    for link in links:
        if len(row):
            row += cv_separator("", " · ")
        row += link
    return row


def is_separator(node: nodes.Node) -> bool:
    """Whether *node* parts the links of a row."""
    return isinstance(node, cv_separator)


def remove_from_row(
    part: nodes.Element, is_between: Callable[[nodes.Node], bool] = is_separator
) -> None:
    """Take a part out of its row, with what *is_between* it and the part beside it."""
    row = part.parent
    at = row.index(part)
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(row) and is_between(row[beside]):
            del row[beside]
            break
    row.remove(part)
