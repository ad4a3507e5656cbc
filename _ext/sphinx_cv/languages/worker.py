"""The process that builds the other languages, as seen from the build of the source language."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from .jobs import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .jobs import Work


class Worker:
    """A process that loads what it is told, and runs the jobs that come last.

    It is not forked from this one, which runs the print engine: no fork would have its threads.
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sphinx_cv.languages"],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def send(self, work: Work) -> None:
        """Let the process load modules while this one goes on."""
        if self._process.stdin:
            # It has ended already: ``run`` tells why.
            with suppress(OSError):
                self._process.stdin.write(pickle.dumps(work))
                self._process.stdin.flush()

    def run(self, work: Work) -> Sequence[Outcome]:
        """Run the jobs; return what became of them, in their order."""
        output, errors = self._process.communicate(pickle.dumps(work))
        if self._process.returncode:
            error = errors.decode("utf-8", "replace")[-2000:]
            return [Outcome(language=job.language, status=2, error=error) for job in work.jobs]
        outcomes: list[Outcome] = pickle.loads(output)  # noqa: S301
        return outcomes

    def stop(self) -> None:
        """End the process: there is nothing to build."""
        self._process.communicate()
