"""What the search of the website finds on a page: the texts of its sections, entries and talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinxcontrib.bibtex.nodes import bibliography

from .above import above
from .nodes import cv_count, cv_entry, cv_header, cv_links, cv_list, cv_only, cv_tie

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is no text of the page itself, or is not on the website.
_LEFT_OUT = (
    nodes.Invisible,
    nodes.system_message,
    nodes.raw,
    nodes.title,
    addnodes.only,
    addnodes.toctree,
    bibliography,
    cv_count,
    cv_header,
    cv_links,
    cv_list,
    cv_tie,
)


def texts_of(document: nodes.document) -> list[tuple[str, str, str]]:
    """Return the id, the title and the own text of each section, entry and talk of a page.

    The title of an entry is ``""``: its record has it. A page's first section comes first.
    """
    found = []
    for node in document.findall(nodes.Element):
        if isinstance(node, nodes.section) and node["ids"] and _is_shown(node):
            title = next((part.astext() for part in node if isinstance(part, nodes.title)), "")
            found.append((str(node["ids"][0]), title, _joined(node)))
        elif isinstance(node, cv_entry) and node["ids"] and _is_shown(node):
            found.append((str(node["ids"][0]), "", _joined(node)))
    return found


def _joined(node: nodes.Element) -> str:
    return " ".join(" ".join(_texts(node)).split())


def _texts(node: nodes.Element) -> Iterator[str]:
    """Yield the texts below *node*, without those that are found by themselves."""
    for child in node.children:
        if isinstance(child, (nodes.section, cv_entry, *_LEFT_OUT)) or _is_elsewhere(child):
            continue
        if isinstance(child, nodes.TextElement) or not isinstance(child, nodes.Element):
            yield child.astext()
        else:
            yield from _texts(child)


def _is_shown(node: nodes.Element) -> bool:
    """Whether *node* is on the website whatever the builder."""
    return not any(isinstance(each, addnodes.only) or _is_elsewhere(each) for each in above(node))


def _is_elsewhere(node: nodes.Node) -> bool:
    """Whether *node* is a block for another output than the website."""
    return isinstance(node, cv_only) and node["output"] != "web"
