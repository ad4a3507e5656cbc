"""A fault in a source, and the word that was probably meant. Knows no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A fault found in a source.

    ``message`` says what is wrong and what to write instead. ``place`` is the document or the
    file. ``line`` and ``column`` count from 1; where ``column`` is 0, the fault is the first
    word in quotes that stands in the line. ``length`` is that of the faulty text.
    """

    subtype: str
    message: str
    line: int
    place: str = ""
    column: int = 0
    length: int = 0
