"""A mapping from YAML or JSON that knows which of its values were taken: the rest is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import AGAIN, flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.importer.draft import Draft


class Fields:
    """The fields of one thing in a source; ``place`` says where it is, for the report."""

    def __init__(self, values: object, place: str, draft: Draft) -> None:
        self.place = place
        self._draft = draft
        self._left: dict[str, Any] = {}
        if isinstance(values, dict):
            self._left = {str(key): value for key, value in values.items()}
        else:
            draft.left_out(place, values)

    def has(self, *names: str) -> bool:
        """Whether one of the fields is there, and not empty."""
        return any(self._left.get(name) not in (None, "", [], {}) for name in names)

    def names(self) -> list[str]:
        """Return the names of the fields that are not taken."""
        return [*self._left]

    def peek(self, name: str) -> Any:
        """Return a field, without taking it."""
        return self._left.get(name)

    def take(self, *names: str) -> Any:
        """Return the first of these fields that is not empty, and count it as taken."""
        for name in names:
            if self.has(name):
                return self._left.pop(name)
        return None

    def text(self, *names: str) -> str:
        """Return a field as text on one line."""
        return flat(self.take(*names))

    def texts(self, *names: str) -> list[str]:
        """Return a field that is a list, or a single text, as texts."""
        value = self.take(*names)
        values = value if isinstance(value, list) else [value]
        return [words for each in values if (words := flat(each))]

    def each(self, *names: str) -> Iterator[Fields]:
        """Yield the things in a field that is a list of mappings."""
        name = next((name for name in names if self.has(name)), names[0])
        value = self.take(name)
        for number, one in enumerate(value if isinstance(value, list) else [value]):
            if one not in (None, "", {}):
                yield Fields(one, f"{self.place}{name}[{number}].", self._draft)

    def inner(self, name: str) -> Fields:
        """Return the fields in a field that is a mapping."""
        return Fields(self.take(name) or {}, f"{self.place}{name}.", self._draft)

    def drop(self, *names: str) -> None:
        """Forget fields that say nothing about the person, also where they are there twice."""
        for name in names:
            self._left.pop(name, None)
            self._left.pop(f"{name}{AGAIN}", None)

    def report(self) -> None:
        """Report each field that was not taken."""
        for name, value in self._left.items():
            self._draft.left_out(f"{self.place}{name}", value)
        self._left = {}
