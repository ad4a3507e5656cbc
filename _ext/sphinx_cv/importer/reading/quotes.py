"""Quotation marks around emphasis, which a renderer cannot tell from an apostrophe."""

from __future__ import annotations

import re

# What is no text: code, and the address of a link.
_OTHER = re.compile(r"(`[^`]*`|\]\(<[^>]*>\))")
_SINGLE = re.compile(r"(?<!\w)'(?=\S)((?:[^']|(?<=\w)'(?=\w))+?)(?<=\S)'(?!\w)")
_DOUBLE = re.compile(r'(?<!\w)"(?=\S)([^"]+?)(?<=\S)"(?!\w)')
_MARKUP = "*_[]`"


def curled(text: str) -> str:
    """Return Markdown in which straight quotes beside markup are pairs of curly ones."""
    if "'" not in text and '"' not in text:
        return text
    parts = _OTHER.split(text)
    parts[::2] = (
        _DOUBLE.sub(lambda match: _pair(match, "“", "”"), _SINGLE.sub(_single, part))
        for part in parts[::2]
    )
    return "".join(parts)


def _single(match: re.Match[str]) -> str:
    return _pair(match, "‘", "’")


def _pair(match: re.Match[str], before: str, after: str) -> str:
    words = match[1]
    beside = (words[0], words[-1], *match.string[match.end() : match.end() + 1])
    return f"{before}{words}{after}" if any(sign in _MARKUP for sign in beside) else match[0]
