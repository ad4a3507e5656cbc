"""``sphinx-cv check [FOLDER]``: check the sources of a CV, and write nothing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from sphinx_cv.source.lines import read_lines

from .display import show, summary
from .errors import startup_findings
from .project import check

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is wrong with a CV; return 1 where something is, 2 where it cannot be read."""
    parser = argparse.ArgumentParser(prog="sphinx-cv check", description="Check a CV.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), help="holds conf.py")
    folder = parser.parse_args(arguments).folder.resolve()
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
    # Not when Python ends: the command handles "sphinx-cv check | head", where no one reads on.
    sys.stdout.flush()
    return int(not all(finding.note for finding in found))
