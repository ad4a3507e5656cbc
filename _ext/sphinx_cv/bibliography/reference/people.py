"""The people of a reference: before its title, after it, and those of its host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.richtext import String, Tag, Text

from sphinx_cv.bibliography import words
from sphinx_cv.bibliography.facts.dating import year_text
from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.people.marks import marks_of, without_marks
from sphinx_cv.bibliography.people.names import is_family_name_first
from sphinx_cv.bibliography.people.owner import MOST_INITIALS
from sphinx_cv.bibliography.tex.text import flat, has_markup, rich
from sphinx_cv.l10n import _
from sphinx_cv.model.punctuation import space_between

if TYPE_CHECKING:
    from pybtex.database import Entry, Person
    from pybtex.richtext import BaseText

    from sphinx_cv.model.options.references import ReferenceOptions


# The tags of names: of the name alone, and at the head of a reference with its comma and marks.
# Followed by the role and the position: "cv-name-editor-0".
NAME, AUTHOR, COLLABORATION = "cv-name-", "cv-author-", "cv-collaboration"
OTHERS = "others"
# With more people the last has a comma before its "and".
_PAIR = 2
# To BibTeX one word.
_IS_BODY = re.compile(r"[^\s{},]+|\{.*\}")
_COLLABORATION = re.compile(
    r"^(?:(?:on behalf of|for)\s+)?the\s+|\s+collaborations?$", re.IGNORECASE
)


class PeopleText:
    """The people of one work as text, in the form that the settings choose."""

    def __init__(self, work: Work, options: ReferenceOptions, *, language: str = "en") -> None:
        self._work = work
        self._options = options
        # Only English has a comma before the "and" of three, and before its "et al."
        self._serial = language.startswith("en")

    def heads(self) -> list[BaseText]:
        """Return the people before the title: their names, and the word for their role.

        The collaboration stands for authors that are not named.
        """
        body = rich(self._work.get("collaboration"))
        role = self._work.heads()
        if not role:
            return [body] if len(body) else []
        row = self._names(role, head=True)
        if role != "author":
            part = self._part(role)
            row.append(String(f" {words.part_of(part, len(self._work.people(role)))}"))
        if row and len(body) and not self._is_among_heads(role, body):
            row.append(Tag(COLLABORATION, " (", body, ")"))
        return row

    def _is_among_heads(self, role: str, body: BaseText) -> bool:
        """Whether a collaboration is the name of one of its authors as well (INSPIRE, ADS)."""
        heads = map(str, self._work.people(role))
        bodies = (flat(rich(head)) for head in heads if _IS_BODY.fullmatch(head))
        return _bare(flat(body)) in map(_bare, bodies)

    def host_author(self) -> BaseText:
        """Return the author of the book that a part is in, unless it is the part's own."""
        people = self._work.people("bookauthor")
        same = list(map(str, people)) == list(map(str, self._work.people("author")))
        return String("") if same else Text(*self._names("bookauthor"))

    def host_editors(self) -> BaseText:
        """Return the editors of the host: "Bo Li, Cy Fox (eds.)"."""
        people = self._work.people("editor")
        if not people or self._work.heads() == "editor":
            return String("")
        part = words.part_of(self._part("editor"), len(people))
        return Text(*self._names("editor"), f" {part}")

    def behind_title(self, roles: tuple[str, ...]) -> list[BaseText]:
        """Return a sentence for each role: "Translated by Cy Fox"."""
        return [
            Text(f"{words.done_by(self._part(role))} ", *self._names(role))
            for role in roles
            if self._work.people(role) and self._work.heads() != role
        ]

    def holders(self) -> BaseText:
        """Return who holds a patent."""
        if self._work.people("holder"):
            return Text(*self._names("holder"))
        return rich(self._work.get("assignee"))

    def _part(self, role: str) -> str:
        typed = self._work.get("editortype").strip() if role == "editor" else ""
        return typed or role

    def _names(self, role: str, *, head: bool = False) -> list[BaseText]:
        people = self._work.people(role)
        marks = marks_of(self._work.entry, role, self._options.marks)
        named = [person for person in people if str(person) != OTHERS]
        inverted = head and self._options.names == "family-first"
        row: list[BaseText] = []
        for place, (person, mark) in enumerate(zip(people, marks, strict=True)):
            if str(person) == OTHERS:
                serial = self._serial and self._options.conjunction
                comma = "," if serial and len(row) >= _PAIR else ""
                row.append(String(f"{comma} et al." if row else "et al."))
                break
            name = Tag(
                f"{NAME}{role}-{place}",
                format_name(person, self._options.names, inverted=inverted),
            )
            last = place == len(people) - 1 and len(named) == len(people)
            sides = (flat(Text(*row[-1:])), flat(name))
            before = self._before(place, sides, last=last, inverted=inverted)
            if head:
                row.append(Tag(f"{AUTHOR}{place}", before, name, mark))
            else:
                row += [String(before), name, String(mark)]
        return row

    def _before(self, place: int, sides: tuple[str, str], *, last: bool, inverted: bool) -> str:
        """Return what stands before the name at *place*; *sides* are the texts around it."""
        if not place:
            return ""
        word = self._options.conjunction
        if not word or not last:
            return ", "
        if word == "and":
            word = str(_("and"))
        comma = "," if self._serial and (place >= _PAIR or inverted) else ""
        before, behind = space_between(sides[0] + comma, word), space_between(word, sides[1])
        return f"{comma}{before}{word}{behind}"


def _bare(body: str) -> str:
    """Return what a collaboration is called in short: "atlas"."""
    return _COLLABORATION.sub("", body.strip()).casefold()


def short_label(entry: Entry) -> str:
    """Return "King 2020" or "King et al. 2020", for what has no number."""
    work = Work(entry)
    people = work.people(work.heads())
    last = [*people[0].prelast_names, *people[0].last_names] if people else []
    name = flat(_words(list(map(without_marks, last)))) or flat(rich(work.get("collaboration")))
    others = " et al." if len(people) > 1 else ""
    return " ".join(filter(None, (f"{name}{others}" or entry.key, year_text(work.fields))))


def format_name(person: Person, style: str = "full", *, inverted: bool = False) -> BaseText:
    """Return a name as first, von, last, Jr, or as *style* has it.

    A Chinese name is last and first, without a space.
    """
    first, von, last, lineage = (
        [without_marks(part) for part in parts]
        for parts in (
            person.bibtex_first_names,
            person.prelast_names,
            person.last_names,
            person.lineage_names,
        )
    )
    parts = [*first, *von, *last, *lineage]
    if len(parts) > 1 and is_family_name_first("".join(parts)):
        return Text("".join((*parts[-1:], *parts[:-1])))
    if style == "full" or not first:
        return _words([*map(_with_stop, first), *von, *last, *lineage])
    if style == "vancouver":
        letters = "".join(_initial(name, hyphen="") for name in _given(first))
        return Text(_words([*von, *last]), " ", letters.replace(".", ""), *_behind(lineage, " "))
    initials = " ".join(_initial(name, hyphen="-") for name in _given(first))
    if inverted:
        return Text(_words([*von, *last]), ", ", initials, *_behind(lineage, ", "))
    return Text(initials, " ", _words([*von, *last, *lineage]))


def _with_stop(name: str) -> str:
    """Return an initial with its full stop: PubMed and Google Scholar have "King, A"."""
    return f"{name.replace('-', '.-')}." if re.fullmatch(r"[A-Z](?:-[A-Z])?", name) else name


def _behind(lineage: list[str], sign: str) -> list[BaseText]:
    # Vancouver has "Jr" without its full stop.
    words_ = [part.rstrip(".") if sign == " " else part for part in lineage]
    return [String(sign), _words(words_)] if lineage else []


def _given(first: list[str]) -> list[str]:
    """Return the given names, "A.B." as two; "AB" is as well."""
    names = " ".join(str(rich(part)) for part in first)
    parts = [name for name in re.split(r"\s+|(?<=\.)(?=[^\W\d_])", names) if name]
    return [letter for name in parts for letter in (name if _are_initials(name) else [name])]


def _are_initials(name: str) -> bool:
    return name.isalpha() and name.isupper() and len(name) <= MOST_INITIALS


def _initial(name: str, *, hyphen: str) -> str:
    parts = [part for part in re.split(r"[-‐‑]", name) if part]
    return hyphen.join(f"{part[0].upper()}." for part in parts)


def _words(parts: list[str]) -> BaseText:
    if any(map(has_markup, parts)):
        return Text(String(" ")).join(map(rich, parts))
    return Text(" ".join(parts))
