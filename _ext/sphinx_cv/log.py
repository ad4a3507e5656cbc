"""The warning type ``cv``: its closed list of subtypes, and the one way to emit one."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Node

logger = logging.getLogger(__name__)

SUBTYPES = {
    "title": "An entry or a talk has no title.",
    "option": "An option is unknown, repeated, or missing where it is required.",
    "date": "A date cannot be read, or a range ends before it starts.",
    "kind": "The kind of an entry or a talk is not one of the known kinds.",
    "publication": "A publication key is in none of the .bib files.",
    "name": "Two entries or talks have the same name.",
    "reference": "A reference names no entry or talk.",
    "link": "A link is not a web or e-mail address.",
    "profile": "A value of cv_profile is missing, unknown or of the wrong type.",
    "bibliography": "A publication lacks its title, or a field cannot be used as it is.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A fault found in a source.

    ``line`` counts from 1 in the source file; ``message`` says what is wrong and what to
    write instead.
    """

    subtype: str
    message: str
    line: int


def warn(
    subtype: str, message: str, *args: object, location: str | tuple[str, int] | Node | None
) -> None:
    """Emit the Sphinx warning ``cv.<subtype>`` at *location*."""
    if subtype not in SUBTYPES:
        raise LookupError(f"undeclared warning subtype {subtype!r}")
    logger.warning(message, *args, type="cv", subtype=subtype, location=location)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `` Did you mean "x"?`` for the nearest of the *known* words, else ``""``."""
    nearest = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' Did you mean "{nearest[0]}"?' if nearest else ""
