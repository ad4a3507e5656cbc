"""Tables, left-aligned and with the alignment of their columns, as in the other PDF."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import tabular_col_spec
from sphinx.transforms.post_transforms import SphinxPostTransform

# The columns of tabulary, by the classes that MyST gives to cells.
_COLUMNS = {"text-left": "L", "text-center": "C", "text-right": "R"}
# Sphinx's LaTeX continues tables with more rows on the next page.
LONG = 30


class AlignTables(SphinxPostTransform):
    """Gives Sphinx's LaTeX the alignments that it ignores."""

    default_priority = 800
    builders = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Set the place of each table, and the form of its columns."""
        for table in list(self.document.findall(nodes.table)):
            if table.get("align", "default") == "default":
                table["align"] = "left"
            # MyST's tables alone have alignments, and these have no cell that spans.
            rows = list(table.findall(nodes.row))
            columns = [
                _COLUMNS.get(" ".join(cell["classes"]), "T")
                for cell in rows[0].findall(nodes.entry)
            ]
            # Longer ones are set by a package that does not know these columns.
            is_long = len(rows) > LONG or "longtable" in table["classes"]
            if set(columns) != {"T"} and not is_long and table.parent:
                place = table.parent.index(table)
                table.parent.insert(place, tabular_col_spec(spec="".join(columns)))
