"""Sets the lines of a reference on the web: what ends that of the title, and the last ones."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, TypeGuard

from docutils import nodes

from sphinx_cv.bibliography.reference.phrases import SEPARATOR
from sphinx_cv.bibliography.reference.remarks import AWARD
from sphinx_cv.bibliography.reference.style import AUTHORS, PEOPLE, SIGN, TITLE, VENUE
from sphinx_cv.document.nodes import cv_publication, cv_reference, cv_words

if TYPE_CHECKING:
    from collections.abc import Sequence

# A title with what follows it in its sentence: "*Mills* (3rd ed.)".
TITLED = "cv-titled"
_LINES = {AUTHORS, TITLE, TITLED, PEOPLE, VENUE}
REMARKS = "cv-remarks"


def set_title(place: cv_publication) -> None:
    """Let an edition, a series or a place end the line of the title."""
    reference = next(place.findall(cv_reference))
    at, title = next((at, node) for at, node in enumerate(reference) if _has(node, TITLE))
    behind = [*takewhile(lambda node: not _has(node, SEPARATOR, *_LINES), reference[at + 1 :])]
    if any(node.astext().strip() for node in behind):
        line = cv_words("", "", title, *behind, classes=[TITLED])
        reference[at : at + 1 + len(behind)] = [line]


def set_end(place: cv_publication) -> None:
    """Let an award and a sign end the line before them, and all other remarks be one line."""
    reference = next(place.findall(cv_reference))
    last = [node for node in reference if _has(node, *_LINES)][-1]
    at = reference.index(last) + 1
    rest, reference[at:] = reference[at:], []
    said = _first_remark(rest)
    if said < len(rest) and _has(rest[said], AWARD) and _has(last, VENUE):
        # Alone it would be a line of one label.
        last.extend(rest[: said + 1])
        rest = rest[said + 1 :]
        said = _first_remark(rest)
    if said < len(rest):
        before, line = rest[:said], rest[said:]
        if isinstance(line[0], nodes.Text) and line[0].startswith(" "):
            before, line = [*before, nodes.Text(" ")], [nodes.Text(line[0][1:]), *line[1:]]
        reference.extend([*before, cv_words("", "", *line, classes=[REMARKS])])
    elif any(_has(node, SIGN) for node in rest):
        last.extend(rest)
    else:
        reference.extend(rest)


def _first_remark(nodes_: Sequence[nodes.Node]) -> int:
    """Return the place of the first that is neither between sentences nor a sign."""
    return next((at for at, node in enumerate(nodes_) if _is_remark(node)), len(nodes_))


def _is_remark(node: nodes.Node) -> bool:
    return bool(node.astext().strip()) and not _has(node, SEPARATOR, SIGN)


def _has(node: nodes.Node, *classes: str) -> TypeGuard[cv_words]:
    return isinstance(node, cv_words) and not {*classes}.isdisjoint(node["classes"])
