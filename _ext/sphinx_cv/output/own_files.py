"""The files of a website that its builds have made: what they make no longer is removed.

A file that was there before, or that something else writes between two builds, is never touched.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from .files import remove_or_tell, write_or_tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

# Beside the site's pages, as Sphinx's own ".buildinfo": it is lost with the site alone.
LIST = ".cv-files"
# Sphinx writes the first before all others, and leaves a copy where the settings have changed.
BUILDINFO, _FORMER_BUILDINFO = ".buildinfo", ".buildinfo.bak"
_SPHINX = {BUILDINFO, _FORMER_BUILDINFO}


def has_own_files(app: Sphinx) -> bool:
    """Whether the output is a website (or an EPUB), of which every file may be published."""
    return bool(app.builder.format == "html")


def foreign_files(app: Sphinx) -> set[str]:
    """Return the files of the output that no finished build has made, by their path in it."""
    return present_files(app) - _listed(app) - _SPHINX


def remove_files(app: Sphinx, names: Iterable[str]) -> None:
    """Remove files of the output, and the folders that hold nothing else."""
    outdir = Path(app.outdir)
    folders: set[Path] = set()
    for name in names:
        remove_or_tell(outdir / name)
        folders.update(Path(name).parents)
    for folder in sorted(folders - {Path()}, reverse=True):
        with contextlib.suppress(OSError):
            (outdir / folder).rmdir()


def list_files(app: Sphinx, foreign: set[str]) -> None:
    """Keep the list of what this build and those before have made: all but the *foreign* files."""
    remove_or_tell(Path(app.outdir, _FORMER_BUILDINFO))
    names = sorted(present_files(app) - foreign - {LIST})
    write_or_tell(Path(app.outdir, LIST), json.dumps(names, indent=0).encode())


def present_files(app: Sphinx) -> set[str]:
    """Return the files of the output by their path in it, without what Sphinx stores there."""
    outdir, stored = Path(app.outdir), Path(app.doctreedir)
    found: set[str] = set()
    for folder, folders, names in os.walk(outdir):
        place = Path(folder)
        folders[:] = [name for name in folders if place / name != stored]
        inner = place.relative_to(outdir).as_posix()
        found.update(names if inner == "." else (f"{inner}/{name}" for name in names))
    return found


def _listed(app: Sphinx) -> set[str]:
    try:
        names = json.loads(Path(app.outdir, LIST).read_bytes())
    except (OSError, ValueError):
        return set()
    listed = names if isinstance(names, list) else []
    return {LIST, *(name for name in listed if isinstance(name, str))}
