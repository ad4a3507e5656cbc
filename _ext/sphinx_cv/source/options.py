"""Reading the option block of a directive, with the line of every option.

MyST's own reading drops what it cannot use: text after `` #``, all options of a block with
an unbalanced quote, the first of two equal keys. Here each line ``:key: value`` means what
it says, and what is wrong with it can be told with its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPTION = re.compile(r"\s*:(?P<name>[\w-]+):(?P<value>\s.*)?")
_YAML_OPTION = re.compile(r"(?P<name>[\w-]+):(?P<value>\s.*)?")
_QUOTED = re.compile(r"""(["'])((?:(?!\1).)*)\1""")


@dataclass(frozen=True, slots=True)
class Option:
    """One option as written; ``line`` counts from 0 at the first line of the block."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A directive's content: its options, the lines that are none, and where the body starts.

    ``below`` is the first line of the body where no blank line parts it from the options.
    """

    options: tuple[Option, ...]
    unread: tuple[tuple[int, str], ...]
    body_start: int
    below: str = ""


def read_options(lines: list[str]) -> Block:
    """Split *lines* into the option block at their top and the body below it.

    The block is a run of ``:key: value`` lines (indented lines continue the value), or lines
    ``key: value`` between two lines ``---``. A value in quotes loses them.
    """
    if lines and lines[0].strip() == "---":
        return _read(lines, 1, _YAML_OPTION, fence="---")
    return _read(lines, 0, _OPTION, fence="")


def _read(lines: list[str], start: int, pattern: re.Pattern[str], *, fence: str) -> Block:
    # The lines of each value, with its name and the number of its first line.
    written: list[tuple[str, list[str], int]] = []
    unread: list[tuple[int, str]] = []
    body_start, below = len(lines), ""
    for number, line in enumerate(lines[start:], start):
        if line.strip() == fence:
            body_start = number + 1
            break
        if not line.strip():
            continue
        if match := pattern.fullmatch(line):
            written.append((match["name"], [unquote((match["value"] or "").strip())], number))
        elif written and line[0].isspace():
            written[-1][1].append(line.strip())
        elif fence or (line.lstrip().startswith(":") and not line.lstrip().startswith(":::")):
            unread.append((number, line.strip()))
        else:
            parted = number and not lines[number - 1].strip()
            body_start, below = number, "" if parted else line.strip()
            break
    options = (Option(name, " ".join(values).strip(), line) for name, values, line in written)
    return Block(tuple(options), tuple(unread), body_start, below)


def unquote(value: str) -> str:
    """Return *value* without the quotes around it, if any."""
    match = _QUOTED.fullmatch(value)
    return match[2] if match else value
