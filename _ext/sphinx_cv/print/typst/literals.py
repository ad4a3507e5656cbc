"""Typst string literals: the only way for the author's words to reach the print engine."""

from __future__ import annotations

import re

# Control characters cannot be printed, and are invalid in a PDF's metadata.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
# Between these a text has the direction of its first letter, and turns no sign around it (UAX #9).
ISOLATE, ISOLATE_END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
# A word with a hyphen. Longer ones, such as addresses, may have to break at a line's end.
_HYPHENATED = re.compile(r"(?<!\S)(?=\S{3,40}(?!\S))(\S*\w[-\u2010]\w\S*)")


def string(text: str) -> str:
    """Return *text* as a literal: ``"…"``."""
    text = _CONTROL.sub("\ufffd", text)
    for mark, escape in (("\\", r"\\"), ('"', r"\""), ("\n", r"\n"), ("\r", r"\r"), ("\t", r"\t")):
        text = text.replace(mark, escape)
    return f'"{text}"'


def markup(text: str, *, right_to_left: bool = False) -> str:
    """Return markup that prints *text*.

    A word with a hyphen is kept on one line: programs that read the text layer would not join
    it again. In a text that is written from right to left, it keeps a direction of its own.
    """
    parts = _HYPHENATED.split(text)
    if right_to_left:
        parts[1::2] = [f"{ISOLATE}{part}{ISOLATE_END}" for part in parts[1::2]]
    shown = [f"#{string(part)};" if part else "" for part in parts]
    shown[1::2] = [f"#box[{part}]" for part in shown[1::2]]
    return "".join(shown)


def array(items: list[str]) -> str:
    """Return an array of code *items*, valid for a single one too."""
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
