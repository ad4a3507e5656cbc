"""Sets on the web what follows the venue in a reference, whose parts are lines there."""

from __future__ import annotations

from typing import TypeGuard

from docutils import nodes

from sphinx_cv.bibliography.reference.phrases import SEPARATOR
from sphinx_cv.bibliography.reference.remarks import AWARD
from sphinx_cv.bibliography.reference.style import AUTHORS, PEOPLE, SIGN, TITLE, VENUE
from sphinx_cv.document.nodes import cv_publication, cv_reference, cv_words

_LINES = {AUTHORS, TITLE, PEOPLE, VENUE}
REMARKS = "cv-remarks"


def set_end(place: cv_publication) -> None:
    """Let an award and a sign end the line before them, and all other remarks be one line."""
    _join_award(place)
    reference = next(place.findall(cv_reference))
    last = [node for node in reference if _has(node, *_LINES)][-1]
    end = reference.index(last) + 1
    rest = reference[end:]
    said = [at for at, node in enumerate(rest) if _is_remark(node)]
    if said:
        before, line = rest[: said[0]], rest[said[0] :]
        if isinstance(line[0], nodes.Text) and line[0].startswith(" "):
            before, line = [*before, nodes.Text(" ")], [nodes.Text(line[0][1:]), *line[1:]]
        reference[end:] = [*before, cv_words("", "", *line, classes=[REMARKS])]
    elif any(_has(node, SIGN) for node in rest):
        del reference[end:]
        last.extend(rest)


def _join_award(place: cv_publication) -> None:
    """Move an award into the venue that it follows: alone it would be a line of one label."""
    for award in [node for node in place.findall(cv_words) if _has(node, AWARD)]:
        text, end = award.parent, award.parent.index(award) + 1
        # Between sentences there are a sign and a space.
        before = text[max(end - 4, 0)]
        if _has(before, VENUE):
            moved = text[end - 3 : end]
            del text[end - 3 : end]
            before.extend(moved)


def _is_remark(node: nodes.Node) -> bool:
    return bool(node.astext().strip()) and not _has(node, SEPARATOR, SIGN)


def _has(node: nodes.Node, *classes: str) -> TypeGuard[cv_words]:
    return isinstance(node, cv_words) and not {*classes}.isdisjoint(node["classes"])
