"""The warning type ``cv``: its closed list of subtypes, and the one way to emit one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
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
    "bibliography": "A .bib file has a fault, or a publication lacks what it needs.",
    "math": "A formula has a control word that is not on the list for math.",
    "print": "Something cannot be printed as it is, or a value of cv_print or cv_pdf is wrong.",
}


def warn(
    subtype: str, message: str, *args: object, location: str | tuple[str, int] | Node | None
) -> None:
    """Emit the Sphinx warning ``cv.<subtype>`` at *location*."""
    if subtype not in SUBTYPES:
        raise LookupError(f"undeclared warning subtype {subtype!r}")
    logger.warning(message, *args, type="cv", subtype=subtype, location=location)
