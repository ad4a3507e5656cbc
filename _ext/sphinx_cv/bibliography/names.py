"""Whether a name in a .bib file is the owner's: whole, by initials, or as a listed form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pybtex.database import InvalidNameString, Person

from .marks import without_marks
from .tex import rich

if TYPE_CHECKING:
    from collections.abc import Iterable


def plain(latex: str) -> str:
    """Return a part of a name as Unicode text, without TeX's accents, braces and marks."""
    return without_marks(unicodedata.normalize("NFC", str(rich(latex))))


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name split for comparison: folded given names and folded last name with its particles."""

    given: tuple[str, ...]
    last: tuple[str, ...]
    lineage: tuple[str, ...] = ()

    @classmethod
    def of(cls, person: Person) -> NameForm:
        """Fold a person's name."""
        given = _words(person.bibtex_first_names)
        return cls(
            # "ME" and "M.E." are two initials; "Li" is a name.
            given=tuple(part for word in given for part in (word if word.isupper() else (word,))),
            last=tuple(map(_fold, _words([*person.prelast_names, *person.last_names]))),
            lineage=tuple(map(_fold, _words(person.lineage_names))),
        )

    def matches(self, other: NameForm) -> bool:
        """Whether the two can be one person: same last name, given names that agree in turn.

        An initial agrees with a name that it starts; a missing middle name agrees with any.
        A missing first name does not.
        """
        if self.last != other.last or not self.given or not other.given:
            return False
        if self.lineage and other.lineage and self.lineage != other.lineage:
            return False
        mine, theirs = (tuple(map(_fold, form.given)) for form in (self, other))
        return all(_agree(a, b) for a, b in zip(mine, theirs, strict=False))


class OwnerNames:
    """The forms of the owner's name."""

    def __init__(self, name: str, aliases: Iterable[str] = ()) -> None:
        people = [_person(form) for form in (name, *aliases) if form]
        self._forms = [NameForm.of(person) for person in people]
        # Co-authors come back in paper after paper.
        self._known: dict[str, bool] = {}

    def includes(self, person: Person) -> bool:
        """Whether *person* is the owner under any form."""
        name = str(person)
        if name not in self._known:
            form = NameForm.of(person)
            self._known[name] = any(form == own or form.matches(own) for own in self._forms)
        return self._known[name]


def _person(name: str) -> Person:
    try:
        return Person(name)
    except InvalidNameString:
        # More than "von Last, Jr, First": titles after the name.
        return Person(name.partition(",")[0])


def _words(parts: Iterable[str]) -> list[str]:
    return [word for part in parts for word in re.split(r"[\s.\-\u00a0]+", plain(part)) if word]


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark)).casefold()


def _agree(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    # A letter without case is no initial: 明 is a name, and 明华 another.
    initial = len(short) == 1 and short.upper() != short
    return short == long or (initial and long.startswith(short))
