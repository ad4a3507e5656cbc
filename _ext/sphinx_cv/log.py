"""Warnings: the type ``cv``, the one way to emit one, and the rules that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_cv.model.rule_list import RULES

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx

    from sphinx_cv.model.finding import Finding
    from sphinx_cv.model.rule_list import Rule

logger = logging.getLogger(__name__)

# Asks other extensions for their rules: each handler returns a ``Rule``.
RULES_EVENT = "cv-rules"


def setup(app: Sphinx) -> None:
    """Let other extensions add rules."""
    app.add_event(RULES_EVENT)


def rules_of(app: Sphinx) -> dict[str, Rule]:
    """Return the rules by name: ours, and those that other extensions add to this application."""
    others: list[Rule] = app.emit(RULES_EVENT)
    return RULES | {rule.name: rule for rule in others}


def warn(
    subtype: str, message: str, *args: object, location: str | tuple[str, int] | Node | None
) -> None:
    """Emit the Sphinx warning ``cv.<subtype>`` at *location*."""
    logger.warning(message, *args, type="cv", subtype=subtype, location=location)


def report(finding: Finding) -> None:
    """Emit a finding, whose place is a file, as a Sphinx warning; the log record carries it."""
    location = ":".join(filter(None, (finding.place, str(finding.line or ""))))
    logger.warning(
        "%s",
        finding.message,
        type=finding.type,
        subtype=finding.subtype,
        location=location or None,
        extra={"finding": finding},
    )
