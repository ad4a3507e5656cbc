"""Lines that say nothing without what follows them: "Reviewer for:"."""

from __future__ import annotations

from docutils import nodes

from sphinx_cv.document.nodes import cv_group


def leads(line: nodes.Element) -> bool:
    """Whether a line only leads to what is below: in bold, or with a colon at the end."""
    if isinstance(line, nodes.rubric) or line.astext().rstrip().endswith((":", "\uff1a")):
        return not isinstance(line, cv_group)
    words = [part for part in line if part.astext().strip()]
    return bool(words) and all(isinstance(part, nodes.strong) for part in words)
