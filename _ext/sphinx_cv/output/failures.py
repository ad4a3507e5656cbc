"""What keeps a build from writing: a full disk, a folder in its way, another build at work."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

from sphinx_cv.log import logger, stop
from sphinx_cv.model.finding import Finding

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

# In the folder of stored pages.
LOCK = ".cv-lock"
# A fault of a system call, in what a process of a parallel build says of it.
_FAULT = re.compile(r"\w*Error: \[Errno \d+\] (?P<fault>.*)")


def wait_for_others(folder: Path) -> Callable[..., None]:
    """Let a build that stores its pages in the same *folder* end first.

    Both would write the same files. Returns the handler of ``build-finished`` that lets others
    build; the lock ends with the process, however that ends.
    """
    if sys.platform == "win32":
        # A file that is being written cannot be opened there anyway.
        return _nothing
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = Path(folder, LOCK).open("w")  # noqa: SIM115 - the lock lasts as long as the file
    except OSError as error:
        stop(_finding(error))
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        logger.info("another build is at work in %s: waiting for it to end", folder)
        fcntl.lockf(file, fcntl.LOCK_EX)

    def release(_app: Sphinx, _exception: Exception | None) -> None:
        file.close()

    return release


def _nothing(_app: Sphinx, _exception: Exception | None) -> None:
    """Hold no lock."""


def tell_failure(app: Sphinx, exception: Exception | None) -> None:
    """End a build with one line where a file or a page is at fault (``build-finished``)."""
    if isinstance(exception, RecursionError):
        page = app.env.current_document.docname
        place = str(app.env.doc2path(page)) if page else ""
        message = "the page includes itself, or is nested too deeply"
        stop(Finding(type="", subtype="", message=message, place=place, line=1))
    if isinstance(exception, ExtensionError):
        exception = exception.orig_exc or exception
    if isinstance(exception, OSError):
        stop(_finding(exception))
    if exception and (found := _FAULT.match(str(exception))):
        stop(Finding(type="", subtype="", message=f"a file cannot be written: {found['fault']}"))


def _finding(error: OSError) -> Finding:
    name = error.filename if isinstance(error.filename, str) else "a file"
    message = f"{name} cannot be read or written: {error.strerror or error}"
    return Finding(type="", subtype="", message=message)
