"""Runs builds in other languages, several at once."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import tempfile
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_cv.checker.capture import Capture

from .jobs import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .jobs import Job

# So many at once at least: they wait for the disk as well.
_AT_ONCE = 4


class Translation(Sphinx):
    """A project in another language, whose warnings *capture* collects from the first on."""

    def __init__(self, job: Job, capture: Capture) -> None:
        self._capture = capture
        super().__init__(
            srcdir=job.srcdir,
            confdir=job.confdir,
            outdir=job.outdir,
            doctreedir=job.doctreedir,
            buildername=job.builder,
            confoverrides={**job.settings},
            status=None,
            warning=StringIO(),
            tags=job.tags,
            parallel=job.parallel,
        )

    def setup_extension(self, extname: str) -> None:
        """Set up an extension; by the first one, Sphinx has set up its log."""
        self._capture.attach(self)
        super().setup_extension(extname)


def run_all(jobs: Sequence[Job]) -> list[Outcome]:
    """Run each job in a process of its own, and return what became of them, in their order.

    A fork has what this process has loaded already. It may have no other threads: they would be
    missing from it, and what they hold would stay locked.
    """
    methods = multiprocessing.get_all_start_methods()
    # Typeshed has one class for each way to start.
    context: Any = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    at_once = max(os.cpu_count() or 1, _AT_ONCE)
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(jobs), at_once):
            batch = jobs[start : start + at_once]
            files = [Path(folder, str(start + number)) for number in range(len(batch))]
            processes = [
                context.Process(target=_run_into, args=(job, file))
                for job, file in zip(batch, files, strict=True)
            ]
            for process in processes:
                process.start()
            for process in processes:
                process.join()
            outcomes += [_outcome(job, file) for job, file in zip(batch, files, strict=True)]
    return outcomes


def run(job: Job) -> Outcome:
    """Build in one language, in this process."""
    capture = Capture()
    try:
        with patch_docutils(job.confdir), docutils_namespace():
            app = Translation(job, capture)
            app.build()
    # Whatever it is, the other languages are built, and the build says so.
    except Exception as error:  # noqa: BLE001
        message = " ".join(str(error).split()) or type(error).__name__
        return Outcome(language=job.language, findings=capture.findings, status=2, error=message)
    return Outcome(language=job.language, findings=capture.findings, status=app.statuscode)


def _run_into(job: Job, file: Path) -> None:
    file.write_bytes(pickle.dumps(run(job)))


def _outcome(job: Job, file: Path) -> Outcome:
    if not file.is_file():
        return Outcome(language=job.language, status=2, error="its process was ended")
    outcome: Outcome = pickle.loads(file.read_bytes())  # noqa: S301
    return outcome
