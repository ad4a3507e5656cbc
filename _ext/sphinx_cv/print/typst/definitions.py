"""Definition lists, field lists and option lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .literals import fold, markup

if TYPE_CHECKING:
    from .writer import TypstWriter

_SAID = (nodes.definition, nodes.field_body, nodes.description)


def write_terms(writer: TypstWriter, node: nodes.Element) -> None:
    """Write a call of ``terms``; an item may have several terms, and be defined several times."""
    writer.body.append("\n\n#terms(")
    for item in node.findall(lambda part: part.parent is node):
        writer.open_line("terms.item[")
        for place, part in enumerate(_parts(item, said=False)):
            if place and isinstance(part, nodes.term):
                writer.open_line("#another-term")
            if isinstance(part, nodes.option_group):
                # Its own text has the signs between options and their arguments.
                writer.body.append(markup(fold(part.astext())))
            else:
                part.walkabout(writer)
        writer.body.append("][")
        for part in _parts(item, said=True):
            part.walkabout(writer)
        writer.body.append("],")
    writer.body.append(")\n")


def _parts(item: nodes.Node, *, said: bool) -> list[nodes.Node]:
    return [part for part in item.children if isinstance(part, _SAID) is said]
