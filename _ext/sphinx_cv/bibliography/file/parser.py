"""Reads the entries of one .bib file with pybtex's scanner, and goes on behind every fault.

An entry with a fault is read again field by field, up to where the next entry starts, so that
a brace too many or too few costs no more than the value that it stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

from pybtex.database.input.bibtex import LowLevelParser
from pybtex.scanner import Pattern, PybtexSyntaxError

from sphinx_cv.bibliography.entry_types import TYPES
from sphinx_cv.bibliography.tex.text import flat, rich
from sphinx_cv.source import braces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, MutableMapping

# Where an entry starts, should the one before it never end.
_START = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+(?:\s*[{(]|[ \t]+[^\s,{}]+,[ \t]*$)", re.MULTILINE)
_HEAD = re.compile(r"@\s*([A-Za-z][\w-]*)\s*[{(]?")
_COMMENT = re.compile(r"\s*comment\b\s*", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")
_KEY = re.compile(r"\s*([^\s,={}]+(?:[ \t]+[^\s,={}]+)*)[ \t]*(?=[,\n}]|$)")
# With braces or TeX, as OpenReview writes keys: "t{\\"o}nnen2023where".
_ODD_KEY = re.compile(
    r"""\s*(?=[^\s,=]*[{}\\])((?:[^\s,={}\\]|\\[^\s\w]?|\{[^{}\n,=]*\})+)\s*,(?=\s*(?:[A-Za-z][\w-]*\s*=|[})]|$))"""
)
_KEYED = re.compile(r"\s*[^\s,{}@=]+\s*,")
# A field starts a line, follows a value on its line, or comes first in its braces.
_FIELD = re.compile(
    r"(?:^|(?<=[}\"\w=]),|(?<== ),|(?<=[}\"])[ \t]|(?<=[{(]))\s*([A-Za-z][\w+:.\-]{2,})\s*=\s*",
    re.MULTILINE,
)
# Nothing, where a value should be: OSTI has "number = , volume = ,".
_NOTHING = re.compile(r"\s*(?=[,})])")
# A field behind an entry: a brace has closed the entry too early.
_MORE = re.compile(r"[\s,}]*[,}\n]\s*[A-Za-z][\w+:.\-]{2,}\s*=\s*[{\"\d]")
# What may stand behind a value, and behind the last one.
_BEHIND = re.compile(r"\s*,?\s*(?:%[^\n]*\s*)?$|[ \t]*,[ \t]*(?:%[^\n]*)?\n")
_BEHIND_LAST = re.compile(r"[\s,]*(?:%[^\n]*\s*)*(?:[})]|$)")
# An @string of @strings of @strings can fill any memory.
_LONGEST_STRING = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """An entry as typed: its key is ``""`` where it has none; ``line`` counts from 1."""

    type: str
    key: str
    fields: list[tuple[str, str]]
    line: int


class EntryParser(LowLevelParser):  # type: ignore[misc]
    """Iterates over the entries of *text*; passes the line and message of a fault to ``note``.

    ``macros`` are the @strings; those of the text are added.
    """

    # As in biblatex, a percent sign between two fields starts a comment.
    WHITESPACE = Pattern(r"(?:\s+|%[^\n]*)+", "whitespace")

    def __init__(
        self, text: str, macros: MutableMapping[str, str], note: Callable[[int, str], None]
    ) -> None:
        super().__init__(text, macros=macros, handle_error=self._salvage)
        self._note = note
        self._unfit: set[str] = set()
        self._line = 1
        # The fields of an entry that have no value, with their lines.
        self._empty: dict[str, int] = {}

    def __iter__(self) -> Iterator[Command]:
        """Iterate over the entries, those without a key as well."""
        while self.skip_to([self.AT]):
            self.command_start = self.pos - 1
            self._line = self.lineno
            if self._is_text() or self._is_comment():
                continue
            kind = self._type()
            self._empty.clear()
            try:
                self.parse_command()
            except PybtexSyntaxError as error:
                # Before the brace.
                self._salvage(error)
                if not self.current_fields:
                    continue
            is_entry = kind.lower() not in ("string", "preamble")
            if is_entry and _MORE.match(self.text, self.pos, self._end()):
                self._salvage()
            self._tell_empty()
            if not is_entry:
                continue
            fields = [(name, "".join(parts)) for name, parts in self.current_fields]
            yield Command(
                type=kind, key=self.current_entry_key or "", fields=fields, line=self._line
            )

    def parse_entry_body(self, body_end: Pattern) -> None:
        """Read an entry, also one without a key."""
        if odd := _ODD_KEY.match(self.text, self.pos):
            sound = _sound(odd[1])
            # The sound one first: the line is that of the entry.
            message = f'write the key "{sound}" for {odd[1]}: no key can have its signs'
            self._note(self._line, message)
            self.current_entry_key = sound
            self._go_to(odd.end(1))
        else:
            key = self.optional([self.KEY_PAREN if body_end == self.RPAREN else self.KEY_BRACE])
            self.current_entry_key = key.value if key else ""
        self.parse_entry_fields()

    def parse_value(self) -> None:
        """Read a value, or that there is none."""
        if self.current_field_name and _NOTHING.match(self.text, self.pos):
            self._empty[self.current_field_name] = self.lineno
        else:
            super().parse_value()

    def substitute_macro(self, name: str) -> str:
        """Return the value of an @string, or its name where there is none of a sound length."""
        text = str(self.macros.get(name, name))
        fault = "is no @string" if name not in self.macros else ""
        if len(text) > _LONGEST_STRING:
            text, fault = name, "is too long an @string"
        if fault and name.lower() not in self._unfit:
            self._unfit.add(name.lower())
            self._note(self.lineno, f'"{name}"{self._of_entry()} {fault}: put it in braces')
        return text

    def _tell_empty(self) -> None:
        if self._empty:
            names = '", "'.join(self._empty)
            verb = "has" if len(self._empty) == 1 else "have"
            line = min(self._empty.values())
            self._note(line, f'"{names}"{self._of_entry()} {verb} no value')

    def _is_text(self) -> bool:
        """Whether the "@" starts no entry, as in "% @book" and "me@home"."""
        before = self.text[self.text.rfind("\n", 0, self.command_start) + 1 : self.command_start]
        head = _HEAD.match(self.text, self.command_start)
        if head is None or before.lstrip().startswith("%"):
            return True
        if before[-1:].isalnum():
            # Letters before an entry are a slip; those before a sign in an address are not.
            return head[1].lower() not in TYPES or not _KEYED.match(self.text, head.end())
        # Within a line, only a brace shows that it is an entry.
        return bool(before.strip()) and head[0][-1] not in "{("

    def _is_comment(self) -> bool:
        """Whether this is a comment; the content of its braces is skipped."""
        comment = _COMMENT.match(self.text, self.pos)
        if comment and (closing := self._closing.get(comment.end())):
            self._go_to(closing + 1)
        return comment is not None

    @cached_property
    def _closing(self) -> dict[int, int]:
        """The place of each brace that is closed, and of the one that closes it."""
        return braces.pairs(self.text)

    def _salvage(self, error: PybtexSyntaxError | None = None) -> None:
        """Read the entry again, report what is wrong, and continue at the next one."""
        self._empty.clear()
        end = self._end()
        head = _HEAD.match(self.text, self.command_start)
        begin = head.end() if head else self.command_start
        kind = self._type().lower()
        self.current_entry_key = ""
        if kind not in ("string", "preamble") and (key := _KEY.match(self.text, begin, end)):
            self.current_entry_key = key[1]
            begin = key.end()
        found = list(_FIELD.finditer(self.text, begin, end))
        self.current_fields = []
        faults: list[tuple[int, str]] = []
        for place, field in enumerate(found):
            last = place == len(found) - 1
            stop = end if last else found[place + 1].start()
            value, sound = self._value(field.end(), stop, last=last)
            if value:
                self.current_fields.append((field[1], [value]))
            if not sound:
                what = "has a brace or quote too many or too few" if value else "has no value"
                faults.append(
                    (self._line_of(field.start(1)), f'"{field[1]}"{self._of_entry()} {what}')
                )
        if not faults and (fault := self._other_fault(error, end)):
            faults.append(fault)
        for line, message in faults:
            self._note(line, message)
        if kind == "string":
            self.macros.update((name, "".join(parts)) for name, parts in self.current_fields)
        self._go_to(end)

    def _other_fault(self, error: PybtexSyntaxError | None, end: int) -> tuple[int, str] | None:
        """Return the line and the sentence of a fault that is in no value."""
        key = self.current_entry_key
        if not self.current_fields:
            return self._line, f"syntax error{self._of_entry()}: no field can be read"
        if len(key.split()) > 1:
            return self._line, f'the key "{key}" has a space: write "{"-".join(key.split())}"'
        if error is None or self.pos >= end:
            return self._line, f"a brace{self._of_entry()} is never closed"
        if not key and self._type().lower() not in ("string", "preamble"):
            # Reported where the entry is added.
            return None
        return error.lineno, f"a comma or a brace{self._of_entry()} is missing"

    def _value(self, begin: int, stop: int, *, last: bool) -> tuple[str, bool]:
        """Return the value in a part of the text, and whether it is sound."""
        text = self.text[begin:stop]
        # The scanner expects something after a value.
        part = EntryParser(f"{text}\n}}", self.macros, self._note)
        part.lineno = self._line_of(begin)
        part.current_entry_key = self.current_entry_key
        part._unfit = self._unfit
        try:
            part.parse_value()
        except PybtexSyntaxError:
            return _unwrapped(text), False
        behind = (_BEHIND_LAST if last else _BEHIND).match(text, part.pos)
        return ("".join(part.current_value), True) if behind else (_unwrapped(text), False)

    def _type(self) -> str:
        head = _HEAD.match(self.text, self.command_start)
        return head[1] if head else ""

    def _of_entry(self) -> str:
        return f' in "{self.current_entry_key}"' if self.current_entry_key else ""

    def _end(self) -> int:
        """Return where the next entry starts."""
        start = _START.search(self.text, self.command_start + 1)
        return start.start() if start else len(self.text)

    def _line_of(self, place: int) -> int:
        return self._line + int(self.text.count("\n", self.command_start, place))

    def _go_to(self, place: int) -> None:
        self.pos = place
        self.lineno = self._line_of(place)


def _sound(key: str) -> str:
    """Return a key without what hurts an address."""
    plain = normalize("NFKD", flat(rich(key))).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w:.+/-]", "", plain) or "key"


def _unwrapped(text: str) -> str:
    """Return a value that cannot be read, without what seems to enclose it."""
    value = text.strip().rstrip(",").strip()
    opened = value[:1] if value[:1] in ("{", '"') else ""
    value = value.removeprefix(opened)
    while value.endswith("}") and value.count("}") > value.count("{"):
        value = value[:-1].rstrip(", \t\n")
    if opened == '"' and value.count('"') % 2:
        value = value.removesuffix('"')
    return value if braces.are_balanced(value) else _BRACE.sub("", value)
