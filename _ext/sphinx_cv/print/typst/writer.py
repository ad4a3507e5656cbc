"""Writes Typst markup: text, anchors, links, and the nodes that tables of names describe.

Below the translator, so that images, tables, definitions and formulas can write through it
without knowing how every other node is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxTranslator

from sphinx_cv.log import warn
from sphinx_cv.model.languages import is_right_to_left
from sphinx_cv.print.spaces import fold

from .literals import markup, string
from .node_markup import AROUND, LINES, SKIPPED, THROUGH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.builders import Builder


class TypstWriter(SphinxTranslator):
    """Collects markup in ``body``; ``pictures`` maps the file names in it to images."""

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        self.builder: Builder = builder
        self.body: list[str] = []
        self.pictures: dict[str, bytes] = {}
        self.is_right_to_left = is_right_to_left(self.config.language)
        # The page that is being written: ids are unique within it alone.
        self.docname = str(document.get("docname", ""))
        # Whether a space would be the first, or a second one, on its line.
        self._spaced = True
        # Anchors wait for the next line of text: alone they could end a page.
        self._waiting: list[tuple[str, str]] = []
        self._anchors: set[str] = set()
        self._links: list[tuple[int, str]] = []
        self._unknown: set[str] = set()

    def finish(self) -> str:
        """Return the markup; links to what is not printed are plain text."""
        self.flush_anchors()
        by_id = {anchor.partition("#")[2]: anchor for anchor in sorted(self._anchors)}
        for place, target in self._links:
            # The items of a list were written for another page.
            anchor = target if target in self._anchors else by_id.get(target.partition("#")[2])
            self.body[place] = f"#link(label({string(anchor)}))[" if anchor else "#["
        return "".join(self.body)

    # Anchors, links and text

    def note_anchors(self, node: nodes.Element, docname: str = "") -> None:
        """Remember the ids of *node* for the next line of text."""
        ids: list[str] = node.get("ids", [])
        for id_ in ids:
            self.note_anchor(f"{docname or self.docname}#{id_}", node.get("description", ""))

    def note_anchor(self, anchor: str, words: str = "") -> None:
        """Remember *anchor*, a page and an id in it, for the next line of text.

        Links to it are described by its page and *words*.
        """
        if anchor not in self._anchors:
            self._anchors.add(anchor)
            self._waiting.append((anchor, words))

    def flush_anchors(self) -> None:
        """Write the anchors that wait."""
        self.body += [
            f"#anchor({string(anchor)}, {string(words)})" for anchor, words in self._waiting
        ]
        self._waiting.clear()

    def open_line(self, opening: str) -> None:
        """Write *opening*, which starts a line of text."""
        self.body.append(opening)
        self.flush_anchors()
        self._spaced = True

    def open_link(self, anchor: str) -> None:
        """Write the opening of a link to *anchor*, which may not be printed yet, or at all."""
        self._links.append((len(self.body), anchor))
        self.body.append("#[")

    def write_inline(self, markup: str) -> None:
        """Write *markup* that is part of a line of text and ends in no space."""
        self.body.append(markup)
        self._spaced = False

    def visit_Text(self, node: nodes.Text) -> None:
        text = fold(node.astext())
        if self._spaced:
            text = text.lstrip(" ")
        if text:
            self.body.append(markup(text, right_to_left=self.is_right_to_left))
            self._spaced = text.endswith(" ")

    def depart_Text(self, node: nodes.Text) -> None:
        """Write nothing."""

    # Nodes by the tables of node_markup.py

    def unknown_visit(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Element):
            self.note_anchors(node)
        for name in _names(node):
            if name in SKIPPED:
                raise nodes.SkipNode
            if name in THROUGH:
                return
            if name in AROUND:
                if name in LINES:
                    self.open_line(AROUND[name][0])
                else:
                    self.body.append(AROUND[name][0])
                return
        name = type(node).__name__
        if name not in self._unknown:
            self._unknown.add(name)
            warn(
                "print",
                'the PDF has no form for "%s": its text is printed as it is',
                name,
                location=node,
            )

    def unknown_departure(self, node: nodes.Node) -> None:
        for name in _names(node):
            if name in THROUGH:
                return
            if name in AROUND:
                self.body.append(AROUND[name][1])
                return


def _names(node: nodes.Node) -> Iterable[str]:
    return (cls.__name__ for cls in type(node).__mro__)
