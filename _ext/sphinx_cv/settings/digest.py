"""A digest of this extension's own files: what was made by other code is made again."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


@cache
def package_digest() -> str:
    """Return the digest of this extension as it was when it was loaded."""
    return digest_of(PACKAGE)


def digest_of(root: Path) -> str:
    """Return the SHA-256 of the names and contents of all files below *root*, in hexadecimal."""
    digest = hashlib.sha256()
    for folder, folders, names in os.walk(root):
        # Not what tools leave there: compiled files, caches, swap files.
        folders[:] = sorted(name for name in folders if name[0] != "." and name != "__pycache__")
        for name in sorted(names):
            if name[0] != "." and not name.endswith(".pyc"):
                path = Path(folder, name)
                data = path.read_bytes()
                digest.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
                digest.update(data)
    return digest.hexdigest()
