"""From a directive's title and option block to the model, and the problems on the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.dates import PRESENT, DateRange, PartialDate, between, ends_of, parse_end
from sphinx_cv.model.finding import Finding
from sphinx_cv.model.items import Entry, Link, Talk
from sphinx_cv.model.kinds import BUILT_IN, DEFAULT_ENTRY_KIND
from sphinx_cv.model.suggestion import suggestion

from .addresses import check_url
from .silence import read_silence

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx_cv.model.kinds import Kinds

    from .options import Block

TALK_LINKS = ("slides", "video", "poster", "code", "url")
COMMON = ("kind", "location", "date", "publication", "name", "class", "silence")
ENTRY_OPTIONS = (
    *COMMON,
    "organization",
    "start",
    "end",
    "expected",
    "full-dates",
    "url",
    "with",
)
TALK_OPTIONS = (
    *COMMON,
    "event",
    "host",
    "online",
    "upcoming",
    "language",
    "entry",
    *TALK_LINKS,
)


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
                hint = suggestion(option.name, allowed) or f" Known: {', '.join(sorted(allowed))}."
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
            self.problem(
                "option",
                f'{self.directive} needs ":{name}:", for example ":{name}: {example}"',
                self.line_of(name),
            )
        return self.text(name)

    def flag(self, name: str) -> bool:
        """Whether the flag is set; a problem where it is given a value."""
        if self.text(name):
            self.problem("option", f'"{name}" takes no value: write ":{name}:"', self.line_of(name))
        return self.has(name)

    def words(self, name: str, separator: str | None = None) -> tuple[str, ...]:
        """Return the option split at *separator* (by default commas or white space)."""
        parts = re.split(r"[,\s]+" if separator is None else separator, self.text(name))
        return tuple(part.strip() for part in parts if part.strip())

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
        hint = suggestion(word, known) or f" Known: {', '.join(known)}."
        self.problem("option", f'"{word}" is no value of "{name}".{hint}', self.line_of(name))
        return ""

    def kind(self, kinds: Collection[str], default: str) -> str:
        """Return the option ``kind``, or *default* where it is missing or unknown."""
        kind = self.text("kind")
        if not kind:
            return default
        if kind not in kinds:
            hint = suggestion(kind, kinds) or f" Known: {', '.join(kinds)}."
            self.problem(
                "kind", f'"{kind}" is not a kind of {self.directive}.{hint}', self.line_of("kind")
            )
            return default
        return kind

    def url(self, name: str) -> str:
        """Return the option as an address, ``""`` and a problem where it is none."""
        if not self.text(name):
            return ""
        try:
            return check_url(self.text(name))
        except ValueError as error:
            self.problem("link", str(error), self.line_of(name))
            return ""

    def silenced(self) -> tuple[str, ...]:
        """Read ``silence``: the rules whose notes are answered, each with a reason."""
        names, problems = read_silence(self.text("silence"))
        for message in problems:
            self.problem("option", message, self.line_of("silence"))
        return names

    def dates(self, ahead: str = "expected") -> tuple[DateRange | None, str]:
        """Read ``date``, or ``start`` and ``end``: the range, or the text to show in its place.

        *ahead* is the flag that says that the end lies ahead.
        """
        flags = {"expected": self.flag(ahead), "full": self.flag("full-dates")}
        date, start, end = self.text("date"), self.text("start"), self.text("end")
        if flags["expected"] and end == PRESENT:
            self.problem("date", f'"{ahead}" needs an end: write ":end: 2028"', self.line_of(ahead))
            flags["expected"] = False
        if date and (start or end):
            self.problem("date", 'write either "date" or "start" and "end"', self.line_of("date"))
        if start and end:
            return self._dates("end", start, end, **flags)
        for name, text in (("date", date), ("start", start), ("end", end)):
            if text:
                if name != "date":
                    other = ":end: present" if name == "start" else ":start:"
                    self.problem(
                        "date",
                        f'"{name}" stands alone: add "{other}", or write ":date: {text}"',
                        self.line_of(name),
                    )
                return self._dates(name, text, text, **flags)
        for name in ("expected", "full-dates"):
            if self.has(name):
                self.problem("date", f'"{name}" needs "start" and "end"', self.line_of(name))
        return None, ""

    def _dates(
        self, name: str, start: str, end: str, *, expected: bool, full: bool
    ) -> tuple[DateRange | None, str]:
        """Read the range; *name* is the option of its end, or of a date that is both ends."""
        text = start if start == end else f"{start} – {end}"
        bounds = [(name, end)] if start == end else [("start", start), (name, end)]
        faulty = [self._is_faulty(bound, given) for bound, given in bounds]
        if any(faulty):
            return None, text
        try:
            return between(start, end, expected=expected, full=full), ""
        except ValueError as error:
            self.problem("date", str(error), self.line_of(name))
            return None, text

    def _is_faulty(self, name: str, text: str) -> bool:
        """Whether the option *name* holds no date, which is a problem."""
        message = ""
        ends = ends_of(text) if name == "date" else None
        if ends and "start" in self.allowed:
            message = f'"{text}" is a range: write ":start: {ends[0]}" and ":end: {ends[1]}"'
        elif ends:
            message = f'"{text}" is a range: write its first day, "{ends[0]}"'
        else:
            try:
                (parse_end if name == "end" else PartialDate.parse)(text)
            except ValueError as error:
                message = str(error)
        if message:
            self.problem("date", message, self.line_of(name))
        return bool(message)


def read_entry(
    title: str, options: OptionReader, *, default_kind: str, kinds: Kinds = BUILT_IN
) -> Entry:
    """Build the entry of a ``cv-entry`` directive; *default_kind* comes from its page."""
    _need_title(title, options)
    dated, text = options.dates()
    return Entry(
        title=title,
        kind=options.kind(kinds.entry, default_kind or DEFAULT_ENTRY_KIND),
        organization=options.text("organization"),
        location=options.text("location"),
        dates=dated,
        date_text=text,
        url=options.url("url"),
        people=options.words("with", ","),
        publications=options.words("publication"),
        name=options.text("name"),
        classes=options.words("class"),
        silenced=options.silenced(),
    )


def read_talk(title: str, options: OptionReader, *, kinds: Kinds = BUILT_IN) -> Talk:
    """Build the talk of a ``talk`` directive."""
    _need_title(title, options)
    if not options.text("host"):
        options.required("event", "ICML")
    options.required("date", "2023-05")
    dated, text = options.dates(ahead="upcoming")
    links = ((name, options.url(name)) for name in TALK_LINKS if name != "url")
    return Talk(
        title=title,
        kind=options.kind(kinds.talk, ""),
        event=options.text("event"),
        host=options.text("host"),
        location=options.text("location"),
        online=options.flag("online"),
        dates=dated,
        date_text=text,
        language=options.text("language"),
        entries=options.words("entry"),
        url=options.url("url"),
        links=tuple(Link(label=name, url=url) for name, url in links if url),
        publications=options.words("publication"),
        name=options.text("name"),
        classes=options.words("class"),
        silenced=options.silenced(),
    )


def _need_title(title: str, options: OptionReader) -> None:
    if not title:
        options.problem(
            "title", f"{options.directive} has no title: write ```{{{options.directive}}} The title"
        )
