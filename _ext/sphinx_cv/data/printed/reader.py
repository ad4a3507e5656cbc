"""The document that is printed, read into paragraphs.

The nodes are those of the print PDF: every list is filled, every reference resolved.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docutils import nodes
from pybtex.richtext import Tag
from sphinx.locale import admonitionlabels

from sphinx_cv.bibliography.text import MATH, flat
from sphinx_cv.document import nodes as cv
from sphinx_cv.print.typst.node_markup import NAMED_ADMONITIONS, SKIPPED

from .blocks import Block, Run, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from .blocks import Flow, Mark, Style

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_SCHEMES = ("http://", "https://", "mailto:")
_MARKS: dict[str, Mark] = {
    **dict.fromkeys(("emphasis", "literal_emphasis", "title_reference", "manpage"), "emphasis"),
    **dict.fromkeys(("strong", "literal_strong", "cv_owner", "classifier"), "strong"),
    "literal": "code",
    "superscript": "superscript",
    "subscript": "subscript",
}
# What is a paragraph of its own, and in which style.
_BLOCKS: dict[str, Style] = {
    **dict.fromkeys(("paragraph", "line", "caption", "attribution", "centered"), "body"),
    **dict.fromkeys(("rubric", "cv_group"), "subhead"),
    **dict.fromkeys(("term", "field_name"), "term"),
    **dict.fromkeys(("cv_subline", "cv_details"), "place"),
    "cv_legend": "note",
}
# What is for the website, or printed elsewhere.
_LEFT_OUT = (
    *(cv.cv_header, cv.cv_label, cv.cv_rest, cv.cv_abstract, cv.cv_bibtex, cv.cv_filter),
    *(cv.cv_download, cv.cv_web, nodes.transition, nodes.raw, nodes.target),
)


def read_flow(document: nodes.document) -> Flow:
    """Return the paragraphs of a document."""
    reader = _Reader(str(document.get("docname", "")))
    reader.read(document)
    reader.close()
    return [part for part in reader.flow if isinstance(part, Table) or part.runs or part.label]


class _Reader:
    """Walks over nodes; text goes to the paragraph that is open."""

    def __init__(self, docname: str) -> None:
        self.flow: Flow = []
        self._docname = docname
        self._open: Block | None = None
        self._marks: frozenset[Mark] = frozenset()
        self._target: dict[str, str] = {}
        # Anchors wait for the next paragraph.
        self._waiting: list[str] = []
        self._depth = 0
        self._indent = 0
        # The label of the next paragraph, which is the first of a list's item.
        self._item: tuple[Style, str] | None = None

    # Paragraphs and text

    def open(self, style: Style, **facts: Any) -> Block:
        """Begin a paragraph."""
        self.close()
        self._open = Block(style=style, anchors=self._waiting, **facts)
        self._waiting = []
        self.flow.append(self._open)
        return self._open

    def close(self) -> None:
        """End the paragraph that is open, without the space at its end."""
        if self._open and self._open.runs:
            last = self._open.runs[-1]
            self._open.runs[-1] = replace(last, text=last.text.rstrip(" "))
        self._open = None

    def write(self, text: str) -> None:
        """Write text into the paragraph that is open, or into one of its own."""
        text = _SPACES.sub(" ", text)
        block = self._open
        if block is None:
            if not text.strip():
                return
            block = self.open("body", level=self._indent)
        if not block.runs or block.runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        run = Run(text=text, marks=self._marks, **self._target)
        last = block.runs[-1] if block.runs else None
        if last and (last.marks, last.url, last.anchor) == (run.marks, run.url, run.anchor):
            block.runs[-1] = replace(last, text=last.text + text)
        else:
            block.runs.append(run)

    # Nodes

    def read(self, node: nodes.Node) -> None:
        """Read a node by what it is, or by what it is derived from."""
        if isinstance(node, nodes.Text):
            self.write(node.astext())
            return
        if not isinstance(node, nodes.Element) or isinstance(node, _LEFT_OUT):
            return
        names = [cls.__name__ for cls in type(node).__mro__]
        self._note_anchors(node)
        for name in names:
            if method := getattr(self, f"_read_{name}", None):
                method(node)
                return
            if name in _MARKS:
                self._marked(node, _MARKS[name])
                return
            if name in _BLOCKS:
                self._block(node, _BLOCKS[name])
                return
            if name in SKIPPED:
                return
        self._children(node)

    def _children(self, node: nodes.Element) -> None:
        for child in node.children:
            self.read(child)

    def _note_anchors(self, node: nodes.Element) -> None:
        docname = node.get("docname", self._docname)
        ids: list[str] = node.get("ids", [])
        found = [f"{docname}#{id_}" for id_ in ids]
        if self._open:
            self._open.anchors += found
        else:
            self._waiting += found

    def _marked(self, node: nodes.Element, mark: Mark) -> None:
        before = self._marks
        # Emphasis within emphasis stands upright.
        self._marks = before ^ {mark} if mark == "emphasis" else before | {mark}
        self._children(node)
        self._marks = before

    def _block(self, node: nodes.Element, style: Style) -> None:
        if self._item and style == "body":
            (style, label), self._item = self._item, None
            self.open(style, level=self._indent, label=label)
        else:
            self.open(style, level=self._indent)
        self._children(node)
        self.close()

    def _indented(self, node: nodes.Element) -> None:
        self._indent += 1
        self._children(node)
        self._indent -= 1

    # Documents and headings

    def _read_start_of_file(self, node: nodes.Element) -> None:
        outer, self._docname = self._docname, node["docname"]
        self._waiting.append(f"{self._docname}#")
        self._children(node)
        self._docname = outer

    def _read_section(self, node: nodes.Element) -> None:
        deeper = not node.get("untitled", False)
        self._depth += deeper
        self._children(node)
        self._depth -= deeper

    def _read_title(self, node: nodes.Element) -> None:
        if node.parent.get("untitled") or not node.astext().strip():
            return
        if isinstance(node.parent, nodes.section):
            self.open("heading", level=max(1, self._depth), kept=True)
            self._children(node)
            self.close()
        else:
            self._block(node, "term")

    # Entries and talks

    def _read_cv_headline(self, node: nodes.Element) -> None:
        item = node.parent
        style: Style = "line" if isinstance(item, cv.cv_line) else "entry"
        dates = [part.astext() for part in node.findall(cv.cv_date)]
        below = [part for part in item if part is not node and part.astext().strip()]
        self.open(style, level=self._indent, date="".join(dates), kept=bool(below))
        for main in node.findall(cv.cv_main):
            self._line(main, is_parted=any(isinstance(part, cv.cv_lead) for part in main))
        self.close()

    def _line(self, main: nodes.Element, *, is_parted: bool) -> None:
        """Write a first line: what leads it is strong."""
        for part in main.children:
            glue = part.get("glue", "") if isinstance(part, nodes.Element) else ""
            if glue and part.astext().strip():
                self.write(glue)
            leads = not is_parted or isinstance(part, cv.cv_lead)
            before = self._marks
            if leads and not isinstance(main.parent.parent, cv.cv_line):
                self._marks = before | {"strong"}
            self.read(part)
            self._marks = before

    def _read_cv_body(self, node: nodes.Element) -> None:
        # The abstract of a talk is for the web.
        if isinstance(node.parent, cv.cv_talk):
            return
        if node.get("note"):
            self._block(node, "body")
        else:
            self._children(node)

    def _read_cv_links(self, node: nodes.Element) -> None:
        if not node.get("print") or all(isinstance(part, cv.cv_web) for part in node):
            return
        if self._open and isinstance(node.parent, cv.cv_publication):
            block = self._open
            text, block.runs = block.runs, []
            self._children(node)
            block.links, block.runs = block.runs, text
        else:
            self._block(node, "place")

    def _read_cv_related(self, node: nodes.Element) -> None:
        if node.get("print"):
            in_list = isinstance(node.parent, cv.cv_publication)
            self._block(node, "tied" if in_list else "place")

    def _read_cv_separator(self, node: nodes.Element) -> None:
        if isinstance(node.parent, (cv.cv_links, cv.cv_related)):
            self.write(" · ")

    # Publications and notes

    def _read_cv_publication(self, node: nodes.Element) -> None:
        self.open("publication", label=node["label"])
        self._children(node)
        self.close()

    def _read_cv_reference(self, node: nodes.Element) -> None:
        self._children(node)

    def _read_footnote(self, node: nodes.Element) -> None:
        label = next((part.astext() for part in node.findall(nodes.label)), "")
        self._item = ("note", f"[{label}]")
        self._children(node)
        self._item = None

    _read_citation = _read_footnote

    def _read_footnote_reference(self, node: nodes.Element) -> None:
        self._marks, before = self._marks | {"superscript"}, self._marks
        self.write(node.astext())
        self._marks = before

    # Lists

    def _read_bullet_list(self, node: nodes.Element) -> None:
        self._list(node, "bullet", lambda _number: "•")

    def _read_enumerated_list(self, node: nodes.Element) -> None:
        first = int(node.get("start", 1))
        self._list(node, "number", lambda number: f"{first + number}.")

    def _list(self, node: nodes.Element, style: Style, label: Callable[[int], str]) -> None:
        for number, item in enumerate(node.children):
            self._item = (style, label(number))
            if isinstance(item, nodes.Element):
                self._indented(item)
        self._item = None

    def _read_definition(self, node: nodes.Element) -> None:
        self._indented(node)

    _read_field_body = _read_definition

    def _read_block_quote(self, node: nodes.Element) -> None:
        self._indented(node)

    def _read_literal_block(self, node: nodes.Element) -> None:
        for line in node.astext().split("\n"):
            block = self.open("code", level=self._indent)
            block.runs.append(Run(text=line or " ", marks=frozenset(("code",))))
        self._open = None

    _read_doctest_block = _read_literal_block

    def _read_Admonition(self, node: nodes.Element) -> None:  # noqa: N802
        name = type(node).__name__
        if name in NAMED_ADMONITIONS:
            self.open("term", level=self._indent)
            self.write(str(admonitionlabels[name]))
            self.close()
        self._children(node)

    # Tables, pictures, formulas

    def _read_table(self, node: nodes.Element) -> None:
        for title in node.findall(nodes.title):
            self._block(title, "term")
        self.close()
        rows = [self._row(row) for row in node.findall(nodes.row)]
        head = sum(len(part) for part in node.findall(nodes.thead))
        if rows:
            self.flow.append(Table(rows=rows, head=head))

    def _row(self, row: nodes.Element) -> list[list[Run]]:
        cells = []
        for entry in row.findall(nodes.entry):
            reader = _Reader(self._docname)
            reader.read(entry)
            reader.close()
            texts = [block for block in reader.flow if isinstance(block, Block)]
            cells.append([run for block in texts for run in block.runs])
        return cells

    def _read_image(self, node: nodes.Element) -> None:
        if self._open is not None and self._open.runs:
            self.write(node.get("alt", ""))
            return
        block = self.open("picture", label=str(node.get("uri", "")))
        block.runs.append(Run(text=_SPACES.sub(" ", node.get("alt") or " ")))
        self.close()

    def _read_math(self, node: nodes.Element) -> None:
        self._marks, before = self._marks | {"emphasis"}, self._marks
        self.write(flat(Tag(MATH, node.astext())))
        self._marks = before

    def _read_math_block(self, node: nodes.Element) -> None:
        self.open("body", level=self._indent + 1)
        self._read_math(node)
        self.close()

    # Links

    def _read_reference(self, node: nodes.Element) -> None:
        before = self._target
        uri = str(node.get("refuri", ""))
        if uri.startswith(_SCHEMES):
            self._target = {"url": uri}
        elif uri.startswith("%"):
            self._target = {"anchor": uri[1:] if "#" in uri else f"{uri[1:]}#"}
        elif node.get("refid"):
            self._target = {"anchor": f"{self._docname}#{node['refid']}"}
        self._children(node)
        self._target = before

    _read_number_reference = _read_reference
