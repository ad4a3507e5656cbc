"""Tells why a project cannot be read at all, with the place in conf.py and without a traceback."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from .caret import Finding, locate
from .lines import read_lines

if TYPE_CHECKING:
    from pathlib import Path


class UnreadableError(SphinxError):
    """A page stops the reading of the project."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def unreadable(error: UnicodeDecodeError | RecursionError, page: Path) -> UnreadableError:
    """Return what *error*, raised while *page* was read, says of it."""
    if isinstance(error, RecursionError):
        message = "the page includes itself, or is nested too deeply"
        return UnreadableError(Finding(path=str(page), line=0, message=message))
    before = error.object[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
    return UnreadableError(
        Finding(
            path=str(page),
            line=before.count("\n") + 1,
            message="the page is not UTF-8: save it as UTF-8",
            column=len(before) - before.rfind("\n"),
            length=1,
        )
    )


def fatal(error: Exception, conf: Path) -> Finding:
    """Return what *error*, raised while *conf* was read, says of it."""
    if isinstance(error, UnreadableError):
        return error.finding
    cause = error.__cause__
    if isinstance(cause, SyntaxError):
        start, end = cause.offset or 1, cause.end_offset or 0
        one_line = cause.end_lineno in (None, cause.lineno)
        return Finding(
            path=str(cause.filename or conf),
            line=cause.lineno or 1,
            message=cause.msg,
            column=max(start, 1),
            length=max(end - start, 1) if one_line else 1,
        )
    frames = traceback.extract_tb(cause.__traceback__) if cause else []
    line = next((frame.lineno for frame in reversed(frames) if frame.filename == str(conf)), 0)
    if cause is None or not line:
        return Finding(path="", line=0, message=" ".join(str(error).split()))
    message = f"{type(cause).__name__}: {' '.join(str(cause).split())}"
    return locate(Finding(path=str(conf), line=line, message=message), read_lines(conf))
