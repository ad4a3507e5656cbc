"""Translations of the author's texts: .po files, read with the places of what they say.

Knows no Sphinx. The format is that of GNU gettext.
"""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.model.languages import lookup

from .lines import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from babel.messages.catalog import Catalog as Messages

_STRING = r'"(?:[^"\\]|\\.)*"'
_SOUND = re.compile(
    rf"\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d+\])\s+{_STRING}|{_STRING})?\s*"
)
_MESSAGE = re.compile(r"\s*msgstr(?:\[0\])?\s+")
# What begins a block in Markdown; the backslash goes before the sign.
_BLOCK = re.compile(
    r"(?P<number>\d{1,9})(?=[.)](?:\s|$))"
    r"|(?=#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|`{3}|~{3}|:{3}|\$\$|%|\||\+{3}|[-*_=]{3,}\s*$"
    r"|\([^()\s]+\)=|\[[^\]]*\]:|:[\w -]+:(?:\s|$)|<)"
)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:|[\w.+-]+@)[^<>\s]+>")


@dataclass(frozen=True, kw_only=True, slots=True)
class Translation:
    """A text and what it is in another language, ``""`` where that is not known yet.

    ``line`` is that of its ``msgid``; ``target`` and ``column`` are where the translation starts.
    One that is ``fuzzy`` was guessed, or is of a former text: it is not used.
    """

    text: str
    translation: str
    line: int
    target: int
    column: int
    fuzzy: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Catalog:
    """The translations in one .po file; ``faulty`` has the lines that cannot be read."""

    path: str
    language: str
    lines: Sequence[str] = ()
    translations: Sequence[Translation] = field(default_factory=list)
    faulty: Sequence[int] = ()

    @classmethod
    def read(cls, path: Path, language: str) -> Catalog:
        """Read a file; a line that is faulty costs its own message at most."""
        lines = read_lines(path)
        faulty = [number for number, line in enumerate(lines, 1) if not _SOUND.fullmatch(line)]
        translations = []
        for message in _messages(lines, language):
            text, string = message.id, message.string
            if not text or not isinstance(text, str) or not isinstance(string, str):
                continue
            line = message.lineno or 1
            target, column = _target(lines, line)
            translations.append(
                Translation(
                    text=text,
                    translation=_in_one_line(string),
                    line=line,
                    target=target,
                    column=column,
                    fuzzy=message.fuzzy,
                )
            )
        return cls(
            path=str(path),
            language=language,
            lines=lines,
            translations=translations,
            faulty=faulty,
        )

    def compiled(self) -> bytes:
        """Return the file as gettext reads it, each translation fit to stand in a line."""
        from babel.messages.catalog import Catalog as Messages
        from babel.messages.mofile import write_mo

        messages = Messages(charset="utf-8")
        # No date and no version: the same sources give the same bytes.
        messages.mime_headers = [("Content-Type", "text/plain; charset=utf-8")]
        for each in self.translations:
            if each.translation and not each.fuzzy:
                messages.add(each.text, inline(each.translation, each.text))
        file = io.BytesIO()
        write_mo(file, messages)
        return file.getvalue()


def catalogs_in(folder: Path, language: str) -> Iterator[Path]:
    """Yield the .po files of a language in a folder of translations, in order.

    Those that it has not are those of the language without its territory.
    """
    found: dict[Path, Path] = {}
    for code in lookup(language):
        place = Path(folder, code, "LC_MESSAGES")
        for path in sorted(place.rglob("*.po")):
            found.setdefault(path.relative_to(place), path)
    yield from found.values()


def inline(translation: str, text: str) -> str:
    """Return a translation as Markdown that is one line of text, and no list, heading or comment.

    A *text* that begins as such itself is code, and so is its translation.
    """
    match = _BLOCK.match(translation)
    if match is None or _BLOCK.match(text) or _AUTOLINK.match(translation):
        return translation
    return f"{translation[: match.end()]}\\{translation[match.end() :]}"


def _messages(lines: Sequence[str], language: str) -> Messages:
    from babel.messages.catalog import Catalog as Messages
    from babel.messages.pofile import read_po

    # Babel prints what it cannot read; the line is told by whoever asks for the faults.
    with redirect_stdout(io.StringIO()):
        try:
            return read_po(io.StringIO("\n".join(lines)), locale=None, charset="utf-8")
        except (ValueError, LookupError, TypeError, IndexError, AttributeError):
            return Messages()


def _in_one_line(text: str) -> str:
    """Return *text* without its line breaks; French sets no-break spaces before and in signs."""
    return re.sub(r"[^\S\xa0\u202f]+", " ", text).strip()


def _target(lines: Sequence[str], line: int) -> tuple[int, int]:
    """Return the line and the column of the first letter of a translation."""
    for number in range(line, len(lines) + 1):
        match = _MESSAGE.match(lines[number - 1])
        if match is None:
            continue
        following = lines[number].strip() if number < len(lines) else ""
        if lines[number - 1][match.end() :].strip() == '""' and following.startswith('"'):
            return number + 1, lines[number].index('"') + 2
        return number, match.end() + 2
    return line, 1
