"""How a key of a setting is declared, in one place: its type, default, meaning and check."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from sphinx_cv.model.characters import UNFIT
from sphinx_cv.model.suggestion import hint_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    # Yields a sentence for each fault of a value of the right type.
    Check = Callable[[Any], Iterable[str]]

# Longer than any fact of a CV. The name is also a file's, as that of an EPUB.
LONGEST, LONGEST_NAME = 2000, 200


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is: its Python types, the same in words, and how one is written."""

    types: tuple[type, ...]
    words: str
    example: str

    def fits(self, value: object) -> bool:
        """Whether *value* is of this kind; to Python alone, True is a number."""
        return isinstance(value, self.types) and (not isinstance(value, bool) or bool in self.types)

    def such_as(self, example: str) -> Kind:
        """Return this kind with an *example* of its own, for a key."""
        return replace(self, example=example)


STRING = Kind((str,), "a string", '"…"')
FLAG = Kind((bool,), "True or False", "True")
FLAG_OR_STRING = Kind((bool, str), "True, False or a string", "True")
NUMBER = Kind((int, float), "a number", "10")
LIST = Kind((list, tuple), "a list", "[…]")
STRINGS = Kind((list, tuple), "a list of strings", '["…", "…"]')
DICTIONARY = Kind((dict,), "a dictionary", '{"…": …}')
STRING_MAP = Kind((dict,), "a dictionary of strings", '{"…": "…"}')


def nothing(_value: object) -> tuple[str, ...]:
    """Find no fault: the type says all."""
    return ()


@dataclass(frozen=True, slots=True)
class Key:
    """A declared key: the kind of its value, its meaning for the manual, and its check."""

    kind: Kind
    help: str
    check: Check

    def faults(self, name: str, value: object) -> Iterator[str]:
        """Yield what is wrong with *value*; *name* names the key in the sentences."""
        if not self.kind.fits(value) or not all(
            isinstance(part, str) for part in self._strings(value)
        ):
            yield f"{name} is not {self.kind.words}: write {self.kind.example}"
            return
        texts = [text for text in (value, *self._strings(value)) if isinstance(text, str)]
        unfit = [fault for text in texts for fault in text_faults(name, text)]
        yield from unfit or self.check(value)

    def _strings(self, value: Any) -> list[object]:
        if self.kind is STRING_MAP:
            return [*value, *value.values()]
        return list(value) if self.kind is STRINGS else []


def key(kind: Kind, *, default: Any, help: str, check: Check = nothing) -> Any:  # noqa: A002
    """Declare a field of a dataclass as a key of a setting."""
    return field(default=default, metadata={"key": Key(kind, help, check)})


def keys_of(declaration: type) -> dict[str, Key]:
    """Return the keys that a dataclass declares, in their order."""
    return {part.name: part.metadata["key"] for part in fields(declaration) if part.metadata}


def one_of(*words: str) -> Check:
    """Return the check that a value is one of *words*."""

    def check(value: str) -> Iterator[str]:
        if value not in words:
            hint = hint_of(value, words)
            yield f"unknown value {shown(value)}.{hint}"

    return check


def text_faults(name: str, text: str, *, longest: int = LONGEST) -> Iterator[str]:
    """Yield why a text cannot be shown: it has a control character, or is too long."""
    if found := UNFIT.search(text):
        yield f"{name} has the character U+{ord(found[0]):04X}, which cannot be shown: remove it"
    if len(text) > longest:
        yield f"{name} has {len(text)} characters: write at most {longest}"


def key_problems(
    setting: str, declaration: type, values: object, *, example: str
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with *values*: the key (``""`` for the whole) and a sentence."""
    if not isinstance(values, dict):
        yield "", f"{setting} is not a dictionary: write {setting} = {example}"
        return
    known = keys_of(declaration)
    for name, value in values.items():
        if name not in known:
            yield name, f"{setting} has no key {shown(name)}.{hint_of(str(name), known)}"
        else:
            for message in known[name].faults(f'"{name}" in {setting}', value):
                yield name, message


def shown(value: object) -> str:
    """Return *value* for a message: in quotes, shortened, and fit to be printed."""
    text = UNFIT.sub("\ufffd", str(value))
    return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'  # noqa: PLR2004
