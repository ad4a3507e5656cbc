"""Reads which notes of the checker an author has answered: ``order, the reason``."""

from __future__ import annotations

from sphinx_cv.model.rule_list import NOTES
from sphinx_cv.model.suggestion import hint_of

# The reason that an import gives: nobody has answered yet.
AS_IMPORTED = "as imported"
# Nobody answers more notes in one place.
_MOST = 50


def read_silence(text: str) -> tuple[tuple[str, ...], list[str]]:
    """Read ``order, the reason; overlap, the reason``: the rules, and what is wrong with it."""
    names, problems = [], []
    parts = [part for part in map(str.strip, text.split(";", _MOST)) if part]
    if text and not parts:
        parts = [text]
    for part in parts[:_MOST]:
        name, _comma, reason = (word.strip() for word in part.partition(","))
        if name not in NOTES:
            hint = hint_of(name, NOTES)
            problems.append(f'"{name}" is not a note that can be silenced.{hint}')
        elif not reason:
            problems.append(f'"{name}" is silenced without a reason: write "{name}, the reason"')
        else:
            names.append(name)
    return tuple(names), problems


def unanswered(text: str) -> tuple[str, ...]:
    """Return the rules that an import has silenced, and no person yet."""
    parts = (part.partition(",") for part in text.split(";", _MOST)[:_MOST])
    return tuple(name.strip() for name, _comma, reason in parts if reason.strip() == AS_IMPORTED)
