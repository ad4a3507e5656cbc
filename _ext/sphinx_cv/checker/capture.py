"""Collects the warnings of a build as findings, by a handler of its log."""

from __future__ import annotations

import logging
import re
from io import StringIO
from typing import TYPE_CHECKING

from sphinx.util.console import strip_colors
from sphinx.util.logging import (
    NAMESPACE,
    SafeEncodingWriter,
    WarningStreamHandler,
    WarningSuppressor,
)

from sphinx_cv.model.finding import Finding

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# A file and a line; Sphinx adds what the line of a translation is.
_LOCATION = re.compile(r"(?P<path>(?:[A-Za-z]:)?[^:]*)(?::(?P<line>\d+))?(?::.*)?", re.DOTALL)
# What another finding tells better.
_ECHOES = (
    # MyST warns of the role with its place.
    re.compile(r"unknown (?:role|directive) name: "),
    # The footnote that is missing is named in another warning.
    re.compile(r"Too many autonumbered footnote references"),
)


class Capture(WarningStreamHandler):
    """Keeps each warning as a finding: ours, which the record carries, or what it says.

    A stream handler of warnings, as Sphinx holds those back while it reads and writes, and lets
    them see each warning once. It comes after Sphinx's own, which makes a text of the location.
    """

    def __init__(self) -> None:
        super().__init__(SafeEncodingWriter(StringIO()))
        self.findings: list[Finding] = []
        self.setLevel(logging.WARNING)

    def attach(self, app: Sphinx) -> None:
        """Collect the warnings of *app*, once its log is set up; a second call does nothing."""
        logger = logging.getLogger(NAMESPACE)
        if self not in logger.handlers:
            self.addFilter(WarningSuppressor(app))
            logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        finding = getattr(record, "finding", None) or finding_of(record)
        if not any(echo.match(finding.message) for echo in _ECHOES):
            self.findings.append(finding)


def finding_of(record: logging.LogRecord) -> Finding:
    """Return what a warning of Sphinx or another extension says."""
    match = _LOCATION.fullmatch(getattr(record, "location", None) or "")
    # Not the record's own, which adds the location.
    text = strip_colors(logging.LogRecord.getMessage(record))
    return Finding(
        type=getattr(record, "type", None) or "",
        subtype=getattr(record, "subtype", None) or "",
        message=" ".join(filter(None, map(str.strip, text.splitlines()))),
        place=match["path"] if match else "",
        line=int(match["line"] or 0) if match else 0,
    )
