"""Reads the condition of a list before sphinxcontrib-bibtex asks it of every entry."""

from __future__ import annotations

import ast
import re

from pybtex.database import Entry

# No public name leads to it, and where it raises TypeError the build ends.
from sphinxcontrib.bibtex.domain import _FilterVisitor

# What ``:selected:`` shows; al-folio has a field of its own for it.
SELECTED = '(keywords % "selected" or selected % "^(true|yes)$")'


def check_condition(text: str) -> str:
    """Return *text* if it is a condition of sphinxcontrib-bibtex's.

    Raises ValueError with a sentence that says what to write.
    """
    parts = _parts(text)
    constants = [part for part in parts if isinstance(part, ast.Constant)]
    if others := [part for part in constants if not isinstance(part.value, str | bool)]:
        typed = ast.get_source_segment(text, others[0])
        raise ValueError(f'{typed} in `{text}` is no text, as fields are: write "{typed}"')
    entry = Entry("misc")
    entry.key = ""
    visitor = _FilterVisitor(entry, "", set())  # type: ignore[no-untyped-call]
    # Each by itself, the inner first: "and" and "or" pass over what does not matter for an entry.
    for part in reversed(parts):
        try:
            visitor.visit(part)
        except (ValueError, TypeError, RecursionError, re.error):
            raise _no_condition(ast.get_source_segment(text, part) or text) from None
    return text


def _parts(text: str) -> list[ast.expr]:
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise _no_condition(text) from None
    return [node for node in ast.walk(tree.body) if isinstance(node, ast.expr)]


def _no_condition(text: str) -> ValueError:
    return ValueError(f'`{text}` is not a condition, such as :filter: type == "article"')


def is_selected(entry: Entry) -> bool:
    """Whether a publication is one of those that ``:selected:`` shows."""
    visitor = _FilterVisitor(entry, "", set())  # type: ignore[no-untyped-call]
    return bool(visitor.visit(_parts(SELECTED)[0]))
