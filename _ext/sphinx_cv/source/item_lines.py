r"""Reads the lines of ``cv-lines``: ``date | title | organization | place``.

A part ``option=value`` is an option of the item instead of a column; the line may also start with
``name=…``. A ``|`` in the text is written ``\|``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .options import Block, Option, unquote

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

COLUMNS = ("date", "title", "organization", "location")
_BAR = re.compile(r"(?<!\\)\|")
_OPTION = re.compile(r"(?P<name>[a-z][a-z-]*)=(?P<value>.*)", re.DOTALL)
_NAME = re.compile(r"name=(?P<value>\S+)\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as read: its title, its options, and the parts that are too many.

    ``unknown`` are the names before a "=" that are not options; their parts are read as text.
    """

    title: str
    block: Block
    surplus: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def read_line(text: str, known: Collection[str], defaults: Mapping[str, str]) -> Line:
    """Read a line; *defaults* are the options that are the same for all lines of a list.

    A line of one part is a title alone.
    """
    options = dict(defaults)
    if match := _NAME.match(text.strip()):
        options["name"] = match["value"]
        text = text.strip()[match.end() :]
    columns: list[str] = []
    unknown: list[str] = []
    for part in (part.strip().replace("\\|", "|") for part in _BAR.split(text)):
        option = _OPTION.fullmatch(part)
        if option and option["name"] in known:
            options[option["name"]] = unquote(option["value"].strip())
        else:
            # Not before the title, which may hold a "=" as well.
            unknown += [option["name"]] if option and len(columns) > 1 else []
            columns.append(part)
    if len(columns) == 1:
        columns.insert(0, "")
    values = dict(zip(COLUMNS, columns, strict=False))
    title = values.pop("title", "")
    options |= {name: value for name, value in values.items() if value}
    read = tuple(Option(name, value, 0) for name, value in options.items())
    return Line(title, Block(read, (), 1), tuple(columns[len(COLUMNS) :]), tuple(unknown))
