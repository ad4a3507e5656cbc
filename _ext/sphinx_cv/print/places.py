"""Where things stand in the document that is printed, which is made of many pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_cv.document.nodes import cv_publication

if TYPE_CHECKING:
    from collections.abc import Iterator

# What links begin with that lead out of the document.
SCHEMES = ("http://", "https://", "mailto:")


def elements(tree: nodes.Element, docname: str) -> Iterator[tuple[str, nodes.Element]]:
    """Yield every element below *tree*, and the page that it comes from; *tree* is of *docname*."""
    found = [(docname, child) for child in reversed(tree.children)]
    while found:
        page, node = found.pop()
        if isinstance(node, nodes.Element):
            inner = node["docname"] if isinstance(node, addnodes.start_of_file) else page
            yield inner, node
            found += [(inner, child) for child in reversed(node.children)]


def anchors(tree: nodes.Element, docname: str) -> set[str]:
    """Return what links can lead to: pages and the ids on them, ``page#id``."""
    found: set[str] = set()
    for page, node in elements(tree, docname):
        if isinstance(node, addnodes.start_of_file):
            found.add(f"{page}#")
        of = node["docname"] if isinstance(node, cv_publication) else page
        ids: list[str] = node.get("ids", [])
        found |= {f"{of}#{id_}" for id_ in ids}
    return found


def target(link: nodes.Element, docname: str) -> str:
    """Return the anchor that a link on the page *docname* leads to, ``""`` for an address."""
    uri: str = link.get("refuri", "")
    if uri.startswith("%"):
        page, _hash, id_ = uri[1:].partition("#")
        return f"{page}#{id_}"
    return f"{docname}#{link['refid']}" if link.get("refid") else ""


def adopt(tree: nodes.Element) -> None:
    """Let what Sphinx has put in place of a toctree know its parent."""
    for page in tree.findall(addnodes.start_of_file):
        for child in page.children:
            page.setup_child(child)


def drop(node: nodes.Node) -> None:
    """Take a node out of the document."""
    if node.parent is not None and node in node.parent.children:
        node.parent.remove(node)
