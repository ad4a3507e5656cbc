"""Says why a project cannot be read at all, with the place in conf.py and without a traceback."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError, SphinxError

from sphinx_cv.log import UnreadableError
from sphinx_cv.model.finding import Finding
from sphinx_cv.source.lines import read_lines
from sphinx_cv.source.markdown import Page

from .locate import locate
from .missing_comma import before_missing_comma

if TYPE_CHECKING:
    from collections.abc import Sequence


def setting_error(error: Exception, warnings: Sequence[Finding]) -> SphinxError:
    """Return what is wrong with the setting behind *error*; *warnings* may say more."""
    at_fault = next((finding for finding in warnings if finding.line), None)
    if at_fault:
        return UnreadableError(at_fault)
    return ConfigError(f"a setting has a wrong type: {error}")


def startup_findings(error: Exception, conf: Path) -> tuple[Finding, ...]:
    """Return what *error*, which ended the check, says of the pages or of *conf*."""
    if isinstance(error, UnreadableError):
        return error.findings
    return (_of_conf(error, conf),)


def _of_conf(error: Exception, conf: Path) -> Finding:
    cause = error.__cause__
    if isinstance(cause, SyntaxError):
        path = Path(cause.filename or conf)
        source = "\n".join(read_lines(path))
        if cause.msg.startswith("invalid syntax") and (word := before_missing_comma(source, cause)):
            return _finding(
                path,
                f"invalid syntax: is a comma missing behind {word.text}?",
                line=word.line,
                column=word.column,
                length=len(word.text.split("\n")[0]),
            )
        start, end = cause.offset or 1, cause.end_offset or 0
        one_line = cause.end_lineno in (None, cause.lineno)
        return _finding(
            path,
            cause.msg,
            line=cause.lineno or 1,
            column=max(start, 1),
            length=max(end - start, 1) if one_line else 1,
        )
    frames = traceback.extract_tb(cause.__traceback__) if cause else []
    line = next((frame.lineno for frame in reversed(frames) if frame.filename == str(conf)), 0)
    if cause is None or not line:
        return _of_setting(" ".join(str(error).split()), conf)
    message = f"{type(cause).__name__}: {' '.join(str(cause).split())}"
    return locate(_finding(conf, message, line=line), Page.read(conf))


def _of_setting(message: str, conf: Path) -> Finding:
    """Return a finding at the setting in *conf* that the message names."""
    for number, text in enumerate(read_lines(conf), 1):
        setting = re.match(r"(\w+)\s*=", text)
        if setting and re.search(rf"\b{setting[1]}\b", message):
            return _finding(conf, message, line=number, column=1, length=len(setting[1]))
    return _finding("", message)


def _finding(
    path: str | Path, message: str, *, line: int = 0, column: int = 0, length: int = 0
) -> Finding:
    return Finding(
        type="",
        subtype="",
        message=message,
        place=str(path),
        line=line,
        column=column,
        length=length,
    )
