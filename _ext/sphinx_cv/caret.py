"""Shows a warning as a compiler does: the line of the source, and a caret under the fault.

Knows no Sphinx but the form of its warnings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .problem import suggestion
from .rules import RULES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_WARNING = re.compile(
    r"(?:(?P<path>(?:[A-Za-z]:)?[^:\n]+)(?::(?P<line>\d+))?: )?(?:WARNING|ERROR|CRITICAL): "
    r"(?P<message>.*)"
)
_TYPE = re.compile(r" \[(?P<type>[\w.-]+)\]$")
# What a message names: in quotes, a control word of TeX, the type of an entry.
_NAMED = re.compile(
    r"\"(.+?)\"(?!\w)|(?<!\w)'(.+?)'(?!\w)|`([^`\s][^`]*)`|(?<!\S)(\\[A-Za-z]+)|(?<!\S)@(\w+)"
)
_OPTION = re.compile(r"\s*:?[\w-]+:\s+")
_DIRECTIVE = re.compile(r"\{[\w:-]+\}")
# An entry of a .bib file ends before the next one.
_ENTRY = re.compile(r"\s*@\w+\s*[{(]\s*([^\s,})]*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One warning; ``path`` is ``""`` and ``line`` 0 where it names none.

    ``type`` is that of Sphinx, such as ``cv.date``; ``column`` and ``length`` are those of the
    faulty text, 0 where they are not known.
    """

    path: str
    line: int
    message: str
    type: str = ""
    column: int = 0
    length: int = 0

    @property
    def is_note(self) -> bool:
        """Whether it is judgement, not a fault."""
        family, _dot, rule = self.type.partition(".")
        return family == "cv" and rule in RULES and RULES[rule].note


def parse(text: str) -> list[Finding]:
    """Read what Sphinx has printed; each warning once."""
    found: list[Finding] = []
    for line in text.splitlines():
        if match := _WARNING.fullmatch(line):
            found.append(
                Finding(
                    path=match["path"] or "",
                    line=int(match["line"] or 0),
                    message=match["message"],
                )
            )
        elif found and line.strip():
            found[-1] = replace(found[-1], message=f"{found[-1].message} {line.strip()}")
    return list(dict.fromkeys(map(_typed, found)))


def _typed(finding: Finding) -> Finding:
    match = _TYPE.search(finding.message)
    if match is None:
        return finding
    return replace(finding, message=finding.message[: match.start()], type=match["type"])


def advise(finding: Finding, known: Collection[str]) -> Finding:
    """Name the nearest of the *known* words, where the message names a word and no other."""
    if "Did you mean" in finding.message or finding.type.startswith("cv."):
        return finding
    for word in _quoted(finding.message):
        bare = word.removeprefix("#")
        if bare not in known and (hint := suggestion(bare, known)):
            return replace(finding, message=f"{finding.message.rstrip('.')}.{hint}")
    return finding


def locate(finding: Finding, lines: Sequence[str]) -> Finding:
    """Find the place of the faulty text: the first word named in the message that stands there."""
    if finding.column or not 0 < finding.line <= len(lines):
        return finding
    extent = _extent(finding, lines)
    if "twice" in finding.message:
        # The second is the one too many.
        extent.reverse()
    for word in _named(finding, lines):
        for number, text in extent:
            if at := _find(word, text):
                return replace(finding, line=number, column=at, length=len(word))
    text = lines[finding.line - 1]
    match = _DIRECTIVE.search(text) or re.search(r"\S.*", text)
    if match is None:
        return finding
    return replace(finding, column=match.start() + 1, length=len(match[0].rstrip()))


def _named(finding: Finding, lines: Sequence[str]) -> list[str]:
    """Return the words that the message names; the key of a .bib entry is but its last resort."""
    words = _quoted(finding.message)
    entry = _ENTRY.match(lines[finding.line - 1]) if finding.path.endswith(".bib") else None
    if entry is None:
        return words
    return [*(word for word in words if word != entry[1]), entry[1]]


def show(finding: Finding, lines: Sequence[str], root: Path) -> str:
    """Return the finding in the form of a compiler, its file relative to *root*."""
    path = Path(finding.path)
    name = str(path.relative_to(root)) if path.is_relative_to(root) else finding.path
    place = ":".join(
        filter(None, (name, *(str(at) for at in (finding.line, finding.column) if at)))
    )
    kind = "note" if finding.is_note else "error"
    rule = f" [{finding.type}]" if finding.type else ""
    head = f"{place or 'conf.py'}: {kind}: {finding.message}{rule}"
    if not finding.column or finding.line > len(lines):
        return head
    source = lines[finding.line - 1].expandtabs(1)
    return f"{head}\n    {source}\n    {' ' * (finding.column - 1)}{'^' * max(finding.length, 1)}"


def findings(text: str, known: Collection[str], exact: Mapping[Finding, Finding]) -> list[Finding]:
    """Read *text*, and place every finding, in order; *exact* has those whose place is known."""
    placed = []
    for finding in parse(text):
        advised = advise(exact.get(finding, finding), known)
        placed.append(locate(advised, read(advised.path)))
    return sorted(placed, key=lambda finding: (finding.path, finding.line, finding.column))


def read(path: str) -> list[str]:
    """Return the lines of a file, none where it cannot be read."""
    try:
        return Path(path).read_text("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []


def _quoted(message: str) -> list[str]:
    return ["".join(groups) for groups in _NAMED.findall(message)]


def _extent(finding: Finding, lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return the lines that the finding may be about: up to the end of its paragraph or entry."""
    is_end = _ENTRY.match if finding.path.endswith(".bib") else re.compile(r"\s*$").match
    extent = [(finding.line, lines[finding.line - 1])]
    for number, line in enumerate(lines[finding.line :], finding.line + 1):
        if is_end(line):
            break
        extent.append((number, line))
    return extent


def _find(word: str, text: str) -> int:
    """Return the column of *word* in *text*, of an option in its value first, or 0."""
    option = _OPTION.match(text)
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?![^\W\d])")
    match = (pattern.search(text, option.end()) if option else None) or pattern.search(text)
    return match.start() + 1 if match else 0
