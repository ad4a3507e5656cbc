"""Writes paragraphs, tables and pictures into the Word file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Emu

from sphinx_cv.data.printed.blocks import Block
from sphinx_cv.data.values import fit
from sphinx_cv.model.languages import starts_left_to_right

from .runs import run_element
from .styles import LINK, OURS, TABLE, element, indent, is_from_the_right, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from docx.document import Document

    from sphinx_cv.data.printed.blocks import Flow, Run, Table

_DEEPEST = 3


class Writer:
    """Writes a flow into a document; a link to what is not printed is plain text."""

    def __init__(self, document: Document, flow: Flow, folder: Path) -> None:
        self._document = document
        self._folder = folder
        found = [anchor for part in flow if isinstance(part, Block) for anchor in part.anchors]
        # Word has short names of letters and digits.
        self._names = {anchor: f"cv{number}" for number, anchor in enumerate(found, 1)}
        self._by_id = {anchor.partition("#")[2]: name for anchor, name in self._names.items()}
        self._marked = 0
        self._addresses: dict[str, str] = {}
        self._width = text_width(document)
        # What is said of the pages ends the text.
        self._end = document.element.body[-1]
        self._rtl = is_from_the_right(document)
        self._ids = {style.name: style.style_id for style in document.styles}

    def write(self, part: Block | Table) -> None:
        """Write a paragraph or a table."""
        if not isinstance(part, Block):
            self._table(part)
        elif part.style == "picture":
            self._picture(part)
        else:
            self._paragraph(part)

    def _paragraph(self, block: Block) -> None:
        if block.style == "heading":
            name = f"Heading {min(block.level, _DEEPEST)}"
        else:
            name = OURS[block.style]
        paragraph = self._new(name)
        self._lay_out(paragraph.pPr, block)
        self._bookmark(paragraph, block.anchors)
        if block.label and block.style != "bullet":
            paragraph.append(self._run(f"{block.label}\t"))
        self._write_runs(paragraph, block.runs)
        if block.links:
            paragraph.append(self._run(" "))
            self._write_runs(paragraph, block.links)
        if block.date:
            # It stays on one line.
            paragraph.append(self._run("\t" + block.date.replace(" ", "\N{NO-BREAK SPACE}")))

    def _new(self, style: str) -> Any:
        """Add a paragraph; python-docx would look through all styles for each."""
        paragraph, properties = element("p"), element("pPr")
        properties.append(element("pStyle", val=self._ids[style]))
        paragraph.append(properties)
        self._end.addprevious(paragraph)
        return paragraph

    def _lay_out(self, properties: Any, block: Block) -> None:
        """Write properties in the order that the format asks for."""
        if block.style == "entry" and not block.kept:
            properties.append(element("keepNext", val=0))
        if self._rtl and block.style == "publication" and starts_left_to_right(block.text):
            # A reference in Latin letters stands at the left, with its number.
            properties.append(element("bidi", val=0))
        # Items of a list are one deep by their style.
        is_item = block.style in ("bullet", "number")
        deep = block.level - is_item
        if deep > 0 and block.style not in ("heading", "name"):
            left = indent(deep) + (indent(1) if is_item else 0)
            properties.append(element("ind", left=Emu(left).twips))

    def _run(self, text: str, run: Run | None = None, style: str = "") -> Any:
        return run_element(text, run.marks if run else (), style=style, rtl=self._rtl)

    def _write_runs(self, paragraph: Any, runs: Iterable[Run]) -> None:
        """Write runs into a paragraph."""
        for run in runs:
            name = self._names.get(run.anchor) or self._by_id.get(run.anchor.partition("#")[2], "")
            if run.url or (name and run.anchor):
                link = element("hyperlink") if run.url else element("hyperlink", anchor=name)
                if run.url:
                    link.set(qn("r:id"), self._relation(fit(run.url)))
                link.append(self._run(run.text, run, self._ids[LINK]))
                paragraph.append(link)
            else:
                paragraph.append(self._run(run.text, run))

    def _relation(self, url: str) -> str:
        """Return what names an address in the document."""
        if url not in self._addresses:
            # Numbered here: python-docx would look through all of them for each.
            name = self._addresses[url] = f"cv{len(self._addresses) + 1}"
            self._document.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, _escaped(url), name, is_external=True
            )
        return self._addresses[url]

    def _bookmark(self, paragraph: Any, anchors: Iterable[str]) -> None:
        for anchor in anchors:
            self._marked += 1
            paragraph.append(element("bookmarkStart", id=self._marked, name=self._names[anchor]))
            paragraph.append(element("bookmarkEnd", id=self._marked))

    def _table(self, table: Table) -> None:
        columns = max(map(len, table.rows))
        made = self._document.add_table(len(table.rows), columns, style=TABLE)
        if self._rtl:
            # The first column is at the right.
            made._tblPr.insert_element_before(element("bidiVisual"), *_AFTER_DIRECTION)  # noqa: SLF001
        for at, (row, made_row) in enumerate(zip(table.rows, made.rows, strict=True)):
            for runs, cell in zip(row, made_row.cells, strict=False):
                self._write_runs(cell.paragraphs[0]._p, runs)  # noqa: SLF001
            if at < table.head:
                # Repeated where the table goes on.
                made_row._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001

    def _picture(self, block: Block) -> None:
        path = self._folder / block.label
        paragraph = self._document.add_paragraph(style=OURS["picture"])
        self._bookmark(paragraph._p, block.anchors)  # noqa: SLF001
        try:
            shape = paragraph.add_run().add_picture(str(path))
        except Exception:  # noqa: BLE001 - python-docx raises whatever it stumbles over
            # A drawing, or a broken file: Word shows its text.
            self._write_runs(paragraph._p, block.runs)  # noqa: SLF001
            return
        shape._inline.docPr.set("descr", fit(block.text))  # noqa: SLF001
        if shape.width > self._width:
            shape.height = Emu(shape.height * self._width // shape.width)
            shape.width = self._width


# The properties of a table that follow its direction.
_AFTER_DIRECTION = (
    *("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblCellSpacing"),
    *("w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
)


def _escaped(url: str) -> str:
    """Return an address without what Word refuses in one."""
    return re.sub(r"[\s<>\"{}|\\^`]", lambda sign: f"%{ord(sign[0]):02X}", url)
