"""The fields of an entry of a .bib file: where they are, and values that BibTeX can read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.bibliography.people.lists import split_names
from sphinx_cv.source.braces import are_balanced, pairs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_HEAD = re.compile(r"[^{]*\{\s*(?:[^,\s{}=]*\s*,)?")
_NAME = re.compile(r"[\s,]*(\w[\w:+-]*)\s*=\s*")
_WORD = re.compile(r"[^\s,{}\"#=]+")
_JOINT = re.compile(r"\s*#\s*")
_LINE = re.compile(r"[^\n]*")
_COMMA = re.compile(r"\s*,(\s+and\b|(?=\s*[}\"]$))")
# A font of formulas that has lost the braces around its letters: "\mathrmVO" for "\mathrm{VO}".
_GLUED = re.compile(r"\\(math(?:rm|bf|it|sf|tt|cal|bb|frak))([A-Z][a-zA-Z]*|[a-z](?![a-zA-Z]))")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def body_start(text: str) -> int:
    """Return where the fields of an entry begin, behind its key."""
    match = _HEAD.match(text)
    return match.end() if match else len(text)


def field_spans(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield the name of each field of an entry, its value as it is written, and its place."""
    closed, end = pairs(text), body_start(text)
    while match := _NAME.search(text, end):
        value, end = _value(text, match.end(), closed)
        if value:
            yield match[1], value, match.start(1), end


def _value(text: str, start: int, closed: Mapping[int, int]) -> tuple[str, int]:
    """Return the value at *start*, and its end; one that is not closed ends with its line."""
    parts, end = [], start
    while True:
        sign, stop = text[end : end + 1], 0
        if sign == "{":
            stop = closed.get(end, -1) + 1
        elif sign == '"':
            stop = _quote_end(text, end)
        elif match := _WORD.match(text, end):
            stop = match.end()
        if stop:
            parts.append(text[end:stop])
        elif sign and sign in '{"':
            match = _LINE.match(text, end)
            stop = match.end() if match else len(text)
            parts.append("{" + re.sub(r"[{}\"]", "", text[end:stop]).strip(" ,") + "}")
        joint = _JOINT.match(text, stop) if stop else None
        if not joint:
            return " # ".join(parts), stop or end
        end = joint.end()


def _quote_end(text: str, start: int) -> int:
    """Return the end of the value in quotes at *start*, 0 where it has none."""
    quotes = (match.start() for match in re.finditer('"', text) if match.start() > start)
    return next((at + 1 for at in quotes if are_balanced(text[start:at])), 0)


def mended(name: str, value: str, macros: Collection[str]) -> str:
    """Return the value of a field as BibTeX reads it; *macros* are the names that it may use."""
    if name in ("author", "editor"):
        value = re.sub(r"\band\s+(?=and\b)", "", _COMMA.sub(r"\1", value))
        people, fault = split_names(inner(value)) if inner(value) != value else ([], "")
        return f"{{{' and '.join(people)}}}" if fault else value
    value = _GLUED.sub(r"\\\1{\2}", value)
    known = {*macros, *_MONTHS}
    if _WORD.fullmatch(value) and not value.isdigit() and value.lower() not in known:
        return f"{{{value}}}"
    return value


def inner(value: str) -> str:
    """Return a value without its braces or quotes."""
    return value[1:-1] if value[:1] in ("{", '"') and " # " not in value else value


def without_field(entry: str, wanted: str) -> str:
    """Return an entry without its last field of the name *wanted*, and the comma behind it."""
    found = [(start, end) for name, _value, start, end in field_spans(entry) if name == wanted]
    start, end = found[-1]
    rest = re.sub(r"\A[ \t]*,", "", entry[end:])
    head = entry[:start]
    if rest.startswith("\n") and not head.rpartition("\n")[2].strip():
        head = head.rpartition("\n")[0]
    return head + rest
