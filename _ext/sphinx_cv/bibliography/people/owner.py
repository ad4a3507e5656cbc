"""Whether a name in a .bib file is the owner's: whole, by initials, or as a listed form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pybtex.database import InvalidNameString, Person

from sphinx_cv.bibliography.tex.text import rich
from sphinx_cv.model.academic_titles import without_titles
from sphinx_cv.model.text import fold, spell_out

from .marks import without_marks
from .names import UNSPACED, in_bibtex_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Words before a last name, which some lists put behind the first: "Beethoven, Ludwig van".
_PARTICLES = frozenset(
    """
    van von der den de del della dell di da do dos das du des la le lo ten ter te
    zu zum zur af av bin ibn al el y e
    """.split()
)
# As many capitals without a full stop are still initials: "Tolkien, JRR".
MOST_INITIALS = 4
# Two or more words in braces that are not a list of people.
_IN_BRACES = re.compile(r"\{((?!.*\sand\s)(?=[\s~]*[^\s~{}]+[\s~]+[^\s~{}])[^{}]*)\}")
# More words are a text that was pasted in, and no name: its readings would take for ever.
_MOST_WORDS = 20
_INITIALS = re.compile(r"[^\W\d_](?:[.-]*[^\W\d_]){0,3}\.?")


# Co-authors come back in paper after paper.
@lru_cache(maxsize=10_000)
def plain(latex: str) -> str:
    """Return a part of a name as Unicode text, without TeX's accents, braces and marks."""
    return without_marks(unicodedata.normalize("NFC", str(rich(without_marks(latex)))))


@dataclass(frozen=True, slots=True)
class Given:
    """A folded given name; ``joined`` to the one before it by a hyphen."""

    name: str
    joined: bool = False

    @property
    def is_initial(self) -> bool:
        """Whether it is a single letter with case: 明 is a name, not an initial."""
        return len(self.name) == 1 and self.name.upper() != self.name

    def agrees(self, other: Given) -> bool:
        """Whether the two can be one name: the same, or one the initial of the other."""
        short, long = sorted((self, other), key=lambda given: len(given.name))
        return short.name == long.name or (short.is_initial and long.name.startswith(short.name))


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name split for comparison, folded: given names, last name with its particles.

    Where the whole name is in capitals, ``initials`` are another reading of the given names:
    "KING, ADA" can be A. D. A. King.
    """

    given: tuple[Given, ...]
    last: tuple[str, ...]
    lineage: tuple[str, ...] = ()
    initials: tuple[Given, ...] = ()

    @classmethod
    def of(cls, person: Person, *, capitals: bool = False) -> NameForm:
        """Fold a person's name; particles behind the first may have *capitals*."""
        first = [word for part in person.bibtex_first_names for word in plain(part).split()]
        particles: list[str] = []
        while len(first) > 1 and (first[-1].lower() if capitals else first[-1]) in _PARTICLES:
            particles.insert(0, first.pop())
        last = [*particles, *_words([*person.prelast_names, *person.last_names])]
        shouted = all(word.isupper() for word in last) and any(len(word) > 1 for word in last)
        return cls(
            given=tuple(_given(first, initials=not shouted)),
            last=tuple(map(fold, last)),
            lineage=tuple(map(fold, _words(person.lineage_names))),
            initials=tuple(_given(first, initials=True)) if shouted else (),
        )

    def matches(self, other: NameForm) -> bool:
        """Whether the two can be one person: same last name, given names that agree in turn.

        An initial agrees with a name that it starts; a missing middle name agrees with any.
        A missing first name does not.
        """
        if self.last != other.last:
            return False
        if self.lineage and other.lineage and self.lineage != other.lineage:
            return False
        pairs = ((self.initials, other.given), (self.given, other.initials))
        # What may be no initials at all must be those of every name.
        return _agree(self.given, other.given) or any(
            len(mine) == len(theirs) and _agree(mine, theirs) for mine, theirs in pairs
        )


class OwnerNames:
    """The forms of the owner's name."""

    def __init__(self, name: str, aliases: Iterable[str] = ()) -> None:
        people = [
            reading
            for form in (name, *aliases)
            if form
            for reading in _readings(_person(in_bibtex_order(without_titles(form))))
        ]
        self._forms = [NameForm.of(person) for person in people]
        self._compound = [form for person in people for form in _compound(person)]
        self._joined = {joined for person in people for joined in _joined(person)}
        # Co-authors come back in paper after paper.
        self._known: dict[tuple[str, ...], bool] = {}

    def includes(self, person: Person) -> bool:
        """Whether *person* is the owner under any form."""
        # As text "King, Ada" can be "King, Jr." as well.
        name = (str(person), *person.lineage_names)
        if name not in self._known:
            self._known[name] = self._is_owner(person)
        return self._known[name]

    def places_in(self, people: Iterable[Person]) -> list[int]:
        """Return the places of the owner among *people*."""
        return [place for place, person in enumerate(people) if self.includes(person)]

    def _is_owner(self, person: Person) -> bool:
        if whole := _IN_BRACES.fullmatch(str(person)):
            # To BibTeX one word, as the name of a body is; some programs write people so.
            person = _person(whole[1])
            words = whole[1].split()
            # "{King Ada Mary}", as medical journals' programs write people.
            turned = Person(first=" ".join(words[1:]), last=words[0])
            if any(NameForm.of(turned) == own for own in self._forms):
                return True
        return any(map(self._agrees, _readings(person)))

    def _agrees(self, person: Person) -> bool:
        """Whether one reading of a name is one of the owner's."""
        forms, turned = (NameForm.of(person), NameForm.of(person, capitals=True)), _turned(person)
        if any(
            form == own or form.matches(own)
            for form in forms
            for own in (*self._forms, *self._compound)
        ):
            return True
        # Never two guesses at once: "Ana Bea King" is not "Ana Maria Bea King".
        if any(other.matches(own) for other in _compound(person) for own in self._forms):
            return True
        if not self._joined.isdisjoint(_joined(person)):
            return True
        # "Wei LI" can be a surname in capitals: each letter must be one of the owner's initials.
        return turned is not None and any(
            turned.matches(own) and len(turned.given) <= len(own.given) for own in self._forms
        )


@cache
def names_of(name: str, aliases: Sequence[str] = ()) -> OwnerNames:
    """Return the forms of a name; who is asked for often is known from the first time on."""
    return OwnerNames(name, aliases)


def _readings(person: Person) -> Iterator[Person]:
    """Yield a person, and under the name that has two letters for one: "Mueller"."""
    yield person
    other = Person()
    for role in ("first_names", "middle_names", "prelast_names", "last_names", "lineage_names"):
        setattr(other, role, [spell_out(plain(part)) for part in getattr(person, role)])
    if str(other) != str(person):
        yield other


def _compound(person: Person) -> Iterator[NameForm]:
    """Yield the readings of a name with more words in its last name than BibTeX takes.

    In "Kristof Van Beeck" that is "Beeck", for no comma tells more.
    """
    first = person.bibtex_first_names
    for place in range(1, len(first) if len(first) <= _MOST_WORDS else 1):
        other = Person()
        other.first_names = first[:place]
        other.last_names = [*first[place:], *person.prelast_names, *person.last_names]
        other.lineage_names = person.lineage_names
        yield NameForm.of(other)


def _joined(person: Person) -> set[str]:
    """Return the two readings of a name whose parts are often not told apart: 田中裕子."""
    first = "".join(_words(person.bibtex_first_names))
    last = "".join(_words([*person.prelast_names, *person.last_names]))
    return {last + first, first + last} if UNSPACED.fullmatch(last + first) else set()


def _turned(person: Person) -> NameForm | None:
    """Read "King AB" as "King, A. B.", as medical journals write names; None for any other name.

    A surname in capitals does not count: what follows it may be a name in capitals too.
    """
    parts = (*person.bibtex_first_names, *person.prelast_names, *person.last_names)
    words = [word for part in parts for word in plain(part).split()]
    initials: list[str] = []
    while words and _INITIALS.fullmatch(words[-1]) and words[-1].isupper():
        initials.insert(0, words.pop())
    if not initials or person.lineage_names or " ".join(words).isupper():
        return None
    return NameForm.of(Person(first=" ".join(initials), last=f"{{{' '.join(words)}}}"))


def _person(name: str) -> Person:
    try:
        return Person(name)
    except InvalidNameString:
        # More than "von Last, Jr, First": titles after the name.
        return Person(name.partition(",")[0])


def _words(parts: Iterable[str]) -> list[str]:
    return [word for part in parts for word in re.split(r"[\s.\-‐‑\u05be]+", plain(part)) if word]


def _given(words: Iterable[str], *, initials: bool) -> Iterator[Given]:
    """Yield the given names in *words*; *initials* says that "ME" is two, as "M.E." is."""
    for word in words:
        for number, part in enumerate(filter(None, re.split(r"[-‐‑\u05be]", word))):
            names = [name for name in part.split(".") if name]
            for place, name in enumerate(names):
                short = initials and name.isupper() and len(name) <= MOST_INITIALS
                for index, letter in enumerate(name if short else [name]):
                    yield Given(fold(letter), joined=number > 0 and place == index == 0)


def _agree(mine: tuple[Given, ...], theirs: tuple[Given, ...]) -> bool:
    # "Tianhua", "Tian-Hua" and "Tian Hua" are spellings of one name.
    if mine and "".join(given.name for given in mine) == "".join(given.name for given in theirs):
        return True
    short, long = sorted((mine, theirs), key=len)
    if not short or not all(a.agrees(b) for a, b in zip(short, long, strict=False)):
        return False
    # "Jean" is not "Jean-Pierre"; "J." can be.
    rest = long[len(short) :]
    return not (rest and rest[0].joined and not short[-1].is_initial)
