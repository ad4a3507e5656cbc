"""Finds the files of a site; nothing in its folders is skipped without a word."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.importer.errors import unreadable

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft


def files_in(folder: Path, pattern: str, draft: Draft, *, deep: bool = False) -> list[Path]:
    """Return what has such a name in a folder, sorted; *deep*, also in the folders in it.

    A folder that cannot be listed is reported, and a link to one, which may lead back here.
    """

    def tell(error: OSError) -> None:
        path = Path(error.filename)
        draft.unread(place_of_file(path), unreadable(path, error))

    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=tell) if is_there(folder) else ():
        folders.sort()
        inside = [Path(root, name) for name in (*folders, *sorted(names))]
        found += [path for path in inside if fnmatchcase(path.name, pattern)]
        if not deep:
            break
        for path in (one for one in inside if one.is_symlink()):
            if path.is_dir() or not (path.suffix or path.exists()):
                words = f'"{path}" is a link to "{path.readlink()}", which is not followed'
                draft.unread(place_of_file(path), words)
    return sorted(found)


def is_there(path: Path) -> bool:
    """Whether a name is in its folder, be it a link to nothing.

    Raises ``OSError`` where that cannot be seen.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def place_of_file(path: Path) -> str:
    """Return where a file is, for the report: its name, and that of its folder."""
    return f"{path.parent.name}/{path.name}"
