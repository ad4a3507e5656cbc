"""Writes files whole: beside their place, and moved there when they are complete."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from sphinx_cv.log import logger

_ASIDE = ".part"


def write_whole(path: Path, data: bytes, *, swept: bool = False) -> bool:
    """Write *data* to *path*, unless it is there; return whether something was written.

    A reader sees the old file or the new one, also where the process is killed. Raises OSError
    where it cannot be written; the old file is then as it was. Who writes many files into one
    folder has it *swept* once, by ``sweep``.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{path.name[:40]}-"
    if not swept:
        sweep(path.parent, prefix)
    number, name = tempfile.mkstemp(prefix=prefix, suffix=_ASIDE, dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        # As a file that is simply opened: for all who may read the folder.
        aside.chmod(0o666 & ~_umask())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return True


def sweep(folder: Path, prefix: str = ".") -> None:
    """Remove what a build that was killed here has left."""
    for left in folder.iterdir():
        if left.name.startswith(prefix) and left.suffix == _ASIDE:
            left.unlink(missing_ok=True)


def write_or_tell(path: Path, data: bytes, *, swept: bool = False) -> bool:
    """Write *data* to *path* as ``write_whole``; return whether the file now has it.

    A folder in its place, a full disk or a read-only output costs this one file: a warning says
    which and why, and the build goes on.
    """
    try:
        write_whole(path, data, swept=swept)
    except OSError as error:
        logger.warning("%s cannot be written: %s", path, error.strerror or error)
        return False
    return True


def remove_or_tell(path: Path) -> None:
    """Remove the file *path*, if it is there; a warning says why it cannot be removed."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("%s cannot be removed: %s", path, error.strerror or error)


def _umask() -> int:
    """Return the mask of new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
