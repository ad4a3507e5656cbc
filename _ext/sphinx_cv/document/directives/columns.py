"""``cv-columns``: blocks beside each other, such as referees, on the website and in print."""

from __future__ import annotations

from docutils import nodes

from sphinx_cv.document.nodes import cv_column, cv_columns

from .base import CvDirective

COUNTS = ("2", "3")


class ColumnsDirective(CvDirective):
    """``cv-columns``: two columns, or as many as its argument says, filled row by row."""

    def run(self) -> list[nodes.Node]:
        """Return the columns: a cell for each block, or for each item of a single list."""
        options = self.read_options()
        count = self.arguments[0].strip() if self.arguments else COUNTS[0]
        if count not in COUNTS:
            message = f'cv-columns has 2 or 3 columns, not "{count}": write ```{{cv-columns}} 2'
            options.problem("option", message)
            count = COUNTS[0]
        self.report(options)
        cells = [cv_column("", *cell) for cell in _cells(self.parse_content_to_nodes())]
        if not cells:
            return []
        columns = cv_columns("", *cells, count=int(count))
        self.set_source_info(columns)
        return [columns]


def _cells(blocks: list[nodes.Node]) -> list[list[nodes.Node]]:
    """Return the content of each cell."""
    shown = [block for block in blocks if not isinstance(block, nodes.comment)]
    match shown:
        case [nodes.bullet_list() as single]:
            return [item.children for item in single if isinstance(item, nodes.list_item)]
        case [nodes.definition_list() as single]:
            return [[nodes.definition_list("", item)] for item in [*single]]
    return [[block] for block in shown]
