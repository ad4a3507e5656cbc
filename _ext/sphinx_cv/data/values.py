"""What all formats do with a value: text in one line that any reader takes, and no empty ones."""

from __future__ import annotations

from typing import Any

from sphinx_cv.model.characters import NO_TEXT


def clean(text: str) -> str:
    """Return *text* in one line, without what no format can hold."""
    return " ".join(fit(text).split())


def fit(text: str) -> str:
    """Return *text* without what no format can hold; its lines stay."""
    return NO_TEXT.sub("", text)


def without_empty(value: Any) -> Any:
    """Return *value* without the strings, lists and dictionaries in it that hold nothing."""
    if isinstance(value, dict):
        pairs = ((name, without_empty(part)) for name, part in value.items())
        return {name: part for name, part in pairs if _is_something(part)}
    if isinstance(value, list):
        return [part for part in map(without_empty, value) if _is_something(part)]
    return value


def _is_something(value: Any) -> bool:
    return value is not None and value not in ("", [], {})
