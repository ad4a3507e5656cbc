"""Footnotes at the foot of a printed page: numbered through, without a line above them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.above import above
from sphinx_cv.document.nodes import cv_body, cv_talk


class NumberNotes(SphinxPostTransform):
    """Numbers the printed notes in the order in which they are first referred to.

    Each page of the website starts with 1, and ends with a line and its notes.
    """

    # Before Sphinx puts the notes where they are referred to.
    default_priority = 590
    builders = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Write the numbers to notes and references."""
        numbers: dict[tuple[str, str], str] = {}
        for reference in self.document.findall(nodes.footnote_reference):
            if _is_printed(reference) and "refid" in reference:
                name = (reference["docname"], reference["refid"])
                numbers.setdefault(name, str(len(numbers) + 1))
                reference[:] = [nodes.Text(numbers[name])]
        for note in self.document.findall(nodes.footnote):
            for id_ in note["ids"]:
                if number := numbers.get((note["docname"], id_)):
                    label = next(note.findall(nodes.label))
                    label[:] = [nodes.Text(number)]
        for line in list(self.document.findall(nodes.transition)):
            if "footnotes" in line["classes"]:
                line.parent.remove(line)


def _is_printed(node: nodes.Element) -> bool:
    """Whether *node* is outside a talk's abstract, which is for the web."""
    return not any(
        isinstance(each, cv_body) and isinstance(each.parent, cv_talk) for each in above(node)
    )
