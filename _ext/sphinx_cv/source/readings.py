"""The ways that formats write a text, undone: entities, escapes, tags, accents, capitals.

A reading of a text is what a person may make of it. It keeps only the letters and digits, which
are what no format can leave out, and knows where each of them is written. Every step takes a
time that grows with the length of the text, whatever the text is.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from html.entities import html5
from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_cv.model.text import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    # Where something is replaced, and by what.
    Change = tuple[int, int, str]

# Stands where a tag or a command was: neither a letter nor a space.
MARKUP = "\0"

# In UTF-8, bytes from 0x80 on are parts of other characters.
_SMALL = bytes(range(0x100)).lower()
_ASCII = bytes(range(0x80))
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalnum())
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
# So many are replaced one after the other, which is faster than to look for all at once.
_FEW = 30
_UNDECOMPOSED = str.maketrans(LETTERS)

# Each alternative begins with a literal character: nothing is tried between them.
_ESCAPE = re.compile(
    r"&(?:\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?|[A-Za-z][A-Za-z0-9]{1,31};)"  # HTML and XML
    r"|%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*"  # addresses
    r"|\\(?:u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-7]{3})"  # JSON, scripts, PDF
    r"|=(?:[0-9A-F]{2}(?:=[0-9A-F]{2})*|\r?\n)"  # MIME's quoted-printable
)
_TAG = re.compile(r"<!--|</?[A-Za-z!?][^<>]*>")
_TAG_OR_COMMENT = re.compile(rf"<!--.*?-->|{_TAG.pattern}", re.DOTALL)
_CONTROL = re.compile(r"\\[bfnrtv]")
# A command of TeX or Typst, or a role of MyST, with its text in braces, brackets or quotes.
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?|#[a-z.]+(?=[\[(])|\{[A-Za-z][\w:-]*\}(?=`)")
_TEX_LETTERS = {
    "ss": "ss", "o": "o", "O": "o", "l": "l", "L": "l", "i": "i", "j": "j", "aa": "a", "AA": "a",
    "ae": "ae", "AE": "ae", "oe": "oe", "OE": "oe", "dh": "d", "DH": "d", "dj": "d", "DJ": "d",
    "th": "th", "TH": "th",
}  # fmt: skip
# What Markdown and TeX write between letters, and do not show.
_MARKUP_SIGN = re.compile(r"\\[^\w\s]|[\0*_\\{}^`]")
# Letters with more signs between them are no longer read together.
_LONGEST_GAP = 80
# What is written in more layers than these is a riddle.
_LAYERS = 3


def fold(text: str) -> str:
    """Return the letters and digits of *text*, without accents and capitals.

    Each character is folded for itself, so the result of a text is that of its parts. Digits of
    all scripts become those from 0 to 9.
    """
    # Bytes are translated many times faster than a text.
    data = text.encode("utf-8", "surrogatepass").translate(_SMALL, _NO_LETTERS)
    letters = data.decode("utf-8", "surrogatepass")
    others = {*data.translate(None, _ASCII).decode("utf-8", "surrogatepass")}
    if len(others) <= _FEW:
        # Folded again, a folded letter stays as it is.
        for other in others:
            letters = letters.replace(other, _fold(other))
        return letters
    return _BEYOND_ASCII.sub(lambda run: "".join(map(_fold, run[0])), letters)


@functools.cache
def _fold(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKD", character.casefold().translate(_UNDECOMPOSED))
    kept = "".join(sign for sign in plain if sign.isalnum())
    if kept.isascii() or kept == character:
        return kept.lower() if kept.isascii() else kept
    # "ǣ" is "æ" with a sign, which is "ae".
    return "".join(map(_fold, kept))


class Reading:
    """One reading of a source: its ``text``, and the ``letters`` of that.

    A reading that is made from another one by *changes* finds its way back to the source.
    """

    def __init__(
        self, text: str, changes: Iterable[Change] = (), parent: Reading | None = None
    ) -> None:
        self.text = text
        self.letters = fold(text)
        self._changes = changes
        self._parent = parent

    def without_tags(self) -> Reading:
        """Return this reading with ``MARKUP`` for each tag, itself where there is none.

        Where they were is worked out only when it is asked for.
        """
        text = _without_tags(self.text)
        return self if text == self.text else Reading(text, _tags(self.text), self)

    def changed(self, find: Callable[[str], Iterator[Change]]) -> Reading:
        """Return this reading with what *find* yields replaced, itself where that is nothing."""
        changes = list(find(self.text))
        if not changes:
            return self
        parts, end = [], 0
        for start, stop, new in changes:
            parts += [self.text[end:start], new]
            end = stop
        return Reading("".join([*parts, self.text[end:]]), changes, self)

    @functools.cached_property
    def places(self) -> list[int]:
        """Where in ``text`` each of the letters is."""
        places: list[int] = []
        for place, character in enumerate(self.text):
            if character.isascii():
                if character.isalnum():
                    places.append(place)
            else:
                places += [place] * len(_fold(character))
        return places

    @functools.cached_property
    def _origins(self) -> list[tuple[int, int, int, int]]:
        """Of each change, where it is in this text and in its parent's: start, end, start, end."""
        origins, shift = [], 0
        for start, end, new in self._changes:
            origins.append((start + shift, start + shift + len(new), start, end))
            shift += len(new) - (end - start)
        return origins

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the text from *start* to *end* is in the source, with all its marks."""
        if self._parent is None:
            return start, end
        return self._parent.span(self._origin(start)[0], self._origin(end - 1)[1])

    def _origin(self, place: int) -> tuple[int, int]:
        """Return where in the parent's text the character at *place* starts and ends."""
        at = bisect_right(self._origins, place, key=lambda origin: origin[0]) - 1
        if at < 0:
            return place, place + 1
        _start, end, start_before, end_before = self._origins[at]
        if place < end:
            return start_before, end_before
        return end_before + place - end, end_before + place - end + 1


def readings(text: str) -> Iterator[Reading]:
    """Yield the readings of *text*: as it is written, decoded, without tags, without commands."""
    plain = Reading(text)
    yield plain
    decoded = plain
    for _layer in range(_LAYERS):
        previous, decoded = decoded, decoded.changed(_escapes)
        if decoded is previous:
            break
        yield decoded
    bare = decoded.without_tags()
    others = (bare, bare.changed(_controls), bare.changed(_commands))
    # Where there is nothing to undo, they are one reading.
    yield from (reading for reading in dict.fromkeys(others) if reading is not decoded)


def gaps(reading: Reading, start: int, end: int) -> list[str] | None:
    """Return the text between the letters from *start* to *end*, one string for each pair.

    None where two of them are too far apart to be read together.
    """
    places = reading.places
    if reading.text[places[start] : places[end - 1] + 1].isalnum():
        return [""] * (end - start - 1)
    found = []
    for place, following in pairwise(places[start:end]):
        if following - place > _LONGEST_GAP:
            return None
        found.append(reading.text[place + 1 : following])
    return found


def visible(gap: str) -> str:
    """Return what a reader sees of the text between two letters: no markup, no accents."""
    if gap.isspace() or not gap:
        return gap
    shown = unicodedata.normalize("NFKC", _MARKUP_SIGN.sub("", gap.replace("~", " ")))
    return "".join(sign for sign in shown if unicodedata.category(sign) not in ("Cf", "Mn", "Mc"))


def _escapes(text: str) -> Iterator[Change]:
    if not any(mark in text for mark in "&%\\="):
        return
    for match in _ESCAPE.finditer(text):
        new = _decoded(match[0])
        if new is not None:
            yield match.start(), match.end(), new


@functools.lru_cache(maxsize=1024)
def _decoded(escape: str) -> str | None:
    """Return the character that is meant, None where there is none."""
    if escape[0] in "%=":
        return bytes.fromhex(escape.replace(escape[0], " ")).decode("utf-8", "replace")
    if escape.startswith("&"):
        name = escape[1:].rstrip(";")
        if not name.startswith("#"):
            return html5.get(f"{name};")
        number = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
    elif escape[1] in "ux":
        number = int(escape[2:].strip("{}"), 16)
    else:
        number = int(escape[1:], 8)
    return chr(number) if number < 0x110000 else None  # noqa: PLR2004


def _tags(text: str) -> Iterator[Change]:
    if "<" not in text:
        return
    end, last = 0, text.rfind("-->")
    for match in _TAG.finditer(text):
        if match.start() < end:
            continue
        end = match.end()
        if match[0] == "<!--":
            # A comment without an end is none: it would be looked for again and again.
            end = text.find("-->", end) + 3 if end <= last else end
        yield match.start(), end, MARKUP


def _without_tags(text: str) -> str:
    """Return *text* with ``MARKUP`` for all that ``_tags`` yields, in a fraction of the time."""
    if "<" not in text:
        return text
    # A comment that starts before the last end of one has an end.
    end = text.rfind("-->") + len("-->") if "-->" in text else 0
    return _TAG_OR_COMMENT.sub(MARKUP, text[:end]) + _TAG.sub(MARKUP, text[end:])


def _controls(text: str) -> Iterator[Change]:
    for match in _CONTROL.finditer(text) if "\\" in text else ():
        yield match.start(), match.end(), " "


def _commands(text: str) -> Iterator[Change]:
    for match in _COMMAND.finditer(text):
        yield match.start(), match.end(), _TEX_LETTERS.get(match[1] or "", MARKUP)
