r"""Lines of iCalendar (RFC 5545) and vCard (RFC 2426): escaped, and folded at 75 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .values import fit

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 75


def escaped(text: str) -> str:
    r"""Return a value of type TEXT: with ``\,``, ``\;``, ``\\`` and ``\n``."""
    text = fit("\n".join(text.splitlines()))
    for sign in ("\\", ",", ";"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def address(url: str) -> str:
    """Return a value of type URI, which is not escaped: without what would end its line."""
    return "".join(fit(url).split())


def document(lines: Iterable[tuple[str, str]]) -> str:
    """Return the names and values, each on a line of its own, those without a value left out."""
    return "".join(_folded(f"{name}:{value}") for name, value in lines if value)


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 bytes, none of which cuts a letter."""
    pieces, room = [b""], _LONGEST
    for letter in line:
        encoded = letter.encode()
        if len(pieces[-1]) + len(encoded) > room:
            pieces.append(b"")
            # The space before each further piece counts.
            room = _LONGEST - 1
        pieces[-1] += encoded
    return b"\r\n ".join(pieces).decode() + "\r\n"
