"""Marks the links that TeX describes: it has to know the words before it writes the link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import start_of_file
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.nodes import cv_described
from sphinx_cv.print.places import SCHEMES, elements, target

if TYPE_CHECKING:
    from collections.abc import Iterator


class MarkLinks(SphinxPostTransform):
    """Puts each link into a node with its words."""

    # After what changes texts (950).
    default_priority = 960
    builders = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Mark the links of the document."""
        tree, docname = self.document, self.env.docname
        places = dict(_places(tree, docname))
        for page, link in list(elements(tree, docname)):
            if not isinstance(link, nodes.reference) or not link.astext().strip():
                continue
            place = target(link, page)
            if link.get("refuri", "").startswith(SCHEMES):
                marked = cv_described(words=link.get("description", link.astext()))
            elif place in places:
                marked = cv_described(words=places[place], place=_label(place))
            else:
                continue
            link.parent.replace(link, marked)
            marked += link


def _places(tree: nodes.Element, docname: str) -> Iterator[tuple[str, str]]:
    """Yield the places that links lead to, and how they are described."""
    for page, node in elements(tree, docname):
        ids: list[str] = node.get("ids", [])
        for id_ in ("", *ids) if isinstance(node, start_of_file) else ids:
            yield f"{page}#{id_}", node.get("description", "")


def _label(place: str) -> str:
    """Return the label that Sphinx gives to a place."""
    page, _hash, id_ = place.partition("#")
    return f"{page}:{id_ or ':doc'}"
