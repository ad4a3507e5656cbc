"""From a directive's title and option block to the model, and the problems on the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.finding import Finding
from sphinx_cv.model.suggestion import hint_of, suggestion

from .addresses import check_link
from .silence import read_silence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from .options import Block


class OptionReader:
    """Reads the options of one directive and keeps the problems it met.

    ``line`` is the source line of the directive; ``first`` that of the block's first line.
    """

    def __init__(
        self, directive: str, block: Block, allowed: Collection[str], *, line: int, first: int
    ) -> None:
        self.directive = directive
        self.allowed = allowed
        self.line = line
        self.problems: list[Finding] = []
        self._values: dict[str, str] = {}
        self._lines: dict[str, int] = {}
        for number, text in block.unread:
            self.problem(
                "option", f'"{text}" is not an option: write ":key: value"', first + number
            )
        for option in block.options:
            number = first + option.line
            if option.name not in allowed:
                hint = hint_of(option.name, sorted(allowed))
                self.problem("option", f'{directive} has no option "{option.name}".{hint}', number)
            elif option.name in self._values:
                self.problem("option", f'"{option.name}" is given twice: the first counts', number)
            else:
                self._values[option.name] = option.value
                self._lines[option.name] = number
        name, colon, value = block.below.partition(":")
        if colon and name.strip() in allowed:
            self.problem(
                "option",
                f'"{block.below}" is not an option: write ":{name.strip()}: {value.strip()}"',
                first + block.body_start,
            )

    def problem(self, subtype: str, message: str, line: int | None = None) -> None:
        """Note a problem at *line*, by default the directive's own."""
        self.problems.append(
            Finding(subtype=subtype, message=message, line=self.line if line is None else line)
        )

    def line_of(self, name: str) -> int:
        """Return the line of the option *name*, or of the directive."""
        return self._lines.get(name, self.line)

    @property
    def lines(self) -> dict[str, int]:
        """The line of each option that was read."""
        return dict(self._lines)

    def has(self, name: str) -> bool:
        """Whether the option is there, be it empty."""
        return name in self._values

    def text(self, name: str) -> str:
        """Return the option's text, ``""`` where it is missing."""
        return self._values.get(name, "")

    def required(self, name: str, example: str) -> str:
        """Return the option's text; a problem where it is missing."""
        if not self.text(name):
            message = f'{self.directive} needs ":{name}:", for example ":{name}: {example}"'
            if self.directive == "cv-lines":
                message = f'the line has no {name}: write "2023-05 | The title | ICML"'
            self.problem("option", message, self.line_of(name))
        return self.text(name)

    def flag(self, name: str) -> bool:
        """Whether the flag is set; a problem where it is given a value."""
        if self.text(name):
            self.problem("option", f'"{name}" takes no value: write ":{name}:"', self.line_of(name))
        return self.has(name)

    def words(self, name: str, separator: str | None = None) -> tuple[str, ...]:
        """Return the option split at *separator*, by default at commas or white space.

        A problem where there is nothing but separators.
        """
        text = self.text(name)
        parts = re.split(r"[,\s]+" if separator is None else separator, text)
        words = tuple(part.strip() for part in parts if part.strip())
        if text and not words:
            self.problem("option", f'"{text}" is no value of "{name}"', self.line_of(name))
        return words

    def number(self, name: str) -> int | None:
        """Return the option as a whole number from 1; a problem where it is none."""
        text = self.text(name)
        if re.fullmatch(r"0*[1-9]\d{0,8}", text, re.ASCII):
            return int(text)
        if self.has(name):
            self.problem(
                "option",
                f'"{text or name}" is not a number: write ":{name}: 3"',
                self.line_of(name),
            )
        return None

    def choice(self, name: str, known: Collection[str]) -> str:
        """Return the option if it is one of *known*; a problem and ``""`` where it is not."""
        word = self.text(name)
        if not word or word in known:
            return word
        hint = hint_of(word, known)
        self.problem("option", f'"{word}" is no value of "{name}".{hint}', self.line_of(name))
        return ""

    def kind(self, kinds: Collection[str], default: str, *, own: str = "") -> str:
        """Return the option ``kind``, or *default* where it is missing or unknown.

        *own* is an example of ``cv_kinds``, where the author may add a kind.
        """
        kind = self.text("kind")
        if not kind:
            return default
        if kind not in kinds:
            hint = hint_of(kind, kinds)
            if own and not suggestion(kind, kinds):
                hint += f" For another, write cv_kinds = {own} in conf.py."
            self.problem(
                "kind", f'"{kind}" is not a kind of {self.directive}.{hint}', self.line_of("kind")
            )
            return default
        return kind

    def url(self, name: str, find: Callable[[str], str] | None = None) -> str:
        """Return the option as an address, ``""`` and a problem where it is none.

        It may be a file, if *find* is there to return its path.
        """
        if not self.text(name):
            return ""
        try:
            return check_link(self.text(name), find)
        except ValueError as error:
            self.problem("link", str(error), self.line_of(name))
            return ""

    def silenced(self) -> tuple[str, ...]:
        """Read ``silence``: the rules whose notes are answered, each with a reason."""
        names, problems = read_silence(self.text("silence"))
        for message in problems:
            self.problem("option", message, self.line_of("silence"))
        return names
