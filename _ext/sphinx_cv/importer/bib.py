"""Publications: entries of a .bib file as they are written, and those that are made from fields."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from sphinx_cv.bibliography.entry_types import INSTRUCTIONS, TYPES
from sphinx_cv.bibliography.tex.text import flat as words_of
from sphinx_cv.bibliography.tex.text import rich
from sphinx_cv.math.safety import math_problem
from sphinx_cv.model.text import fold
from sphinx_cv.source.braces import pairs

from .bib_fields import body_start, field_spans, inner, mended, without_field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_ENTRY = re.compile(r"@\s*(\w+)\s*\{\s*([^,\s{}]*)\s*(,?)")
# Where an entry begins whatever is open: one before it was never closed.
_NEXT = re.compile(r"^[ \t]*@\s*\w+\s*\{[^,\s{}=]*\s*,", re.MULTILINE)
# Jekyll wants these lines at the top of a file that it reads.
_FRONT = re.compile(r"\A\ufeff?---\s*\n(?:.*\n)*?---\s*\n")
# What says nothing by itself: comments, the type of an entry, the name of a field.
_NAMES = re.compile(r"^[ \t]*%.*$|@\s*\w+\s*\{|[\w:+-]+\s*=(?=\s*[{\"\w])", re.MULTILINE)
_OTHERS = re.compile(r"(?i)(?:and )?(?:et\.? al\.?|others|\.\.\.|…)")
# A formula as Jekyll and Hugo have it.
_MATH = re.compile(r"\$\$([^$]*[^$\s.][^$]*)\$\$")
# Fields whose values are no text: TeX means nothing in them.
_VERBATIM = (
    "doi",
    "url",
    "eprint",
    "keywords",
    "pdf",
    "slides",
    "code",
    "video",
    "data",
    "poster",
    "author+an",
)
# How near the type that was meant must be to what was typed.
_SLIP = 0.8
_STRING = re.compile(r"@\s*string\s*\{\s*([^\s={}]+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class BibEntry:
    """An entry: its text, its key, and the fields that tell it from others.

    ``told`` says what its text lacks of what was written, and why; ``completed`` are the fields
    that the source does not have; ``is_made`` says that it was in no .bib file.
    """

    key: str
    text: str
    fields: Mapping[str, str]
    told: tuple[str, ...] = ()
    is_made: bool = False
    completed: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """Its title as people read it."""
        return words_of(rich(self.fields.get("title", "")))

    def marks(self) -> set[str]:
        """Return what makes two entries the same work: DOI, arXiv number, title with year."""
        doi = re.sub(
            r"^(?:https?://(?:dx\.)?doi\.org/|doi:)",
            "",
            self.fields.get("doi", ""),
            flags=re.IGNORECASE,
        )
        arxiv = re.search(r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}", self.fields.get("eprint", ""))
        arxiv = arxiv or re.search(
            r"(?<=arxiv\.org/abs/)(?:\d{4}\.\d{4,5}|[a-z-]+/\d{7})", self.fields.get("url", "")
        )
        title = re.sub(r"[^\w]", "", fold(self.fields.get("title", "")))
        year = self.fields.get("year") or self.fields.get("date", "")[:4]
        found = {f"doi {doi.lower()}" if doi else "", f"arxiv {arxiv[0]}" if arxiv else ""}
        return (found | {f"{title} {year}" if title else ""}) - {""}


def said_in(text: str) -> str:
    """Return the keys and values in a .bib file, without types, names of fields and comments."""
    return _NAMES.sub(" ", _FRONT.sub("", text))


def split(text: str) -> tuple[list[BibEntry], list[str]]:
    """Return the entries of a .bib file, and its macros.

    An entry that is sound stays as it was typed. One that is not is written anew from what can be
    read of it, and says what cannot.
    """
    text = _FRONT.sub("", text)
    closed = pairs(text)
    starts = [match.start() for match in _NEXT.finditer(text)]
    entries, macros, end = [], [], 0
    names: set[str] = set()
    for match in _ENTRY.finditer(text):
        brace = text.index("{", match.start())
        if match.start() < end:
            continue
        following = (*starts[bisect_right(starts, brace) :][:1], len(text))[0]
        is_closed = closed.get(brace, len(text)) < following
        end = closed[brace] + 1 if is_closed else following
        kind, whole = match[1].lower(), text[match.start() : end].rstrip()
        if kind in ("string", "preamble"):
            macros += [whole] * is_closed
            names |= {name.lower() for name in _STRING.findall(whole)}
        elif kind != "comment":
            entries.append(_entry(kind, match[2], whole, names, is_closed=is_closed))
    return entries, macros


def _entry(
    kind: str, key: str, whole: str, macros: Collection[str], *, is_closed: bool
) -> BibEntry:
    """Return the entry that is written as *whole*; *macros* are the names that it may use."""
    told = [] if is_closed else ["changed: its last brace is missing"]
    if kind not in (*TYPES, *INSTRUCTIONS):
        known = next(iter(get_close_matches(kind, TYPES, n=1, cutoff=_SLIP)), "misc")
        told.append(f"changed: no work is of the type @{kind}: now @{known}")
        kind = known
    is_sound = is_closed and "=" not in whole.partition("\n")[0]
    values: dict[str, str] = {}
    end = body_start(whole)
    for name, written, start, stop in field_spans(whole):
        told += _between(whole[end:start])
        value, end, low = mended(name.lower(), written, macros), stop, name.lower()
        if value != written:
            told.append(f"changed: {name} = {written}: now {value}")
        if low in values:
            told.append(f"left out: a second {name} = {value}")
        values.setdefault(low, value)
    told += _between(whole[end:].removesuffix("}"))
    if told or not is_sound:
        lines = "".join(f"  {name} = {value},\n" for name, value in values.items())
        whole = f"@{kind}{{{key},\n{lines}}}"
    fields = {name: inner(value) for name, value in values.items()}
    return BibEntry(key=key, text=whole, fields=fields, told=tuple(told))


def _between(text: str) -> list[str]:
    """Return what is said of text that is in no field."""
    words = " ".join(text.split()).strip(" ,")
    return [f"left out: {words}"] if re.search(r"\w", words) else []


def made(
    fields: Mapping[str, str], *, keys: Collection[str], kind: str = "", authors: Iterable[str] = ()
) -> BibEntry:
    """Return an entry of plain texts, with a key that is not among *keys*."""
    people = list(filter(None, map(_person, authors)))
    values = in_tex(fields)
    if people:
        values = {"author": " and ".join(people), **values}
    key = _key(people, fields.get("year", ""), fields.get("title", ""), keys)
    kind = kind or ("article" if fields.get("journal") else "misc")
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in values.items())
    text = f"@{kind}{{{key},\n{lines}}}"
    return BibEntry(key=key, text=text, fields=values, is_made=True)


def in_tex(fields: Mapping[str, str]) -> dict[str, str]:
    """Return plain texts as the values of fields; those that are empty are none."""
    return {
        name: re.sub(r"[{}]", "", value) if name in _VERBATIM else _tex(value)
        for name, value in fields.items()
        if value
    }


def with_fields(entry: BibEntry, added: Mapping[str, str]) -> BibEntry:
    """Return an entry with further fields at its end, of values in TeX."""
    if not added:
        return entry
    body = entry.text.rstrip().removesuffix("}").rstrip()
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in added.items())
    text = f"{body}{'' if body.endswith(',') else ','}\n{lines}}}"
    return replace(entry, text=text, fields={**entry.fields, **added})


def with_keywords(entry: BibEntry, words: str) -> BibEntry:
    """Return an entry with further keywords, behind those that it has."""
    if not (there := entry.fields.get("keywords", "")):
        return with_fields(entry, {"keywords": words} if words else {})
    new = [word for word in re.split(r"\s*,\s*", words) if word and word not in there]
    if not new:
        return entry
    rest = replace(entry, text=without_field(entry.text, "keywords"))
    return with_fields(rest, {"keywords": ", ".join([there, *new])})


def _person(name: str) -> str:
    name = " ".join(name.split()).strip(" ,;")
    if _OTHERS.fullmatch(name):
        return "others"
    # A name that holds "and" is that of a group.
    return f"{{{_tex(name)}}}" if " and " in name else _tex(name)


def _tex(text: str) -> str:
    parts = _MATH.split(text)
    return "".join(
        _formula(part) if number % 2 else _words(part) for number, part in enumerate(parts)
    )


def _words(text: str) -> str:
    return re.sub(r"([#$%&_{}])", r"\\\1", text.replace("\\", r"\textbackslash "))


def _formula(tex: str) -> str:
    return _words(f"$${tex}$$") if math_problem(tex) else f"${tex}$"


def _key(people: list[str], year: str, title: str, keys: Collection[str]) -> str:
    last = people[0].split(",")[0].split()[-1] if people and people[0] != "others" else "work"
    word = next((word for word in re.findall(r"[a-z]{4,}", _ascii(title))), "title")
    base = f"{re.sub('[^a-z]', '', _ascii(last)) or 'work'}{year}{word}"
    return next(key for key in _numbered(base) if key not in keys)


def _numbered(base: str) -> Iterator[str]:
    yield base
    for number in range(2, 10_000):
        yield f"{base}{number}"


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
