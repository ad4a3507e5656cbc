"""Knows whether the last build of an output was finished, and of what state of the sources.

A build may be killed, or another builder may read a changed page in between. Both leave pages
that no file's time tells to be stale: they are all written again.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import ENV_PICKLE_FILENAME

from .files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_INDEX = "searchindex.js"


def stale_output(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return all pages where the output is not that of what was read last (``env-updated``).

    The pages of deleted documents are removed. While the build runs, its record says no state.
    """
    state, documents = _read_record(app)
    for docname in documents - env.found_docs:
        _page(app, docname).unlink(missing_ok=True)
    _write_record(app, "", documents | env.found_docs)
    if state and state == _state(app):
        return []
    # Sphinx would add to the index, and stops at one that lacks pages.
    Path(app.outdir, _INDEX).unlink(missing_ok=True)
    return sorted(env.found_docs)


def note_finished(app: Sphinx, exception: Exception | None) -> None:
    """Keep what state of the sources the output is of (``build-finished``, the last)."""
    if not exception:
        _write_record(app, _state(app), app.env.found_docs)


def _page(app: Sphinx, docname: str) -> Path:
    builder = app.builder
    if hasattr(builder, "get_outfilename"):
        return Path(builder.get_outfilename(docname))
    return Path(app.outdir, f"{docname}{getattr(builder, 'out_suffix', '.html')}")


def record_of(app: Sphinx) -> Path:
    """Return the file, beside the doctrees, that says what of the output is finished."""
    place = hashlib.sha256(str(app.outdir).encode("utf-8", "replace")).hexdigest()[:12]
    return Path(app.doctreedir, f"cv-output-{app.builder.name}-{place}.json")


def _read_record(app: Sphinx) -> tuple[str, set[str]]:
    """Return the state and the documents of the output, none where it has no record."""
    try:
        record = json.loads(record_of(app).read_bytes())
        return str(record["state"]), set(map(str, record["documents"]))
    except (OSError, ValueError, KeyError, TypeError):
        return "", set()


def _write_record(app: Sphinx, state: str, documents: Iterable[str]) -> None:
    record = json.dumps({"state": state, "documents": sorted(documents)})
    write_whole(record_of(app), record.encode())


def _state(app: Sphinx) -> str:
    """Return what identifies the stored state of the sources.

    Sphinx writes the environment whenever it has read a page.
    """
    path = Path(app.doctreedir, ENV_PICKLE_FILENAME)
    return f"{path.stat().st_mtime_ns} {path.stat().st_size}" if path.is_file() else ""
