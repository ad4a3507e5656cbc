"""The names of this extension's directives, where they are looked for in texts and messages."""

from __future__ import annotations

DIRECTIVES = (
    *("cv-entry", "talk", "cv-lines", "cv-header", "cv-columns", "cv-only"),
    *("entry-list", "talk-list", "publication-list", "latest-list"),
)
# Also misspelt: no other extension's begin so.
OURS = rf"(?:cv-[\w-]+|{'|'.join(DIRECTIVES)})"
