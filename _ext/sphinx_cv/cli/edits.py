"""Edits in the files of an import: answers to notes, and options and fields taken out."""

from __future__ import annotations

import re

from sphinx_cv.importer.bib_fields import field_spans, inner, without_field
from sphinx_cv.source.silence import AS_IMPORTED

_FENCE = re.compile(r"\s*(?:`{3,}|:{3,})\{(?:talk|cv-entry|cv-lines)\}\s*(.*)")
_OPTION = re.compile(r"\s*:[a-z-]+:")
_ENTRY = re.compile(r"\s*@\w+\s*\{\s*([^,\s]*)")


class Page:
    """A page of Markdown, as entries that begin at a line."""

    head = _FENCE

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")

    @property
    def text(self) -> str:
        """The text of the file."""
        return "\n".join(self.lines)

    def start(self, line: int) -> int:
        """Return the line that the entry at *line* begins with, or that line itself."""
        for number in range(min(line, len(self.lines)), 0, -1):
            words = self.lines[number - 1]
            if self.head.match(words):
                return number
            if words.strip() in ("```", "````", ":::", "::::") and number < line:
                break
        return line

    def name(self, start: int) -> str:
        """Return what the entry that begins at *start* is called, or the number of the line."""
        match = self.head.match(self.lines[start - 1])
        return match[1] if match and match[1] else f"line {start}"

    def value_at(self, start: int, line: int, _message: str) -> str:
        """Return the option of an entry that a message, told of *line*, is about."""
        words = self.lines[line - 1]
        return words if line > start and _OPTION.match(words) else ""

    def take_out(self, start: int, value: str) -> str:
        """Take an option out of the entry that begins at *start*; return its words."""
        del self.lines[self.lines.index(value, start)]
        return value.strip()

    def silence(self, start: int, rule: str) -> None:
        """Add the answer to *rule* to the entry that begins at *start*, or before a paragraph."""
        answer = f"{rule}, {AS_IMPORTED}"
        if self.head.match(self.lines[start - 1]):
            self._join(start, r":silence:\s*(.*)", f":silence: {answer}", answer)
        elif f"% silence: {answer}" not in self.lines[max(start - 3, 0) : start - 1]:
            self.lines[start - 1 : start - 1] = [f"% silence: {answer}", ""]

    def _join(self, start: int, pattern: str, new: str, answer: str) -> None:
        """Add *answer* to the answers below *start*, or as a line of its own."""
        following = self.lines[start] if start < len(self.lines) else ""
        match = re.fullmatch(pattern, following)
        if match and answer not in match[1].split("; "):
            self.lines[start] = following.replace(match[1], f"{match[1]}; {answer}")
        elif not match:
            self.lines.insert(start, new)


class Bibliography(Page):
    """A .bib file, as entries that begin at a line."""

    head = _ENTRY

    def start(self, line: int) -> int:
        """Return the line that the entry at *line* begins with, or that line itself."""
        numbers = range(min(line, len(self.lines)), 0, -1)
        return next((number for number in numbers if _ENTRY.match(self.lines[number - 1])), line)

    def _entry(self, start: int) -> tuple[str, int]:
        """Return the entry that begins at *start*, and its last line."""
        following = range(start + 1, len(self.lines) + 1)
        last = next((n - 1 for n in following if _ENTRY.match(self.lines[n - 1])), len(self.lines))
        return "\n".join(self.lines[start - 1 : last]), last

    def value_at(self, start: int, line: int, message: str) -> str:
        """Return the field of an entry that *message*, told of *line*, is about."""
        spans = list(field_spans(self._entry(start)[0]))
        first = sum(len(words) + 1 for words in self.lines[start - 1 : line - 1])
        last = first + len(self.lines[line - 1])
        told = set(re.findall(r'"([^"]+)"', message))
        here = [
            name for name, _value, at, end in spans if line > start and at < last and end > first
        ]
        said = [name for name, value, *_place in spans if told & {name, inner(value).strip()}]
        return next(iter([*reversed(here), *said]), "")

    def take_out(self, start: int, value: str) -> str:
        """Take a field, or all of the entry, out of that which begins at *start*."""
        entry, last = self._entry(start)
        found = [text for name, text, *_place in field_spans(entry) if name == value]
        rest = without_field(entry, value) if value else ""
        self.lines[start - 1 : last] = rest.split("\n")
        return f"{value} = {' '.join(found[-1].split())}" if value else " ".join(entry.split())

    def silence(self, start: int, rule: str) -> None:
        """Add the answer to *rule* to the entry that begins at *start*."""
        answer = f"{rule}, {AS_IMPORTED}"
        line = f"  silence = {{{answer}}},"
        self._join(start, r"\s*silence\s*=\s*\{(.*)\},", line, answer)
