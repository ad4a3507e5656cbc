"""Starts the builds in all other languages when that of the source language is finished.

So plain ``sphinx-build``, a host and a preview have every language. The others are read from the
same files, and each stores what it has read in a folder of its own.
"""

from __future__ import annotations

import json
import pickle
import shutil
import sys
from dataclasses import replace
from logging import getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from sphinx.util.display import progress_message
from sphinx.util.logging import NAMESPACE

from sphinx_cv.checker.capture import Capture
from sphinx_cv.data.publish import PRINTING
from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.log import logger, report
from sphinx_cv.model.languages import folder_of
from sphinx_cv.output.dry import is_dry
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.output.guard import note_searched
from sphinx_cv.print.own_name import own_name_of
from sphinx_cv.print.typst.builder import TypstBuilder
from sphinx_cv.settings.languages import folders_of, is_whole_site, translations_of

from .jobs import Job, Outcome, Work
from .worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.model.finding import Finding

# Beside the doctrees of the source language; in the site, the folders that a build has made.
FOLDER, LIST = "languages", ".cv-languages"
# One for each build that is on its way.
_WORKERS: WeakKeyDictionary[Sphinx, Worker] = WeakKeyDictionary()
# What the source language decides for itself.
_OWN = ("language", "cv_languages", "cv_own_pdf")


def note_warnings(app: Sphinx, config: Config) -> None:
    """Keep what this build tells: no other language repeats it (``config-inited``)."""
    if is_whole_site(config):
        Capture().attach(app)


def forget(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Read all again in each language where that is done here (``env-before-read-docs``)."""
    if is_whole_site(app.config) and set(docnames) == env.found_docs:
        shutil.rmtree(Path(app.doctreedir, FOLDER), ignore_errors=True)


def start(app: Sphinx) -> None:
    """Start the process that builds the others, to load what they need (``builder-inited``)."""
    if _codes(app):
        worker = _WORKERS[app] = Worker()
        worker.send(_loaded())


def build_languages(app: Sphinx, exception: Exception | None) -> None:
    """Build the others, and tell what is wrong there alone (``build-finished``)."""
    worker = _WORKERS.pop(app, None)
    if exception or not _is_built(app):
        if worker:
            worker.stop()
        return
    if app.builder.name in WEBSITES:
        _drop_former(app)
    if not worker:
        return
    codes = _codes(app)
    with progress_message(f"building {', '.join(codes)}"):
        outcomes = worker.run(replace(_loaded(), jobs=[_job(app, code) for code in codes]))
    _tell(app, outcomes)


def _is_built(app: Sphinx) -> bool:
    return app.builder.name in (*WEBSITES, TypstBuilder.name) and not is_dry(app.builder)


def _codes(app: Sphinx) -> list[str]:
    """Return the other languages that this build is to start."""
    return translations_of(app.config) if _is_built(app) and is_whole_site(app.config) else []


def _loaded() -> Work:
    """Return what every build needs: what this process has loaded by now, and what prints."""
    modules = [name for name in sys.modules if not name.endswith("__main__")]
    return Work(modules=[*modules, *PRINTING])


def _job(app: Sphinx, code: str) -> Job:
    is_site = app.builder.name in WEBSITES
    own = app.config.cv_own_pdf
    settings: dict[str, Any] = {
        **_sendable(app.config),
        "language": code,
        "cv_source_language": app.config.cv_source_language,
        "cv_in_site": True,
    }
    if own:
        settings["cv_own_pdf"] = str(Path(own).with_name(own_name_of(Path(own).name, code)))
    return Job(
        language=code,
        srcdir=str(app.srcdir),
        confdir=str(app.confdir),
        outdir=str(Path(app.outdir, folder_of(code)) if is_site else app.outdir),
        doctreedir=str(Path(app.doctreedir, FOLDER, code)),
        builder=app.builder.name,
        settings=settings,
        tags=sorted(app.tags),
        parallel=app.parallel,
    )


def _sendable(config: Config) -> dict[str, Any]:
    """Return what the command line sets, as far as it can be sent to another process."""
    found = {}
    for name, value in config.overrides.items():
        try:
            pickle.dumps(value)
        except (pickle.PicklingError, TypeError, AttributeError):
            continue
        if name.partition(".")[0] not in _OWN:
            found[name] = value
    return found


def _tell(app: Sphinx, outcomes: Iterable[Outcome]) -> None:
    told = {finding for capture in _captures() for finding in capture.findings}
    for outcome in outcomes:
        for finding in outcome.findings:
            if finding not in told:
                told.add(finding)
                report(_told(finding))
        if outcome.error:
            logger.error('the pages in "%s" cannot be built: %s', outcome.language, outcome.error)
        app.statuscode = app.statuscode or min(outcome.status, 1)
        if app.builder.name in WEBSITES and not (outcome.error or outcome.status):
            note_searched(app, folder_of(outcome.language))


def _told(finding: Finding) -> Finding:
    """Return the finding without its code at the end of the message: Sphinx adds it again."""
    return replace(finding, message=finding.message.removesuffix(f" [{finding.code}]"))


def _captures() -> list[Capture]:
    handlers = getLogger(NAMESPACE).handlers
    return [handler for handler in handlers if isinstance(handler, Capture)]


def _drop_former(app: Sphinx) -> None:
    """Remove the pages in languages that an earlier build has made, and this one does not."""
    record = Path(app.outdir, LIST)
    folders = folders_of(app.config)
    try:
        former = json.loads(record.read_bytes())
    except (OSError, ValueError):
        former = []
    for name in former if isinstance(former, list) else ():
        if not isinstance(name, str) or name in folders:
            continue
        folder = Path(app.outdir, name)
        if folder.parent == Path(app.outdir) and Path(folder, ".buildinfo").is_file():
            shutil.rmtree(folder, ignore_errors=True)
    if folders:
        write_or_tell(record, json.dumps(sorted(folders)).encode())
    else:
        record.unlink(missing_ok=True)
