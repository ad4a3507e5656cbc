"""LaTeX of our nodes outside of a CV project, where the macros of ``cv.sty`` are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils import nodes
    from sphinx.writers.latex import LaTeXTranslator

    Visitor = Callable[[LaTeXTranslator, nodes.Element], None]
    Visitors = Mapping[type[nodes.Element], tuple[Visitor, Visitor]]


def by_project(visitors: Visitors) -> dict[type[nodes.Element], tuple[Visitor, Visitor]]:
    """Return visitors that are *visitors* in a CV project, and those of the parent class else.

    That is what builders get to which a node says nothing of its own, such as ``text``.
    """
    return {
        node: (_either(visit, node, "visit"), _either(depart, node, "depart"))
        for node, (visit, depart) in visitors.items()
    }


def _either(ours: Visitor, kind: type[nodes.Element], step: str) -> Visitor:
    def visitor(self: LaTeXTranslator, node: nodes.Element) -> None:
        if self.config.cv_preset:
            ours(self, node)
            return
        names = (f"{step}_{parent.__name__}" for parent in kind.__mro__[1:])
        next(getattr(self, name) for name in names if hasattr(self, name))(node)

    return visitor
