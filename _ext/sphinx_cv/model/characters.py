"""Characters that are no text, which no output can hold. Knows no Sphinx."""

from __future__ import annotations

import re

# Control characters but for white space, halves of a character, and noncharacters.
_NO_TEXT = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
NO_TEXT = re.compile(f"[{_NO_TEXT}]")
# The same, and the sign for a character that was lost: no source may have it.
UNFIT = re.compile(rf"[{_NO_TEXT}\ufffd]")
