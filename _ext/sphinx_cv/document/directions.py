"""What runs in the other direction than the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.model.languages import (
    is_left_to_right,
    is_right_to_left,
    starts_left_to_right,
)

from .nodes import cv_label, cv_publication, cv_reference

if TYPE_CHECKING:
    from docutils.nodes import Element


def is_latin(node: Element, language: str) -> bool:
    """Whether a node has letters of the other direction alone, as a journal with its year."""
    return is_right_to_left(language) and is_left_to_right(node.astext())


def is_turned(node: Element, language: str) -> bool:
    """Whether a node is a reference in Latin letters, or other such, in a CV in Hebrew or Arabic.

    It is set from left to right as a whole, with its number at the left.
    """
    if not (isinstance(node, cv_publication) and is_right_to_left(language)):
        return False
    texts = (
        text.astext()
        for reference in node.findall(cv_reference)
        for text in reference.findall(nodes.Text)
        if not isinstance(text.parent, cv_label)
    )
    return starts_left_to_right(" ".join(texts))
