"""Tables for print: a head that every page repeats, and cells that span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from .translator import TypstTranslator

_ALIGNMENTS = {"text-left": "start", "text-center": "center", "text-right": "end"}


def write_table(translator: TypstTranslator, node: nodes.Element) -> None:
    """Write a call of ``datatable`` to the translator's body."""
    stubs = [bool(spec.get("stub")) for spec in node.findall(nodes.colspec)]
    heads = [row for part in node.findall(nodes.thead) for row in _rows(part)]
    bodies = [row for part in node.findall(nodes.tbody) for row in _rows(part)]
    translator.body.append(f"#datatable({len(stubs)}, ")
    if heads:
        translator.body.append("table.header(")
        for row in heads:
            _write_row(translator, row, [True] * len(stubs))
        translator.body.append("), ")
    for row in bodies:
        _write_row(translator, row, stubs)
    translator.body.append(")\n")


def _rows(part: nodes.Element) -> list[nodes.row]:
    return [row for row in part if isinstance(row, nodes.row)]


def _write_row(translator: TypstTranslator, row: nodes.Element, stubs: list[bool]) -> None:
    cells = [cell for cell in row if isinstance(cell, nodes.entry)]
    for place, cell in enumerate(cells):
        columns, rows = int(cell.get("morecols", 0)) + 1, int(cell.get("morerows", 0)) + 1
        options = f"colspan: {columns}, rowspan: {rows}"
        for name in cell["classes"]:
            if name in _ALIGNMENTS:
                options += f", align: {_ALIGNMENTS[name]}"
        bold = place < len(stubs) and stubs[place]
        translator.body.append(f"table.cell({options})[{'#strong[' if bold else ''}")
        for child in cell.children:
            child.walkabout(translator)
        translator.body.append("]], " if bold else "], ")
