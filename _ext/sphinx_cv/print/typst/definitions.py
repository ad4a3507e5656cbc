"""Definition lists, field lists and option lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.print.spaces import fold

from .literals import markup

if TYPE_CHECKING:
    from .writer import TypstWriter

_SAID = (nodes.definition, nodes.field_body, nodes.description)


def write_terms(writer: TypstWriter, node: nodes.Element) -> None:
    """Write a call of ``labelled``; an item has one term, and may be defined several times."""
    writer.body.append("\n\n#labelled(")
    for item in node.findall(lambda part: part.parent is node):
        writer.open_line("([")
        for part in _parts(item, said=False):
            if isinstance(part, nodes.option_group):
                # Its own text has the signs between options and their arguments.
                writer.body.append(markup(fold(part.astext())))
            else:
                part.walkabout(writer)
        writer.body.append("], [")
        _write_said([block for part in _parts(item, said=True) for block in part.children], writer)
        writer.body.append("]), ")
    writer.body.append(")\n")


def _write_said(blocks: list[nodes.Node], writer: TypstWriter) -> None:
    """Write the definition of a term: its first paragraph is set beside the term."""
    first = blocks[0] if blocks else None
    if isinstance(first, nodes.paragraph):
        del blocks[0]
        writer.note_anchors(first)
        writer.open_line("")
        for child in first.children:
            child.walkabout(writer)
    for block in blocks:
        block.walkabout(writer)


def _parts(item: nodes.Node, *, said: bool) -> list[nodes.Node]:
    return [part for part in item.children if isinstance(part, _SAID) is said]
