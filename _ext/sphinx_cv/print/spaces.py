"""White space as print sets it."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def fold(text: str) -> str:
    """Return *text* with each run of white space folded to one space; U+00A0 and the like stay."""
    return _SPACES.sub(" ", text)
