"""The document that is printed, read into paragraphs.

The nodes are those of the print PDF: every list is filled, every reference resolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from pybtex.richtext import Tag
from sphinx.locale import admonitionlabels

from sphinx_cv.bibliography.tex.text import MATH, flat
from sphinx_cv.document import nodes as cv
from sphinx_cv.print.places import SCHEMES
from sphinx_cv.print.spaces import fold
from sphinx_cv.print.typst.node_markup import NAMED_ADMONITIONS, SKIPPED

from .blocks import Block, Run, Table
from .flow_writer import FlowWriter

if TYPE_CHECKING:
    from collections.abc import Callable

    from .blocks import Flow, Mark, Style

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
_WEB = (cv.cv_abstract, cv.cv_bibtex, cv.cv_filter, cv.cv_folded, cv.cv_download, cv.cv_preview)
_ELSEWHERE = (cv.cv_header, cv.cv_label, cv.cv_rest, cv.cv_web)
_LEFT_OUT = (*_WEB, *_ELSEWHERE, nodes.transition, nodes.raw, nodes.target)


def read_flow(document: nodes.document) -> Flow:
    """Return the paragraphs of a document."""
    reader = _Reader(str(document.get("docname", "")))
    reader.read(document)
    reader.close()
    return [part for part in reader.flow if isinstance(part, Table) or part.runs or part.label]


class _Reader(FlowWriter):
    """Walks over nodes."""

    def __init__(self, docname: str) -> None:
        super().__init__(docname)
        self._depth = 0
        # The label of the next paragraph, which is the first of a list's item.
        self._item: tuple[Style, str] | None = None

    # Nodes

    def read(self, node: nodes.Node) -> None:
        """Read a node by what it is, or by what it is derived from."""
        if isinstance(node, nodes.Text):
            self.write(node.astext())
            return
        if not isinstance(node, nodes.Element) or isinstance(node, _LEFT_OUT):
            return
        names = [cls.__name__ for cls in type(node).__mro__]
        self.note_anchors(node)
        for name in names:
            if method := getattr(self, f"_read_{name}", None):
                method(node)
                return
            if name in _MARKS:
                with self.marked(_MARKS[name]):
                    self._children(node)
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

    def _block(self, node: nodes.Element, style: Style) -> None:
        if self._item and style == "body":
            (style, label), self._item = self._item, None
            self.open(style, level=self.indent, label=label)
        else:
            self.open(style, level=self.indent)
        self._children(node)
        self.close()

    def _indented(self, node: nodes.Element) -> None:
        self.indent += 1
        self._children(node)
        self.indent -= 1

    # Documents and headings

    def _read_start_of_file(self, node: nodes.Element) -> None:
        outer, self.docname = self.docname, node["docname"]
        self.waiting.append(f"{self.docname}#")
        self._children(node)
        self.docname = outer

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
        self.open(style, level=self.indent, date="".join(dates), kept=bool(below))
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
            is_strong = leads and not isinstance(main.parent.parent, cv.cv_line)
            with self.marked(*(("strong",) if is_strong else ())):
                self.read(part)

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
        if self.block and isinstance(node.parent, cv.cv_publication):
            block = self.block
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
        if isinstance(node.parent, (cv.cv_links, cv.cv_related, cv.cv_legend)):
            self._children(node)

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
        with self.marked("superscript"):
            self.write(node.astext())

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
    _read_block_quote = _read_definition

    def _read_literal_block(self, node: nodes.Element) -> None:
        for line in node.astext().split("\n"):
            block = self.open("code", level=self.indent)
            block.runs.append(Run(text=line or " ", marks=frozenset(("code",))))
        self.block = None

    _read_doctest_block = _read_literal_block

    def _read_Admonition(self, node: nodes.Element) -> None:  # noqa: N802
        name = type(node).__name__
        if name in NAMED_ADMONITIONS:
            self.open("term", level=self.indent)
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
            reader = _Reader(self.docname)
            reader.read(entry)
            reader.close()
            texts = [block for block in reader.flow if isinstance(block, Block)]
            cells.append([run for block in texts for run in block.runs])
        return cells

    def _read_image(self, node: nodes.Element) -> None:
        if self.block is not None and self.block.runs:
            self.write(node.get("alt", ""))
            return
        block = self.open("picture", label=str(node.get("uri", "")))
        block.runs.append(Run(text=fold(node.get("alt") or " ")))
        self.close()

    def _read_math(self, node: nodes.Element) -> None:
        with self.marked("emphasis"):
            self.write(flat(Tag(MATH, node.astext())))

    def _read_math_block(self, node: nodes.Element) -> None:
        self.open("body", level=self.indent + 1)
        self._read_math(node)
        self.close()

    # Links

    def _read_reference(self, node: nodes.Element) -> None:
        before = self.target
        uri = str(node.get("refuri", ""))
        if uri.startswith(SCHEMES):
            self.target = {"url": uri}
        elif uri.startswith("%"):
            self.target = {"anchor": uri[1:] if "#" in uri else f"{uri[1:]}#"}
        elif node.get("refid"):
            self.target = {"anchor": f"{self.docname}#{node['refid']}"}
        self._children(node)
        self.target = before

    _read_number_reference = _read_reference
