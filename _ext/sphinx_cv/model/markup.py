"""Markdown in a text that is shown as it is typed. Knows no Sphinx."""

from __future__ import annotations

import re

# Only what is meant as markup without doubt: a single star or underscore is a sign like others.
_MARKUP = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*]*(?<=[^\s*])\1(?![\w*])"
    r"|(?<![\w_])(_{1,3})(?=[^\s_])[^_]*(?<=[^\s_])\2(?![\w_])"
    r"|`[^`]+`"
    r"|\[[^][]+\]\([^()\s]+\)"
)


def markup_in(text: str) -> str:
    """Return the first words in *text* that Markdown would set in another way, with their signs."""
    found = _MARKUP.search(text)
    return found[0] if found else ""
