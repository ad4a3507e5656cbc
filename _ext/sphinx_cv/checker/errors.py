"""Tells why a project cannot be read at all, with the place in conf.py and without a traceback."""

from __future__ import annotations

import re
import traceback
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError, SphinxError

from sphinx_cv.source.lines import read_lines

from .diagnostic import Finding, in_conf, locate

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


def misset(error: Exception, told: list[Finding], conf: Path) -> SphinxError:
    """Return what *error*, raised for a setting in *conf* that Sphinx has *told* of, says of it."""
    placed = [in_conf(finding, conf) for finding in told if not finding.path]
    at_fault = next((finding for finding in placed if finding.line), None)
    if at_fault:
        return UnreadableError(at_fault)
    return ConfigError(f"a setting has a wrong type: {error}")


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
        return _of_setting(" ".join(str(error).split()), conf)
    message = f"{type(cause).__name__}: {' '.join(str(cause).split())}"
    return locate(Finding(path=str(conf), line=line, message=message), read_lines(conf))


def _of_setting(message: str, conf: Path) -> Finding:
    """Return a finding at the setting in *conf* that the message names."""
    for number, text in enumerate(read_lines(conf), 1):
        setting = re.match(r"(\w+)\s*=", text)
        if setting and re.search(rf"\b{setting[1]}\b", message):
            length = len(setting[1])
            return Finding(path=str(conf), line=number, message=message, column=1, length=length)
    return Finding(path="", line=0, message=message)
