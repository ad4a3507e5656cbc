"""What a node stands in, from the inside out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes

Kind = TypeVar("Kind", bound="nodes.Element")


def above(node: nodes.Node) -> Iterator[nodes.Element]:
    """Yield the elements that *node* stands in, the innermost first."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def enclosing(node: nodes.Node, *kinds: type[Kind]) -> Kind | None:
    """Return the innermost element of these *kinds* that *node* stands in, None for none."""
    return next((each for each in above(node) if isinstance(each, kinds)), None)
