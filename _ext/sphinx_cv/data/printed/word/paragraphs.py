"""Writes paragraphs, tables and pictures into the Word file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Emu

from sphinx_cv.data.printed.blocks import Block, Run
from sphinx_cv.data.values import fit
from sphinx_cv.model.languages import starts_left_to_right

from .styles import LINK, OURS, element, indent, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from sphinx_cv.data.printed.blocks import Flow, Table

_DEEPEST = 3
_CODE = "Consolas"


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
        self._width = text_width(document)
        self._is_rtl = document.styles["Normal"].element.find(f".//{qn('w:bidi')}") is not None
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
        self._layout(paragraph, block)
        self._bookmark(paragraph, block.anchors)
        if block.label and block.style != "bullet":
            paragraph.add_run(f"{fit(block.label)}\t")
        self.write_runs(paragraph, block.runs)
        if block.links:
            paragraph.add_run(" ")
            self.write_runs(paragraph, block.links)
        if block.date:
            # It stays on one line.
            paragraph.add_run("\t" + fit(block.date).replace(" ", "\N{NO-BREAK SPACE}"))

    def _new(self, style: str) -> Paragraph:
        """Add a paragraph; python-docx would look through all styles for each."""
        paragraph = self._document.add_paragraph()
        paragraph._p.style = self._ids[style]  # noqa: SLF001
        return paragraph

    def _layout(self, paragraph: Paragraph, block: Block) -> None:
        layout = paragraph.paragraph_format
        if self._is_rtl and block.style == "publication" and starts_left_to_right(block.text):
            # A reference in Latin letters stands at the left, with its number.
            paragraph._p.get_or_add_pPr().append(element("bidi", val=0))  # noqa: SLF001
        if block.style == "entry" and not block.kept:
            layout.keep_with_next = False
        # Items of a list are one deep by their style.
        is_item = block.style in ("bullet", "number")
        deep = block.level - is_item
        if deep > 0 and block.style not in ("heading", "name"):
            layout.left_indent = indent(deep) + (indent(1) if is_item else 0)

    def write_runs(self, paragraph: Paragraph, runs: Iterable[Run]) -> None:
        """Write runs into a paragraph."""
        for run in runs:
            name = self._names.get(run.anchor) or self._by_id.get(run.anchor.partition("#")[2], "")
            made = paragraph.add_run(fit(run.text))
            _set_marks(made, run)
            if run.url:
                self._link(paragraph, made, url=fit(run.url))
            elif name and run.anchor:
                self._link(paragraph, made, bookmark=name)

    def _bookmark(self, paragraph: Paragraph, anchors: Iterable[str]) -> None:
        for anchor in anchors:
            self._marked += 1
            start = element("bookmarkStart", id=self._marked, name=self._names[anchor])
            paragraph._p.append(start)  # noqa: SLF001 - python-docx has no call for it
            paragraph._p.append(element("bookmarkEnd", id=self._marked))  # noqa: SLF001

    def _table(self, table: Table) -> None:
        columns = max(map(len, table.rows))
        made = self._document.add_table(len(table.rows), columns, style="Table Grid")
        for at, row in enumerate(table.rows):
            for place, runs in enumerate(row):
                self.write_runs(made.cell(at, place).paragraphs[0], runs)
            if at < table.head:
                # Repeated where the table goes on.
                made.rows[at]._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001

    def _picture(self, block: Block) -> None:
        path = self._folder / block.label
        paragraph = self._new(OURS["picture"])
        self._bookmark(paragraph, block.anchors)
        try:
            shape = paragraph.add_run().add_picture(str(path))
        except Exception:  # noqa: BLE001 - python-docx raises whatever it stumbles over
            # A drawing, or a broken file: Word shows its text.
            self.write_runs(paragraph, block.runs)
            return
        shape._inline.docPr.set("descr", fit(block.text))  # noqa: SLF001
        if shape.width > self._width:
            shape.height = Emu(shape.height * self._width // shape.width)
            shape.width = self._width

    def _link(self, paragraph: Paragraph, made: Any, *, url: str = "", bookmark: str = "") -> None:
        """Put the last run of a paragraph into a link."""
        link = element("hyperlink", anchor=bookmark) if bookmark else element("hyperlink")
        if url:
            id_ = paragraph.part.relate_to(
                _escaped(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            link.set(f"{{{_RELATIONS}}}id", id_)
        made._r.style = self._ids[LINK]  # noqa: SLF001
        paragraph._p.remove(made._r)  # noqa: SLF001
        link.append(made._r)  # noqa: SLF001
        paragraph._p.append(link)  # noqa: SLF001


def _set_marks(made: Any, run: Run) -> None:
    made.bold = True if "strong" in run.marks else None
    made.italic = True if "emphasis" in run.marks else None
    made.font.superscript = True if "superscript" in run.marks else None
    made.font.subscript = True if "subscript" in run.marks else None
    if "code" in run.marks:
        made.font.name = _CODE
    if any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in run.text):
        made.font.rtl = True


_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _escaped(url: str) -> str:
    """Return an address without what Word refuses in one."""
    return re.sub(r"[\s<>\"{}|\\^`]", lambda sign: f"%{ord(sign[0]):02X}", url)
