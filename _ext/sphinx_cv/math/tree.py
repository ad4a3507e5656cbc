"""A formula as a tree, of which every output makes its own form."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from .words import Word

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Sign:
    """A letter, a number, or a sign; ``kind`` is a section of the table, or ``number``.

    ``text`` is the character, ``tex`` what LaTeX takes for it, and so ``typst`` where that is not
    the character.
    """

    text: str
    kind: str
    tex: str
    typst: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a function, in Unicode and in LaTeX; ``limits`` are those of a sum."""

    text: str
    tex: str
    limits: bool


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a formula, set by ``command``, in an alphabet or None."""

    text: str
    command: str
    alphabet: Word | None


@dataclass(frozen=True, slots=True)
class Space:
    """A space of ``word.em``."""

    tex: str
    word: Word


@dataclass(frozen=True, slots=True)
class Row:
    """What was in braces, or is set as if it had been."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Scripts:
    """Indices; ``limits`` is None where the size of the formula decides on their place."""

    base: Node
    below: Node | None
    above: Node | None
    limits: bool | None


@dataclass(frozen=True, slots=True)
class Mark:
    """An accent, or what is drawn over or under the whole of ``base``."""

    name: str
    word: Word
    base: Node


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Letters of another alphabet."""

    name: str
    word: Word
    body: Node


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction, or a binomial coefficient; ``style`` is that of ``Style``, or empty."""

    name: str
    over: Node
    under: Node
    style: str
    is_binomial: bool


@dataclass(frozen=True, slots=True)
class Root:
    """A root; ``degree`` is None for the square root."""

    body: Node
    degree: Node | None


@dataclass(frozen=True, slots=True)
class Fence:
    """Delimiters as high as what they hold: one more of them than of the parts; None is empty."""

    delimiters: tuple[Sign | None, ...]
    parts: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A delimiter of a height of its own; ``size`` is the word that gives it."""

    sign: Sign
    word: Word
    size: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one number of cells; ``columns`` has an ``l``, ``c`` or ``r`` for each.

    ``name`` is the environment, ``lines`` are the columns that have a line at their left.
    """

    name: str
    word: Word
    cells: tuple[tuple[Row, ...], ...]
    columns: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """A size: ``display``, ``inline``, ``script`` or ``sscript``."""

    name: str
    style: str
    body: Row


Node: TypeAlias = (
    Sign
    | Name
    | Text
    | Space
    | Row
    | Scripts
    | Mark
    | Alphabet
    | Fraction
    | Root
    | Fence
    | Delimiter
    | Rows
    | Style
)


def with_signs(node: Node, change: Callable[[Sign], Sign]) -> Node:
    """Return *node* with each sign changed, but for those in an alphabet of their own."""

    def changed(part: Any) -> Any:
        if isinstance(part, Sign):
            return change(part)
        if isinstance(part, tuple):
            return tuple(map(changed, part))
        if isinstance(part, (Alphabet, Text, Word)) or not is_dataclass(part):
            return part
        parts = (changed(getattr(part, each.name)) for each in fields(part))
        return part.__class__(*parts)

    made: Node = changed(node)
    return made
