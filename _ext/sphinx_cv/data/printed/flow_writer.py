"""Writes paragraphs into a flow: text goes to the one that is open."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sphinx_cv.print.spaces import fold

from .blocks import Block, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes

    from .blocks import Flow, Mark, Style


class FlowWriter:
    """Holds the flow, and how the text that comes next is set."""

    def __init__(self, docname: str) -> None:
        self.flow: Flow = []
        self.docname = docname
        self.block: Block | None = None
        self.marks: frozenset[Mark] = frozenset()
        self.target: dict[str, str] = {}
        # Anchors wait for the next paragraph.
        self.waiting: list[str] = []
        self.indent = 0

    # Paragraphs and text

    def open(self, style: Style, **facts: Any) -> Block:
        """Begin a paragraph."""
        self.close()
        self.block = Block(style=style, anchors=self.waiting, **facts)
        self.waiting = []
        self.flow.append(self.block)
        return self.block

    def close(self) -> None:
        """End the paragraph that is open, without the space at its end."""
        if self.block and self.block.runs:
            last = self.block.runs[-1]
            self.block.runs[-1] = replace(last, text=last.text.rstrip(" "))
        self.block = None

    def write(self, text: str) -> None:
        """Write text into the paragraph that is open, or into one of its own."""
        text = fold(text)
        block = self.block
        if block is None:
            if not text.strip():
                return
            block = self.open("body", level=self.indent)
        if not block.runs or block.runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        run = Run(text=text, marks=self.marks, **self.target)
        last = block.runs[-1] if block.runs else None
        if last and (last.marks, last.url, last.anchor) == (run.marks, run.url, run.anchor):
            block.runs[-1] = replace(last, text=last.text + text)
        else:
            block.runs.append(run)

    @contextmanager
    def marked(self, *marks: Mark) -> Iterator[None]:
        """Set what is written within in *marks* as well; emphasis within emphasis is upright."""
        before = self.marks
        upright = before & {*marks} & {"emphasis"}
        self.marks = (before | {*marks}) - upright
        yield
        self.marks = before

    def note_anchors(self, node: nodes.Element) -> None:
        """Give the anchors of a node to the paragraph that is open, or the next one."""
        docname = node.get("docname", self.docname)
        ids: list[str] = node.get("ids", [])
        found = [f"{docname}#{id_}" for id_ in ids]
        if self.block:
            self.block.anchors += found
        else:
            self.waiting += found
