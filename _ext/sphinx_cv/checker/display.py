"""Shows findings the way a compiler does: the line of the source, a caret under the fault."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_cv.model.finding import Finding


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return each finding once, by place."""
    return sorted(
        dict.fromkeys(findings), key=lambda finding: (finding.place, finding.line, finding.column)
    )


def show(finding: Finding, lines: Sequence[str], root: Path) -> str:
    """Return the finding in the form of a compiler's message, its file relative to *root*."""
    path = Path(finding.place)
    name = str(path.relative_to(root)) if path.is_relative_to(root) else finding.place
    numbers = (str(number) for number in (finding.line, finding.column) if number)
    place = ":".join(filter(None, (name, *numbers)))
    kind = "note" if finding.note else "error"
    rule = f" [{finding.code}]" if finding.code else ""
    head = f"{place or 'conf.py'}: {kind}: {finding.message}{rule}"
    if not finding.column or finding.line > len(lines):
        return head
    source = "".join(sign if sign.isprintable() else " " for sign in lines[finding.line - 1])
    start = finding.column - 1
    marked = source[start : start + finding.length]
    return f"{head}\n    {source}\n    {' ' * _width(source[:start])}{'^' * max(_width(marked), 1)}"


def summary(findings: Sequence[Finding]) -> str:
    """Return the number of errors and of notes, in words."""
    notes = sum(finding.note for finding in findings)
    return f"{_count(len(findings) - notes, 'error')}, {_count(notes, 'note')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))
