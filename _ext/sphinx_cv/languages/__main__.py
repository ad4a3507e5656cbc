"""``python -m sphinx_cv.languages``: run the jobs of the standard input, for ``build.py`` alone.

What every build does alike is done here once, before a process is forked for each.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from myst_parser.mdit_to_docutils import base
from myst_parser.parsers import sphinx_

from .run import run_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .jobs import Job, Work


def main() -> None:
    """Load what is named while the source language is built, then run the jobs."""
    # MyST makes a document and a parser for each text, here each translation: one will do.
    base.make_document = cache(base.make_document)
    sphinx_.create_md_parser = _kept(sphinx_.create_md_parser)  # type: ignore[attr-defined]
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


def _kept(make: Callable[..., Any]) -> Callable[..., Any]:
    """Return what gives the same parser again while the settings of MyST are the same."""
    last: list[Any] = []

    def parser(config: Any, renderer: Any) -> Any:
        if last[:2] != [config, renderer]:
            last[:] = config, renderer, make(config, renderer)
        return last[2]

    return parser


if __name__ == "__main__":
    main()
