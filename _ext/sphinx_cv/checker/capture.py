"""Makes findings of the warnings of a build: placed in their file, and collected."""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import replace
from functools import cache, partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.console import strip_colors
from sphinx.util.logging import (
    NAMESPACE,
    SafeEncodingWriter,
    WarningStreamHandler,
    WarningSuppressor,
)

from sphinx_cv.model.directives import OURS
from sphinx_cv.model.finding import Finding
from sphinx_cv.source.catalogs import Catalog, catalogs_in
from sphinx_cv.source.line_corrections import line_corrections
from sphinx_cv.source.markdown import Page

from .locate import locate, locate_setting
from .translated import in_catalog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx.application import Sphinx
    from sphinx.config import Config

# A file and a line; Sphinx adds what the line of a translation is.
_LOCATION = re.compile(r"(?P<path>(?:[A-Za-z]:)?[^:]*)(?::(?P<line>\d+))?(?::.*)?", re.DOTALL)
# Stands in the place of what Sphinx reads in a translation.
_TRANSLATED = "<translated>"
# What another finding says better.
_ECHOES = (
    # MyST warns of the role with its place.
    re.compile(r"unknown (?:role|directive) name: "),
    # The first line of a block that looks like that of a directive.
    re.compile(rf"Pygments lexer name '(?:\{{|{OURS}')"),
    # The footnote that is missing is named in another warning.
    re.compile(r"Too many autonumbered footnote references"),
    # The guard of the output: the value, or the list, is found in its source as well.
    re.compile(r"\S+ would publish the private \"|\"private\" in cv_profile cannot be read: all"),
)


class Placing(logging.Filter):
    """Gives each warning about a file of the project the place of what it is about.

    Sphinx and MyST name the first line of a paragraph or a directive, some count a line too
    many. The record carries the finding on.
    """

    def __init__(self, conf: Path, catalogs: Callable[[], Sequence[Catalog]]) -> None:
        super().__init__()
        self._catalogs = cache(catalogs)
        self._conf = conf
        self._read = cache(Page.read)
        self._corrections = cache(lambda path: line_corrections(self._read(path)))
        self._equal: Counter[Finding] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every warning pass."""
        if not hasattr(record, "finding"):
            found = finding_of(record)
            if catalogs := self._catalogs():
                is_sure = _TRANSLATED in str(getattr(record, "location", None))
                found = in_catalog(found, self._read(found.place), catalogs, is_sure=is_sure)
            if not found.place:
                found = locate_setting(found, self._conf, self._read(str(self._conf)).lines)
            if found.column:
                record.location = f"{found.place}:{found.line}"
            elif found.place.endswith((".md", ".bib")) and self._read(found.place).lines:
                told = replace(found, line=self._meant(found))
                found = locate(told, self._read(told.place), self._equal[told])
                self._equal[told] += 1
                record.location = f"{found.place}:{found.line}"
            record.finding = found
        return True

    def _meant(self, found: Finding) -> int:
        if found.place.endswith(".md"):
            return self._corrections(found.place).get(found.line, found.line)
        return found.line


def place_warnings(app: Sphinx, config: Config) -> None:
    """Let the warnings of this build name the lines that they are about (``config-inited``)."""
    for handler in logging.getLogger(NAMESPACE).handlers:
        if type(handler) is WarningStreamHandler:
            handler.addFilter(Placing(Path(app.confdir, "conf.py"), partial(_catalogs, app)))


def _catalogs(app: Sphinx) -> list[Catalog]:
    """Return the author's translations into the language of the build."""
    language = app.config.language
    folders = map(Path, app.config.cv_catalogs)
    paths = [path for folder in folders for path in catalogs_in(folder, language)]
    return [Catalog.read(path, language) for path in paths]


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
