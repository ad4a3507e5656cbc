"""What ends a command before it has done anything."""

from __future__ import annotations


class CannotRunError(Exception):
    """A command cannot run; its text says why, and what to do."""
