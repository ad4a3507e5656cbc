"""What ends an import before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class UnreadableError(Exception):
    """A source cannot be read; its text is one line that says why, and what to do."""


def unreadable(path: Path, error: OSError) -> UnreadableError:
    """Return why the system refuses to read a file or a folder."""
    if isinstance(error, FileNotFoundError):
        return UnreadableError(
            f'"{path}" is {"a broken link" if path.is_symlink() else "not there"}'
        )
    return UnreadableError(f'"{path}" cannot be read: {error.strerror}')
