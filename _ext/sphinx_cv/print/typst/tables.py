"""Tables for print: header rows repeated on every page, cells that span rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from .writer import TypstWriter

_ALIGNMENTS = {"text-left": "start", "text-center": "center", "text-right": "end"}


def write_table(writer: TypstWriter, node: nodes.Element) -> None:
    """Write a call of ``datatable`` to the writer's body."""
    stubs = [bool(spec.get("stub")) for spec in node.findall(nodes.colspec)]
    heads = [row for part in node.findall(nodes.thead) for row in _rows(part)]
    bodies = [row for part in node.findall(nodes.tbody) for row in _rows(part)]
    writer.body.append(f"#datatable({len(stubs)}, ")
    if heads:
        writer.body.append("table.header(")
        for row in heads:
            _write_row(writer, row, [True] * len(stubs))
        writer.body.append("), ")
    for row in bodies:
        _write_row(writer, row, stubs)
    writer.body.append(")\n")


def _rows(part: nodes.Element) -> list[nodes.row]:
    return [row for row in part if isinstance(row, nodes.row)]


def _write_row(writer: TypstWriter, row: nodes.Element, stubs: list[bool]) -> None:
    cells = [cell for cell in row if isinstance(cell, nodes.entry)]
    for place, cell in enumerate(cells):
        columns, rows = int(cell.get("morecols", 0)) + 1, int(cell.get("morerows", 0)) + 1
        options = f"colspan: {columns}, rowspan: {rows}"
        for name in cell["classes"]:
            if name in _ALIGNMENTS:
                options += f", align: {_ALIGNMENTS[name]}"
        bold = place < len(stubs) and stubs[place]
        writer.body.append(f"table.cell({options})[{'#strong[' if bold else ''}")
        for child in cell.children:
            child.walkabout(writer)
        writer.body.append("]], " if bold else "], ")
