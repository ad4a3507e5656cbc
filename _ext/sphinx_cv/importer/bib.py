"""Publications: entries of a .bib file as they are written, and those that are made from fields."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_cv.model.text import fold
from sphinx_cv.source.braces import pairs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_ENTRY = re.compile(r"@\s*(\w+)\s*\{\s*([^,\s{}]*)\s*(,?)")
_FIELD = re.compile(r"(\w[\w-]*)\s*=\s*(?:\{|\"|(\w+))")
# Jekyll wants these lines at the top of a file that it reads.
_FRONT = re.compile(r"\A\ufeff?---\s*\n(?:.*\n)*?---\s*\n")
_OTHERS = re.compile(r"(?i)(?:and )?(?:et\.? al\.?|others|\.\.\.|…)")


@dataclass(frozen=True, kw_only=True, slots=True)
class BibEntry:
    """An entry: its text, its key, and the fields that tell it from others."""

    key: str
    text: str
    fields: Mapping[str, str]

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


def split(text: str) -> tuple[list[BibEntry], list[str]]:
    """Return the entries of a .bib file, and its macros."""
    text = _FRONT.sub("", text)
    closed = pairs(text)
    entries, macros, end = [], [], 0
    for match in _ENTRY.finditer(text):
        brace = text.index("{", match.start())
        if match.start() < end or brace not in closed:
            continue
        end = closed[brace] + 1
        kind, whole = match[1].lower(), text[match.start() : end]
        if kind in ("string", "preamble"):
            macros.append(whole)
        elif kind != "comment":
            values = list(_fields(whole))
            fields = {name.lower(): _inner(value) for name, value in values}
            if "=" in whole.partition("\n")[0]:
                lines = "".join(f"  {name} = {value},\n" for name, value in values)
                whole = f"@{kind}{{{match[2]},\n{lines}}}"
            entries.append(BibEntry(key=match[2], text=whole, fields=fields))
    return entries, macros


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each field of an entry, and its value as it is written."""
    closed, end = pairs(text), text.index("{") + 1
    while match := _FIELD.search(text, end):
        if match[2]:
            end = match.end()
            yield match[1], match[2]
            continue
        opened = match.end() - 1
        end = closed.get(opened, -1) if text[opened] == "{" else text.find('"', opened + 1)
        if end < 0:
            return
        yield match[1], text[opened : end + 1]
        end += 1


def _inner(value: str) -> str:
    return value[1:-1] if value[:1] in ("{", '"') else value


def made(
    fields: Mapping[str, str], *, keys: Collection[str], kind: str = "", authors: Iterable[str] = ()
) -> BibEntry:
    """Return an entry of plain texts, with a key that is not among *keys*."""
    people = list(filter(None, map(_person, authors)))
    values = {name: _tex(value) for name, value in fields.items() if value}
    if people:
        values = {"author": " and ".join(people), **values}
    for name in ("doi", "url", "eprint", "keywords", "pdf", "slides", "code", "video"):
        if fields.get(name):
            values[name] = fields[name].replace("{", "").replace("}", "")
    key = _key(people, fields.get("year", ""), fields.get("title", ""), keys)
    kind = kind or ("article" if fields.get("journal") else "misc")
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in values.items())
    return BibEntry(key=key, text=f"@{kind}{{{key},\n{lines}}}", fields=values)


def _person(name: str) -> str:
    name = " ".join(name.split()).strip(" ,;")
    if _OTHERS.fullmatch(name):
        return "others"
    # A name that holds "and" is that of a group.
    return f"{{{_tex(name)}}}" if " and " in name else _tex(name)


def _tex(text: str) -> str:
    return re.sub(r"([#$%&_{}])", r"\\\1", text.replace("\\", r"\textbackslash "))


def _key(people: list[str], year: str, title: str, keys: Collection[str]) -> str:
    last = people[0].split(",")[0].split()[-1] if people and people[0] != "others" else "work"
    word = next((word for word in re.findall(r"\w{4,}", _ascii(title))), "title")
    base = f"{re.sub('[^a-z]', '', _ascii(last)) or 'work'}{year}{word}"
    return next(key for key in _numbered(base) if key not in keys)


def _numbered(base: str) -> Iterator[str]:
    yield base
    for number in range(2, 10_000):
        yield f"{base}{number}"


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
