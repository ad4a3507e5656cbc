"""Warnings: the type ``cv``, the ways to emit one, to end a build, and the rules that there are."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError
from sphinx.util import logging

from sphinx_cv.model.rule_list import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn

    from docutils.nodes import Node
    from sphinx.application import Sphinx

    from sphinx_cv.model.finding import Finding
    from sphinx_cv.model.rule_list import Rule

logger = logging.getLogger(__name__)

# Asks other extensions for their rules: each handler returns a ``Rule``.
RULES_EVENT = "cv-rules"


class UnreadableError(SphinxError):
    """Faults that keep the project from being read."""

    category = "The project cannot be read"

    def __init__(self, *findings: Finding) -> None:
        lines = (": ".join(filter(None, (_place(each), each.message))) for each in findings)
        super().__init__("\n".join(lines))
        self.findings = findings


class Stop(SystemExit):
    """Ends a build that has said why; of any error Sphinx shows a page of its own workings."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(2)
        self.findings = findings


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
    logger.warning(
        "%s",
        finding.message,
        type=finding.type,
        subtype=finding.subtype,
        location=_place(finding) or None,
        extra={"finding": finding},
    )


def stop(*findings: Finding) -> NoReturn:
    """End the build with one line for each finding."""
    for finding in findings:
        where = _place(finding) or None
        logger.error("%s", finding.message, location=where, extra={"finding": finding})
    raise Stop(*findings)


@contextmanager
def stopping_as_error() -> Iterator[None]:
    """Let a build that is a part of a command raise UnreadableError where it would end."""
    try:
        yield
    except Stop as end:
        raise UnreadableError(*end.findings) from None


def _place(finding: Finding) -> str:
    return ":".join(filter(None, (finding.place, str(finding.line or ""))))
