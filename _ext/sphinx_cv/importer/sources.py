"""Finds out what a file or a folder is, and reads it; bad input is one line and no more."""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from sphinx_cv.importer.formats import (
    academicpages,
    alfolio,
    alfolio_site,
    json_resume,
    orcid,
    rendercv,
)
from sphinx_cv.importer.formats.alfolio_data import add_data
from sphinx_cv.importer.formats.hugoblox import site as hugoblox
from sphinx_cv.importer.formats.latex import document as latex
from sphinx_cv.importer.formats.site_pages import add_pages
from sphinx_cv.importer.reading.common import add_bibliography
from sphinx_cv.importer.reading.files import files_in, is_there
from sphinx_cv.importer.reading.front import read_texts
from sphinx_cv.importer.reading.papers_in_text import tell_papers_in_text
from sphinx_cv.importer.reading.text_language import take_language_of_text

from .bib import split
from .draft import AGAIN, Draft, flat, short
from .errors import UnreadableError, unreadable

# A CV is text; more than this is a file of something else.
LARGEST = 20_000_000
MOST_ALIASES = 20
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
JSON_HEADER = 'the header "Accept: application/json"'
KNOWN = (
    "RenderCV or al-folio YAML, JSON Resume, an ORCID record in JSON, a .bib file, moderncv or "
    "awesome-cv .tex, a folder of academicpages, HugoBlox or al-folio"
)


def read_source(path: Path) -> Draft:
    """Read what is at *path*, whatever its kind.

    Raises ``UnreadableError`` where it cannot be read or is nothing that is known.
    """
    try:
        draft = _folder(path) if stat.S_ISDIR(path.stat().st_mode) else _file(path)
    except RecursionError:
        raise UnreadableError(f'"{path}" is nested too deeply') from None
    except OSError as error:
        raise unreadable(Path(error.filename or path), error) from error
    if not draft.sections and not draft.papers and not draft.profile:
        unread = [line for line in draft.report if line[1].startswith("not read")]
        why = short(": ".join((unread or draft.report)[0])) if draft.report else KNOWN
        raise UnreadableError(f'"{path}" holds nothing of a CV: {why}')
    tell_papers_in_text(draft)
    take_language_of_text(draft)
    draft.said = [replace(one, place=_short(one.place, path)) for one in draft.said]
    return draft


def _short(place: str, source: Path) -> str:
    """Return where a file is in its source, by its first two names, as in "content/event"."""
    path = Path(place or source.name)
    root = source if source.is_dir() else source.parent
    return "/".join(path.relative_to(root).parts[:2]) if path.is_relative_to(root) else str(path)


def _file(path: Path) -> Draft:
    reader = _READERS.get(path.suffix.lower())
    if not path.is_file():
        raise UnreadableError(f'"{path}" is neither a file nor a folder')
    if path.suffix.lower() == ".xml":
        raise UnreadableError(f'"{path}" is XML: save an ORCID record as JSON, with {JSON_HEADER}')
    if reader is None:
        raise UnreadableError(f'"{path}" is of no kind that can be read: {KNOWN}')
    text = read_text(path)
    if not text.strip():
        raise UnreadableError(f'"{path}" is empty')
    return reader(path, text)


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, or in Latin-1 where it is not.

    Raises ``UnreadableError`` where it cannot be read, is too large, or is no text.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableError(f'"{path}" has more than 20 MB: that is no CV')
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", errors="replace").encode("utf-8")
    if b"\0" in data or data.startswith(b"%PDF"):
        raise UnreadableError(f'"{path}" is no text')
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _parsed_json(path: Path, text: str) -> Any:
    try:
        return _sound(json.loads(text))
    except ValueError as error:
        raise UnreadableError(f'"{path}" is not sound JSON: {error}') from error


def _sound(value: Any) -> Any:
    """Return values without what no page can hold: control characters, and half a letter."""
    if isinstance(value, dict):
        return {_sound(key): _sound(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_sound(one) for one in value]
    if isinstance(value, str):
        return _CONTROL.sub("", value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return value


def _json(path: Path, text: str) -> Draft:
    data = _parsed_json(path, text)
    draft = orcid.read(data) if orcid.is_orcid(data) else _cv_in(data, path.parent)
    if draft is None:
        raise UnreadableError(f'"{path}" is JSON of another program: {KNOWN}')
    return draft


def _yaml(path: Path, text: str) -> Draft:
    draft = _cv_in(load_yaml(path, text), path.parent)
    if draft is None:
        raise UnreadableError(f'"{path}" is YAML of another program: {KNOWN}')
    if path.parent.name == "_data":
        _beside(draft, path.parent.parent)
    return draft


def _cv_in(data: Any, folder: Path) -> Draft | None:
    """Return the CV that is in values of JSON or YAML from *folder*, if it is of a known form."""
    if rendercv.is_rendercv(data):
        return rendercv.read(data, folder)
    if alfolio.is_alfolio(data):
        return alfolio.read(data)
    return json_resume.read(data, folder) if json_resume.is_json_resume(data) else None


def load_yaml(path: Path, text: str) -> Any:
    """Return the values of a YAML file, all of them as they are typed: dates are texts.

    Raises ``UnreadableError`` at the line of the fault.
    """
    try:
        return _sound(yaml.load(text, Loader=_Typed))  # noqa: S506, it is a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise UnreadableError(f'"{path}" is not sound YAML{where}: {problem}') from error


class _Typed(yaml.SafeLoader):
    """Reads every value as a text: "2020-01", "1e5" and "no" are what was typed."""

    aliases = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse a text that stands for a far larger one."""
        self.aliases += self.check_event(yaml.AliasEvent)
        if self.aliases > MOST_ALIASES:
            raise yaml.MarkedYAMLError(problem="too many aliases")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        """Keep each value of a key that is written twice: the last has its name, as elsewhere."""
        names: set[str] = set()
        for key, _value in reversed(node.value):
            if isinstance(key.value, str):
                while key.value in names:
                    key.value += AGAIN
                names.add(key.value)
        return super().construct_mapping(node, deep)


_Typed.yaml_implicit_resolvers = {
    sign: [
        (tag, pattern)
        for tag, pattern in found
        if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")
    ]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _bib(path: Path, text: str) -> Draft:
    draft = Draft()
    entries, _macros = split(text)
    if not entries:
        raise UnreadableError(f'"{path}" holds no publication')
    add_bibliography(draft, {path.name: text})
    return draft


def _tex(path: Path, _text: str) -> Draft:
    return latex.read(path, read_text)


def _values(path: Path) -> Any:
    return load_yaml(path, read_text(path)) if is_there(path) else {}


def _beside(draft: Draft, site: Path) -> None:
    """Add what an al-folio site keeps beside its CV."""
    settings, socials = (_values(site / name) for name in ("_config.yml", "_data/socials.yml"))
    files = read_texts(files_in(site / "_bibliography", "*.bib", draft), read_text, draft)
    bibs = {path.name: text for path, text in files}
    alfolio_site.complete(draft, settings, socials, bibs)
    add_data(draft, site, read_text, load_yaml)
    for name in academicpages.FOLDERS:
        academicpages.add_folder(draft, site / name, read_text, load_yaml)
    add_pages(draft, site, read_text, load_yaml)


def _alfolio(site: Path) -> Draft:
    """Read the CV that a site of al-folio shows; of one that is its theme's, only the words."""
    settings = _values(site / "_config.yml")
    resume = site / "assets/json/resume.json"
    shown = [resume] if alfolio_site.shows_resume(settings) else []
    draft, others = None, []
    for path in (path for path in (*shown, site / "_data/cv.yml") if is_there(path)):
        try:
            data = _parsed_json(path, read_text(path)) if path == resume else _values(path)
        except UnreadableError as error:
            if path != resume:
                raise
            others.append((path, f"not read: {error}"))
            continue
        if alfolio_site.is_sample(data, settings):
            others.append((path, f"left out: the theme's example: {flat(data)}"))
        elif draft:
            others.append((path, f"left out: the site shows {resume.name}: {flat(data)}"))
        else:
            draft = _cv_in(data, site)
            others += [] if draft else [(path, f"left out: it holds no CV. {flat(data)}".strip())]
    draft = draft or Draft()
    _beside(draft, site)
    draft.report += [(path.name, words) for path, words in others]
    return draft


def _folder(path: Path) -> Draft:
    inside = sorted(path.iterdir())
    if not os.access(path, os.X_OK):
        # Its names may be seen, but nothing that they stand for.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if is_there(path / "_data/cv.yml") or alfolio_site.is_site(_values(path / "_config.yml")):
        return _alfolio(path)
    if hugoblox.is_hugoblox(path):
        return hugoblox.read(path, read_text, load_yaml)
    if academicpages.is_academicpages(path):
        return academicpages.read(path, read_text, load_yaml)
    for folder in (one for one in inside if one.is_dir()):
        # Raises an error where its names may not be seen: then its kind is not known.
        list(folder.iterdir())
    files = [one for one in inside if one.suffix in _READERS and one.name != "_config.yml"]
    advice = f'import a file in it, such as "{files[0]}"' if files else KNOWN
    raise UnreadableError(f'"{path}" is a folder of no kind that can be read: {advice}')


_READERS = {".json": _json, ".yaml": _yaml, ".yml": _yaml, ".tex": _tex, ".bib": _bib}
