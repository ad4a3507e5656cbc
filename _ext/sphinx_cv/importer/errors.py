"""What ends an import before anything is written."""

from __future__ import annotations


class UnreadableError(Exception):
    """A source cannot be read; its text is one line that says why, and what to do."""
