"""``python -m sphinx_cv.languages``: run the jobs of the standard input, for ``build.py`` alone.

What every build does alike is done here once, before a process is forked for each.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from myst_parser.mdit_to_docutils import base

from .run import run_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .jobs import Job, Work


def main() -> None:
    """Load what is named while the source language is built, then run the jobs."""
    # MyST makes a document for each text, here each translation, and takes the one it is given.
    base.make_document = cache(base.make_document)
    jobs: Sequence[Job] = ()
    while not jobs:
        try:
            work: Work = pickle.load(sys.stdin.buffer)  # noqa: S301
        except EOFError:
            # The build of the source language has ended without.
            return
        for name in work.modules:
            with suppress(Exception):
                import_module(name)
        jobs = work.jobs
    sys.stdout.buffer.write(pickle.dumps(run_all(jobs)))


if __name__ == "__main__":
    main()
