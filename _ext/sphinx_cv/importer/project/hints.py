"""The commented lines of a new project's settings, for what an import did not fill."""

from __future__ import annotations

import re

_PROFILE = re.compile(r"^cv_profile = \{\n(.*?)^\}", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r' {4}(?:# )?"(\w+)":')


def with_hints(settings: str, template: str) -> str:
    """Return *settings* with the comments in the profile of *template*, but for keys they have."""
    there, hints = _PROFILE.search(settings), _PROFILE.search(template)
    if not there or not hints:
        return settings
    known = set(_KEY.findall(there[1]))
    lines = [line for line in hints[1].splitlines(keepends=True) if line.startswith("    #")]
    keys = map(_KEY.match, lines)
    kept = [line for line, key in zip(lines, keys, strict=True) if not key or key[1] not in known]
    return settings[: there.end(1)] + "".join(kept) + settings[there.end(1) :]
