"""A formula as the words and characters that TeX reads one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\\(?:[A-Za-z]+|.)|\s+|.", re.DOTALL)
_LENGTH = re.compile(r"\s*\[\s*-?[\d.]+\s*[a-z]{2}\s*\]")

# What ends a row or a cell, and what is missing where one of them is met elsewhere.
PARTNERS = {
    "}": "an unpaired {",
    "\\right": "an unpaired \\left",
    "\\end": "an unpaired \\begin",
}
_ENDS = frozenset({*PARTNERS, "&", "\\\\", "\\middle"})


class MathError(ValueError):
    """What a formula cannot have, as the end of a sentence that says so."""


def tokens_of(tex: str) -> list[str]:
    """Return the control words and characters of a formula, white space among them."""
    return _TOKEN.findall(tex)


@dataclass
class Tokens:
    """Hands out tokens once, from left to right."""

    tokens: list[str]
    place: int = 0

    def peek(self) -> str:
        """Return the next token but white space, which has no meaning in math."""
        while self.place < len(self.tokens) and self.tokens[self.place].isspace():
            self.place += 1
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self) -> str:
        """Return the next token, and go on behind it."""
        found = self.peek()
        self.place += 1
        return found

    def takes(self, wanted: str) -> bool:
        """Whether *wanted* comes next; if so, go on behind it."""
        found = self.peek() == wanted
        self.place += found
        return found

    def expect(self, wanted: str, fault: str) -> None:
        """Go on behind *wanted*, which has to come next."""
        if not self.takes(wanted):
            raise MathError(fault)

    def at_end(self) -> bool:
        """Whether what comes next ends a row or a cell, or nothing does."""
        found = self.peek()
        return not found or found in _ENDS

    def fail_unless_over(self) -> None:
        """Raise where something is left: it ends what was not begun."""
        if found := self.peek():
            raise MathError(PARTNERS.get(found, found))

    def push(self, tex: str) -> None:
        """Let *tex* come next."""
        self.tokens[self.place : self.place] = tokens_of(tex)

    def raw_group(self, of: str) -> str:
        """Return what is in braces, as it was typed; *of* is the word that takes it."""
        self.expect("{", f"{of} without braces")
        start, depth = self.place, 1
        while depth:
            if self.place >= len(self.tokens):
                raise MathError(PARTNERS["}"])
            depth += {"{": 1, "}": -1}.get(self.tokens[self.place], 0)
            self.place += 1
        return "".join(self.tokens[start : self.place - 1])

    def digits(self) -> str:
        """Return a number: TeX takes one digit at a time, side by side they are one."""
        found = ""
        while re.fullmatch("[0-9]", self.peek()) or (found and self._is_point()):
            found += self.take()
        return found

    def _is_point(self) -> bool:
        after = "".join(self.tokens[self.place + 1 : self.place + 2])
        return self.peek() == "." and bool(re.fullmatch("[0-9]", after))

    def skip_length(self) -> None:
        r"""Leave out the space that ``\\[2pt]`` puts between rows."""
        near = self.tokens[self.place : self.place + 16]
        if match := _LENGTH.match("".join(near)):
            # Each of these tokens is one character, or white space.
            length = 0
            for found in near:
                length += len(found)
                self.place += 1
                if length >= match.end():
                    return
