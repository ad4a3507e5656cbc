"""The texts within the value of a setting, whatever holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 5


def texts_in(value: object, depth: int = 0) -> Iterator[str]:
    """Yield every text in *value*, keys of dictionaries among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple, set, frozenset)) and depth < _DEEPEST:
        for part in [*value, *(value.values() if isinstance(value, dict) else ())]:
            yield from texts_in(part, depth + 1)
