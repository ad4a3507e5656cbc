"""Reads .bib files with pybtex's own parser, so that no fault stops the build or costs an entry.

sphinxcontrib-bibtex parses the files only when what it has stored of them is out of date. We
store ours first: the same data, with the faults told apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pybtex.errors
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import LowLevelParser, Parser, UndefinedMacro
from pybtex.scanner import PrematureEOF
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime, is_bibdata_outdated

from ..domain import CvDomain
from ..problem import suggestion
from .cite import cite_domain

if TYPE_CHECKING:
    from pybtex.scanner import Pattern, PybtexSyntaxError
    from sphinx.application import Sphinx

# The entry types of BibTeX and biblatex, and those of sites that everybody exports from.
TYPES = """
    article book booklet conference inbook incollection inproceedings manual mastersthesis misc
    phdthesis proceedings techreport unpublished collection mvbook mvcollection mvproceedings
    mvreference bookinbook suppbook suppcollection suppperiodical periodical reference inreference
    online electronic www patent report thesis dataset software set xdata artwork audio bibnote
    commentary image jurisdiction legislation legal letter movie music performance review standard
    video preprint webpage
""".split()

_NEXT_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A fault in a .bib file; ``line`` counts from 1, and 0 is the file as a whole."""

    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the data, the faults, and the place of every entry."""

    bibdata: BibData
    faults: list[Fault] = field(default_factory=list)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)


def read_files(paths: list[Path], encoding: str) -> Reading:
    """Read the .bib files *paths*."""
    reading = Reading(BibData(encoding=encoding, bibfiles={}, data=BibliographyData()))
    for path in paths:
        known = set(reading.bibdata.data.entries)
        if path.is_file():
            text = _decode(path, encoding, reading)
            parser = EntryParser(reading, str(path))
            # Person reports a name that it cannot read by a function of the module.
            with pybtex.errors.capture():
                parser.parse_string(text)
        else:
            fault = Fault(
                path=str(path), line=0, message="there is no such file: see bibtex_bibfiles"
            )
            reading.faults.append(fault)
        new = {key: None for key in reading.bibdata.data.entries if key not in known}
        reading.bibdata.bibfiles[path] = BibFile(mtime=get_mtime(path), keys=new)
    _inherit(reading)
    return reading


def read_bibliography(app: Sphinx) -> None:
    """Store what the .bib files hold, before sphinxcontrib-bibtex looks (``builder-inited``)."""
    domain = cite_domain(app.env)
    names = app.config.bibtex_bibfiles or []
    paths = [Path(app.confdir, name).resolve() for name in names]
    encoding = app.config.bibtex_encoding
    store = CvDomain.of(app.env).bibliography
    if is_bibdata_outdated(domain.bibdata, paths, encoding) or not store:
        reading = read_files(paths, encoding)
        domain.data["bibdata"] = reading.bibdata
        store.update(faults=reading.faults, places=reading.places)


class RecoveringParser(LowLevelParser):  # type: ignore[misc]
    """Reads entries without a key, and goes on after an entry that never ends."""

    pos: int
    unnamed = 0

    def parse_entry_body(self, body_end: Pattern) -> None:
        """Read an entry; one without a key gets one."""
        key = self.optional([self.KEY_PAREN if body_end == self.RPAREN else self.KEY_BRACE])
        if key is None:
            self.unnamed += 1
        self.current_entry_key = key.value if key else f"unnamed-{self.unnamed}"
        self.parse_entry_fields()

    def substitute_macro(self, name: str) -> str:
        """Return the value of an @string, or its name where it has none."""
        return super().substitute_macro(name) or name

    def recover(self) -> None:
        """Go on at the next entry behind the start of this one, with what the value began with."""
        after = _NEXT_ENTRY.search(self.text, self.command_start + 1)
        end = after.start() if after and after.start() < self.pos else None
        if self.current_field_name and not self.current_value:
            opened = re.compile(rf"{re.escape(self.current_field_name)}\s*=\s*[{{\"]([^\n]*)")
            if begun := opened.search(self.text, self.command_start, end or len(self.text)):
                self.current_fields.append((self.current_field_name, [begun[1].rstrip(' ,}"')]))
        if end is not None:
            self.pos = end
            self.lineno = self.text.count("\n", 0, end) + 1

    def line_of_entry(self) -> int:
        """Return the line on which the entry starts."""
        return int(self.text.count("\n", 0, self.command_start)) + 1


class EntryParser(Parser):  # type: ignore[misc]
    """pybtex's parser, which keeps what it can read and notes what it cannot."""

    def __init__(self, reading: Reading, path: str) -> None:
        super().__init__()
        self.data = reading.bibdata.data
        self._reading = reading
        self._path = path
        self._low: RecoveringParser

    def parse_string(self, text: str) -> BibliographyData:
        """Parse the text of a file."""
        self.unnamed_entry_counter = 1
        self._low = RecoveringParser(text, handle_error=self._note_syntax, macros=self.macros)
        for command, body in self._low:
            if command.lower() not in ("string", "preamble"):
                self._line = self._low.line_of_entry()
                self.process_entry(command, *body)
        return self.data

    def process_entry(self, entry_type: str, key: str, fields: list[tuple[str, Any]]) -> None:
        """Add an entry under a key of its own."""
        if entry_type.lower() not in TYPES:
            hint = suggestion(entry_type.lower(), TYPES)
            self._note(f'"{key}" is of the unknown type @{entry_type}.{hint}')
        unique = key
        number = 2
        while unique in self.data.entries:
            unique = f"{key}-{number}"
            number += 1
        if unique != key:
            first = self._reading.places[self.data.entries[key].key][1]
            self._note(
                f'the key "{key}" is taken since line {first}: this entry is listed as '
                f'"{unique}"; give it a key of its own'
            )
        entry = Entry(entry_type)
        for name, parts in fields:
            value = " ".join("".join(parts).split())
            if name.lower() in {given.lower() for given in (*entry.fields, *entry.persons)}:
                self._note(f'"{key}" has "{name}" twice: the first counts')
            elif name.lower() in ("author", "editor"):
                entry.persons[name] = self._people(key, value)
            else:
                entry.fields[name] = value
        self.data.add_entry(unique, entry)
        self._reading.places[unique] = (self._path, self._line)

    def _people(self, key: str, names: str) -> list[Person]:
        people = []
        for name in split_names(names):
            with pybtex.errors.capture() as errors:
                person = Person(name)
            if errors:
                self._note(
                    f'"{key}" has a name with too many commas: "{name}"; write "Last, First"'
                )
                person = Person(last=f"{{{name}}}")
            people.append(person)
        return people

    def _note_syntax(self, error: PybtexSyntaxError) -> None:
        key = self._low.current_entry_key
        of_entry = f' in "{key}"' if key else ""
        if isinstance(error, UndefinedMacro):
            name = str(error).rsplit(": ", 1)[-1].removeprefix("undefined string ")
            message = f"{name}{of_entry} is no @string: put its value in braces"
        else:
            what = str(error).split(": ", 1)[-1]
            message = f"syntax error{of_entry}: {what}; what stands before it is kept"
        line = error.lineno
        if isinstance(error, PrematureEOF):
            message = f"a brace or quote{of_entry} is never closed"
            line = self._low.line_of_entry()
            self._low.recover()
        self._reading.faults.append(Fault(path=self._path, line=line, message=message))

    def _note(self, message: str) -> None:
        self._reading.faults.append(Fault(path=self._path, line=self._line, message=message))


def split_names(names: str) -> list[str]:
    """Split a list of people at each `` and `` that is in no braces."""
    parts: list[str] = [""]
    depth = 0
    for part in re.split(r"(\\.|[{}]|\s+and\s+(?=\S))", names, flags=re.IGNORECASE | re.DOTALL):
        depth += (part == "{") - (part == "}")
        if depth <= 0 and part.strip().lower() == "and":
            parts.append("")
        else:
            parts[-1] += part
    return [part.strip() for part in parts if part.strip()]


def _decode(path: Path, encoding: str, reading: Reading) -> str:
    data = path.read_bytes()
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the file is not {encoding}: it is read as Latin-1; save it as UTF-8"
        reading.faults.append(Fault(path=str(path), line=line, message=message))
        return data.decode("latin-1")


def _inherit(reading: Reading) -> None:
    """Give each entry the fields that it lacks and its ``crossref`` has."""
    entries = reading.bibdata.data.entries
    for key, entry in entries.items():
        name = entry.fields.get("crossref")
        if not name:
            continue
        if name not in entries:
            path, line = reading.places[key]
            hint = suggestion(name, list(entries))
            message = f'"{key}" refers to "{name}", which is not there.{hint}'
            reading.faults.append(Fault(path=path, line=line, message=message))
            continue
        parent = entries[name]
        for field_name, value in parent.fields.items():
            entry.fields.setdefault(field_name, value)
        entry.fields.setdefault("booktitle", parent.fields.get("title", ""))
        for role, people in parent.persons.items():
            entry.persons.setdefault(role, people)
