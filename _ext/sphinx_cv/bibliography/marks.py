"""Marks at authors' names: who contributed equally, who answers letters, who supervised.

They come from biblatex's data annotation ``author+an = {1=equal;2=equal}``, or from a mark
typed at the end of a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pybtex.database import Entry, Person

MARKS = {"equal": "*", "corresponding": "†", "supervising": "‡"}

# In TeX's words: a dagger is a control word in math.
_COMMANDS = {
    r"\ddagger": "‡",
    r"\ddag": "‡",
    r"\dagger": "†",
    r"\dag": "†",
    r"\ast": "*",
    r"\textdaggerdbl": "‡",
    r"\textdagger": "†",
    r"\textasteriskcentered": "*",
}
# No "+" within another: a long row of stars would take for ever.
_MARK = rf"(?:\\?[*†‡]|{'|'.join(map(re.escape, _COMMANDS))})"
# Raised numbers are those of affiliations, which a CV does not print.
_RAISED = rf"\$?\^?(?:{_MARK}|[\d,\s])+\$?"
_TYPED = re.compile(
    rf"(?:{_MARK}|\{{{_MARK}+\}}|\$(?:\^?{_MARK}+|\^\d|\^?\{{{_RAISED}\}})\$"
    rf"|\\textsuperscript\{{{_RAISED}\}}){{1,9}}$"
)
_ANNOTATION = re.compile(r"\b(\d{1,4})\s*=\s*([\w,\s\"]+)")


def author_marks(entry: Entry) -> list[str]:
    """Return the marks of each author of *entry*, ``""`` for most."""
    persons = entry.persons.get("author", [])
    marks = [typed_marks(person) for person in persons]
    for number, names in _ANNOTATION.findall(entry.fields.get("author+an", "")):
        place = int(number) - 1
        for name in re.split(r'[,\s"]+', names.lower()):
            mark = MARKS.get(name, "")
            if place in range(len(marks)) and mark not in marks[place]:
                marks[place] += mark
    return marks


def typed_marks(person: Person) -> str:
    """Return the marks typed at the end of a person's last or first name."""
    parts = (*person.last_names, *person.lineage_names, *person.bibtex_first_names)
    typed = "".join(match[0] for part in parts if (match := _TYPED.search(part)))
    for command, mark in _COMMANDS.items():
        typed = typed.replace(command, mark)
    return "".join(dict.fromkeys(mark for mark in typed if mark in MARKS.values()))


def without_marks(part: str) -> str:
    """Return a part of a name without the marks typed at its end."""
    return _TYPED.sub("", part)
