"""A digest of this extension's own files: what was made by other code is made again."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def digest_of(root: Path) -> str:
    """Return the SHA-256 of the names and contents of all files below *root*, in hexadecimal."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        # Not what tools leave there: compiled files, caches, swap files.
        if path.is_file() and path.suffix != ".pyc" and not re.search(r"(^|/)\.", name):
            digest.update(f"{name}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
