"""The one model that every source is read into: a profile, sections, publications, a report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .said import texts_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .bib import BibEntry

# Keys of the profile that only the owner's own PDF shows.
PRIVATE = ("birth", "address", "phone")
# What a title says that is only that of the document.
_NO_POSITION = re.compile(
    r"(?i)(?:\w+ )?(?:c\.? ?v\.?|curricul(?:um|o)(?: vit(?:ae|æ|a|e|ä))?(?: et studiorum)?|"
    r"currícul(?:o|um)(?: vitae| lattes)?|vita|r[ée]sum[ée]|lebenslauf|hoja de vida|levensloop|"
    r"życiorys|履歴書|简历|簡歷|이력서)(?: (?:of|von|de|du|di|for) .*)?"
)
# The longest text of others that a line of the report holds.
_LINE = 200
# What follows the name of a key that a file has twice.
AGAIN = " (again)"


@dataclass(kw_only=True, slots=True)
class Item:
    """An entry or a talk: a title in Markdown, options in plain text, a body of Markdown blocks.

    ``kind`` is a kind of entry, or of talk where ``is_talk``.
    """

    title: str
    kind: str = ""
    is_talk: bool = False
    options: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)


@dataclass(kw_only=True, slots=True)
class Text:
    """A paragraph, or a point of a list, in Markdown."""

    text: str
    is_point: bool = False


@dataclass(kw_only=True, slots=True)
class Heading:
    """A heading within a section."""

    text: str


@dataclass(kw_only=True, slots=True)
class Papers:
    """The publications with one word in their field ``keywords``; all, where it is empty."""

    keyword: str = ""


@dataclass(kw_only=True, slots=True)
class Section:
    """A section: its title in plain text, and what it holds, in order."""

    title: str
    kind: str = ""
    blocks: list[Item | Text | Heading | Papers] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A text of a source, and the key it is under, where it has one."""

    place: str
    key: str
    text: str


@dataclass(kw_only=True, slots=True)
class Draft:
    """A CV as it was read: what is public, what is private, and what is to be said of it.

    ``people`` are the addresses of co-authors, by name; ``look`` are keys of ``cv_print``, and
    ``look_of`` is what they are taken from; ``files`` are pictures to copy, by name. ``report`` has
    a line for each thing that was changed or left out: its place, and words; ``said`` is all that
    the sources say, taken or not.
    """

    profile: dict[str, Any] = field(default_factory=dict)
    private: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    look: dict[str, Any] = field(default_factory=dict)
    look_of: list[str] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    language: str = ""
    sections: list[Section] = field(default_factory=list)
    papers: list[BibEntry] = field(default_factory=list)
    macros: list[str] = field(default_factory=list)
    report: list[tuple[str, str]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def reads(self, place: str, values: object) -> None:
        """Note what a file says, one text or values, to be compared with what is taken of it."""
        self.said += [Said(place=place, key=key, text=text) for key, text in texts_in(values)]

    def changed(self, place: str, words: str) -> None:
        """Note that something is not as it was."""
        self.report.append((place, f"changed: {words}"))

    def left_out(self, place: str, value: object) -> None:
        """Note that a value has no place here, with all its words."""
        if words := flat(value):
            self.report.append((place, f"left out: {words}"))

    def look_at(self, place: str, words: str) -> None:
        """Note something for the owner to see to."""
        self.report.append((place, f"look at: {words}"))

    def unread(self, place: str, why: object) -> None:
        """Note once that a file or a folder of a source cannot be read."""
        line = place, f"not read: {flat(str(why))}"
        self.report += [] if line in self.report else [line]

    def tell(self, key: str, value: object, place: str) -> None:
        """Set a key of the profile, the first time; what only its owner may see is kept apart."""
        words = flat(value)
        if not words:
            return
        if key in PRIVATE and not any(map(str.isdigit, words)):
            # A town or a word alone is in many other lines: to hide it there would hide them.
            self.left_out(place, words)
            return
        if key == "position" and _NO_POSITION.fullmatch(words):
            self.left_out(place, f"{words} (that is no position)")
            return
        known: Mapping[str, Any] = self.private if key in PRIVATE else self.profile
        if known.get(key, words).casefold() != words.casefold():
            self.left_out(place, words)
        elif key in PRIVATE:
            self.private.setdefault(key, words)
        else:
            self.profile.setdefault(key, words)

    def link(self, name: str, url: str, place: str) -> None:
        """Add a link to the profile."""
        links = self.profile.setdefault("links", {})
        if links.get(name, url).casefold() != url.casefold():
            # A second one of the name is known by where it leads.
            name = url.partition("://")[2].partition("/")[0].removeprefix("www.") or name
        is_web = url.startswith(("https://", "http://"))
        if is_web and links.setdefault(name, url).casefold() == url.casefold():
            return
        self.left_out(place, f"{name} {url}")

    def has_entries(self) -> bool:
        """Whether there is what a CV is of: not only talks, papers and software."""
        blocks = [block for section in self.sections for block in section.blocks]
        items = [block for block in blocks if isinstance(block, Item) and not block.is_talk]
        return any(item.kind not in ("software", "project") for item in items)

    def add(self, section: Section) -> None:
        """Add a section, or what it holds to one of the same title; one that is empty is none."""
        if not section.blocks:
            return
        same = next((other for other in self.sections if other.title == section.title), None)
        if same:
            same.blocks += section.blocks
        else:
            self.sections.append(section)


def flat(value: object) -> str:
    """Return all words of a value, however it is nested, on one line."""
    if value is None or value == "":
        return ""
    if isinstance(value, dict):
        parts = [f"{key}: {words}" for key, each in value.items() if (words := flat(each))]
        return "; ".join(parts)
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(flat, value)))
    return " ".join(str(value).split())


def short(text: str) -> str:
    """Return the beginning of a long text, as one line of a report."""
    words = " ".join(text.split())
    return words if len(words) <= _LINE else f"{words[:_LINE]} …"


def counted(number: int, one: str, several: str) -> str:
    """Return a number with the word for what it counts."""
    return f"{number} {one if number == 1 else several}"


def keyword(title: str) -> str:
    """Return the keyword of the publications of a section."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split())
