"""Reads .bib files so that no fault stops the build or costs an entry.

sphinxcontrib-bibtex parses the files only when what it has stored of them is out of date. We
store ours first: the same data, with the faults told apart.
"""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pybtex.errors
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import month_names
from pybtex.exceptions import PybtexError
from pybtex.utils import CaseInsensitiveDict

from sphinx_cv.bibliography.entry_types import INSTRUCTIONS, TYPES
from sphinx_cv.bibliography.fields import ROLES, in_language
from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.model.finding import Finding
from sphinx_cv.model.suggestion import suggestion

from .inheritance import inherit
from .parser import Command, EntryParser

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping


# Empty values: "{}", and "n/a" or "null" where Wiley or the ACS know no pages yet.
_NOTHING = re.compile(r"[{}\s]*(?:n/a(?:-+n/a)?|null)?[{}\s]*", re.IGNORECASE)
# A space at either end, within the braces of a whole field: "{{Title }}".
_AT_ENDS = re.compile(r"\A(\{+)\s+|(?<=[^\s\\])\s+(?=\}+\Z)")
# A type that is meant differs by so many letters.
_SLIPS = 2
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the entries, the faults, the place of every entry, the keys of every file.

    A fault of a file as a whole is at its line 1.
    """

    encoding: str
    data: BibliographyData = field(default_factory=BibliographyData)
    faults: list[Finding] = field(default_factory=list)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    keys: dict[Path, list[str]] = field(default_factory=dict)


def read_files(
    paths: list[Path],
    encoding: str,
    *,
    anchor: Callable[[str], str] = str.lower,
    language: str = "",
) -> Reading:
    """Read the .bib files *paths*; no two entries get the same *anchor*, which is of the key.

    A field that is there in the *language* as well, such as ``title_fr``, has its text from there.
    """
    reading = Reading(encoding)
    # As in BibTeX, a file of @strings serves the files behind it.
    macros = CaseInsensitiveDict(month_names)
    anchors: dict[str, str] = {}
    for path in paths:
        known = set(reading.data.entries)
        reader = _FileReader(reading, path, anchor=anchor, anchors=anchors, language=language)
        reader.read(macros)
        reading.keys[path] = [key for key in reading.data.entries if key not in known]
    for key, message in inherit(reading.data.entries):
        reading.faults.append(_fault(*reading.places[key], message))
    _drop_stores(reading)
    return reading


def _drop_stores(reading: Reading) -> None:
    """Drop the entries that only hold data for others (biblatex manual, 2.1.1)."""
    entries = reading.data.entries
    stores = {key for key, entry in entries.items() if entry.type == "xdata"}
    for key in stores:
        del entries[key]
    for keys in reading.keys.values():
        keys[:] = [key for key in keys if key not in stores]


class _FileReader:
    """Adds the entries of one file to what was read."""

    def __init__(
        self,
        reading: Reading,
        path: Path,
        *,
        anchor: Callable[[str], str],
        anchors: dict[str, str],
        language: str,
    ) -> None:
        self._reading = reading
        self._path = path
        self._anchor = anchor
        self._anchors = anchors
        self._language = language
        self._told: set[Finding] = set()
        self._numbers: dict[str, int] = {}

    def read(self, macros: MutableMapping[str, str]) -> None:
        """Read the file, with the @strings of those before it."""
        text = self._text()
        for command in EntryParser(text, macros, self._note):
            if command.type.lower() not in INSTRUCTIONS:
                self._add(command)

    def _text(self) -> str:
        try:
            if self._path.is_fifo():
                # Reading would wait for whoever writes into it, perhaps for ever.
                raise OSError(errno.EINVAL, "it is a pipe")
            data = self._path.read_bytes()
        except FileNotFoundError:
            # Reported with its place in conf.py.
            return ""
        except OSError as error:
            self._note(1, f"the file cannot be read: {error.strerror}")
            return ""
        text = self._decode(data).replace("\r\n", "\n").replace("\r", "\n")
        # Copied from PDFs; neither HTML nor TeX allows them.
        if found := _CONTROL.search(text):
            line = text.count("\n", 0, found.start()) + 1
            sign = f"U+{ord(found[0]):04X}"
            self._note(line, f"the control character {sign} is left out: take it out of the file")
        return _CONTROL.sub("", text)

    def _decode(self, data: bytes) -> str:
        encoding = self._reading.encoding
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            self._note(1, "the file is UTF-16: save it as UTF-8")
            return data.decode("utf-16", "replace")
        if b"\0" in data[:2]:
            self._note(1, "the file is UTF-16: save it as UTF-8")
            return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            name = encoding.removesuffix("-sig").upper()
            self._note(line, f"the file is not {name}: it is read as Latin-1; save it as UTF-8")
        except LookupError:
            self._note(1, f'bibtex_encoding is "{encoding}", which is none: write "utf-8-sig"')
        # Files of two encodings are put together: a line is read in its own.
        return "".join(map(_decoded, data.splitlines(keepends=True)))

    def _add(self, command: Command) -> None:
        line = command.line
        entries = self._reading.data.entries
        key = command.key or self._free("unnamed", lambda key: key in entries)
        if not command.key:
            self._note(line, f'an entry has no key: it is listed as "{key}"')
        if command.type.lower() not in TYPES:
            hint = suggestion(command.type.lower(), TYPES, letters=_SLIPS)
            self._note(line, f'"{key}" is of the unknown type @{command.type}.{hint}')
        entry = Entry(command.type)
        for name, text in in_language(command.fields, self._language):
            value = _value(text)
            if name in entry.fields or name in entry.persons:
                self._note(line, f'"{key}" has "{name}" twice: the first counts')
                continue
            role = name.lower()
            if role not in ("author", "editor"):
                # Conditions of lists ask the fields for all other roles.
                entry.fields[name] = value
            if role in ROLES and (people := self._people(key, text, line)):
                entry.persons[role] = people
        unique = self._unique(key, line)
        self._reading.data.add_entry(unique, entry)
        self._reading.places[unique] = (str(self._path), line)

    def _unique(self, key: str, line: int) -> str:
        """Return *key*, or a similar one if it is taken."""
        entries = self._reading.data.entries

        def taken(key: str) -> bool:
            return key in entries or self._anchor(key) in self._anchors

        unique = self._free(key, taken) if taken(key) else key
        if unique != key:
            first = entries[key].key if key in entries else self._anchors[self._anchor(key)]
            path, first_line = self._reading.places[first]
            where = f"line {first_line}" if path == str(self._path) else Path(path).name
            what = "is taken" if key in entries else f'makes the same address as "{first}"'
            self._note(
                line,
                f'the key "{key}" {what}, see {where}: this entry is listed as "{unique}"; '
                "give it a key of its own",
            )
        self._anchors[self._anchor(unique)] = unique
        return unique

    def _free(self, key: str, taken: Callable[[str], bool]) -> str:
        """Return *key* with a number that makes it unique."""
        # Those below are taken: thousands of entries may have one key.
        number = self._numbers.get(key, 1 if key == "unnamed" else 2)
        while taken(f"{key}-{number}"):
            number += 1
        self._numbers[key] = number
        return f"{key}-{number}"

    def _people(self, key: str, names: str, line: int) -> list[Person]:
        parts, problem = split_names(names)
        if problem:
            self._note(line, f'"{key}": {problem}')
        people = []
        for name in parts:
            try:
                with pybtex.errors.capture() as errors:
                    person = Person(name)
            except (PybtexError, ValueError, IndexError):
                errors = [None]
            if errors:
                problem = f'"{key}" has a name that cannot be read: "{name}"; write "Last, First"'
                self._note(line, problem)
                whole = re.sub(r"[{}]", "", name)
                person = Person(last=f"{{{whole}}}")
            people.append(person)
        return people

    def _note(self, line: int, message: str) -> None:
        fault = _fault(str(self._path), line, message)
        if fault not in self._told:
            self._told.add(fault)
            self._reading.faults.append(fault)


def _fault(path: str, line: int, message: str) -> Finding:
    return Finding(subtype="bibliography", message=message, place=path, line=line)


def _value(text: str) -> str:
    """Return the text of a field on one line, ``""`` if it is empty."""
    value = _AT_ENDS.sub(lambda match: match[1] or "", " ".join(text.split()))
    return "" if _NOTHING.fullmatch(value) else value


def _decoded(line: bytes) -> str:
    # cp1252 is what Windows makes of Latin-1; it lacks a few letters.
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")
