r"""Text within a formula, as ``\text{…}`` has it."""

from __future__ import annotations

import re

from .tokens import MathError

# What text may have besides letters and signs; braces hold nothing together in it.
_SIGNS = {f"\\{sign}": sign for sign in "%&#$_{} "} | {
    "{": "",
    "}": "",
    "~": "\u00a0",
    r"\,": "\u2009",
}
_TYPOGRAPHY = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"))
_IN_TEX = {mark: f"\\{mark}" for mark in "%&#$_{}"} | {"\u00a0": "~", "\u2009": r"\,"}


def from_tex(tex: str) -> str:
    """Return text as TeX sets it; raise ``MathError`` where it is more than text."""

    def read(match: re.Match[str]) -> str:
        sign = match[0]
        if sign in _SIGNS:
            return _SIGNS[sign]
        raise MathError("a ^ or _ within text" if sign in "^_" else sign)

    made = re.sub(r"\\(?:[A-Za-z]+|.)?|[{}%#&^_~]", read, re.sub(r"\s+", " ", tex))
    for typed, sign in _TYPOGRAPHY:
        made = made.replace(typed, sign)
    return made


def to_tex(text: str) -> str:
    """Return text for TeX, whatever it has."""
    return "".join(_IN_TEX.get(mark, mark) for mark in text)
