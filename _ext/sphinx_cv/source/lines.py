"""Reads a source line by line, as the parsers count its lines. Knows no Sphinx."""

from __future__ import annotations

import re
from pathlib import Path


def read_lines(path: str | Path) -> list[str]:
    """Return the lines of a file, none where it cannot be read.

    Only the ends of lines that Markdown knows count: a form feed or U+2028 ends none.
    """
    try:
        text = Path(path).read_text("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return []
    return re.split(r"\r\n|\n|\r", text)
