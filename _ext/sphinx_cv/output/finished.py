"""Knows whether the last build of an output was finished, and of what state of the sources.

A build may be killed, or another builder may read a changed page in between. Both leave pages
that no file's time tells to be stale: they are all written again, a website from nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.environment import CONFIG_OK

from .dry import is_dry
from .files import remove_or_tell, write_or_tell
from .own_files import (
    BUILDINFO,
    foreign_files,
    has_own_files,
    list_files,
    present_files,
    remove_files,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


@dataclass(kw_only=True, slots=True)
class _Record:
    """What is known of an output between two builds.

    ``state`` is that of the sources, empty while a build is at work; ``parts`` are the documents
    and files of the author in it; ``foreign`` are files of it that no build has made.
    """

    state: str = ""
    parts: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def drop_unfinished(app: Sphinx) -> None:
    """Remove the file that Sphinx cannot read where it is half written (``builder-inited``)."""
    if has_own_files(app) and _is_unfinished(app, _read_record(app)):
        remove_or_tell(Path(app.outdir, BUILDINFO))


def stale_output(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return all pages where the output is not that of what was read last (``env-updated``).

    What nothing in the sources stands for any longer is removed: of a website all that builds have
    made, as the rest is written again. While the build runs, its record says no state.
    """
    record, parts = _read_record(app), _parts(app)
    lost = {*record.parts} - parts
    is_same = env.config_status == CONFIG_OK and record.state == _state(app)
    is_fresh = bool(record.state) and is_same and not lost
    foreign: set[str] = set()
    if has_own_files(app):
        # Where the last build was killed, its list is not that of what it has written.
        foreign = {*record.foreign} if _is_unfinished(app, record) else foreign_files(app)
    _write_record(app, _Record(parts=sorted(parts), foreign=sorted(foreign)))
    if is_fresh:
        return []
    if has_own_files(app):
        remove_files(app, present_files(app) - foreign - {BUILDINFO})
    else:
        for name in lost:
            remove_or_tell(_page(app, name))
    return sorted(env.found_docs)


def note_finished(app: Sphinx, exception: Exception | None) -> None:
    """Keep what state of the sources the output is of (``build-finished``, the last)."""
    if exception:
        return
    foreign = _read_record(app).foreign
    if has_own_files(app):
        list_files(app, {*foreign})
    # Of a page that it could not write, on a full disk, Sphinx only warns.
    state = _state(app) if all(map(_is_whole, _pages(app))) else ""
    _write_record(app, _Record(state=state, parts=sorted(_parts(app)), foreign=foreign))


def _pages(app: Sphinx) -> list[Path]:
    """Return the pages of a website that have a file each."""
    is_site = app.builder.name in ("html", "dirhtml") and not is_dry(app.builder)
    return [_page(app, name) for name in app.env.found_docs] if is_site else []


def _is_whole(page: Path) -> bool:
    try:
        with page.open("rb") as file:
            file.seek(-min(page.stat().st_size, 1000), os.SEEK_END)
            return b"</html" in file.read()
    except OSError:
        return False


def record_of(app: Sphinx) -> Path:
    """Return the file, beside the doctrees, that says what of the output is finished."""
    place = hashlib.sha256(str(app.outdir).encode("utf-8", "replace")).hexdigest()[:12]
    return Path(app.doctreedir, f"cv-output-{app.builder.name}-{place}.json")


def _page(app: Sphinx, docname: str) -> Path:
    builder = app.builder
    if hasattr(builder, "get_outfilename"):
        return Path(builder.get_outfilename(docname))
    return Path(app.outdir, f"{docname}{getattr(builder, 'out_suffix', '.html')}")


def _parts(app: Sphinx) -> set[str]:
    """Return the documents, and for a website the other files that the author has given it."""
    if not has_own_files(app):
        return {*app.env.found_docs}
    config = app.config
    given = {
        str(Path(folder, name))
        for start in (*config.html_extra_path, *config.html_static_path)
        for folder, _folders, names in os.walk(Path(app.confdir, start))
        for name in names
    }
    return {*app.env.found_docs, *map(str, (*app.env.images, *app.env.dlfiles)), *given}


def _is_unfinished(app: Sphinx, record: _Record) -> bool:
    return record_of(app).is_file() and not record.state


def _read_record(app: Sphinx) -> _Record:
    """Return what is known of the output, nothing where it has no record."""
    try:
        return _Record(**json.loads(record_of(app).read_bytes()))
    except (OSError, ValueError, TypeError):
        return _Record()


def _write_record(app: Sphinx, record: _Record) -> None:
    write_or_tell(record_of(app), json.dumps(asdict(record)).encode())


def _state(app: Sphinx) -> str:
    """Return what identifies the stored state of the sources, and of the settings.

    Sphinx writes the environment whenever it has read a page, and compares the settings of a
    website with those in ``.buildinfo``.
    """
    path, settings = Path(app.doctreedir, ENV_PICKLE_FILENAME), Path(app.outdir, BUILDINFO)
    stored = f"{path.stat().st_mtime_ns} {path.stat().st_size}" if path.is_file() else ""
    made = hashlib.sha256(settings.read_bytes()).hexdigest() if settings.is_file() else ""
    return stored and f"{stored} {made}"
