"""``sphinx-cv check [FOLDER]``: check the sources of a CV, and write nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from sphinx_cv.source.lines import read_lines

from .display import show, summary
from .errors import startup_findings
from .project import check

if TYPE_CHECKING:
    from pathlib import Path


def print_findings(folder: Path) -> int:
    """Print what is wrong with a CV; return 1 where something is, 2 where it cannot be read."""
    folder = folder.resolve()
    try:
        found = check(folder)
    except (SphinxError, OSError) as error:
        for fault in startup_findings(error, folder / "conf.py"):
            print(show(fault, read_lines(fault.place), folder), file=sys.stderr)
        return 2
    for finding in found:
        print(show(finding, read_lines(finding.place), folder))
    if found:
        print(summary(found))
    elif sys.stderr.isatty():
        # A person is told that the check has run; a program reads nothing.
        print("No errors, no notes.", file=sys.stderr)
    # Not when Python ends: the command handles "sphinx-cv check | head", where no one reads on.
    sys.stdout.flush()
    return int(not all(finding.note for finding in found))
