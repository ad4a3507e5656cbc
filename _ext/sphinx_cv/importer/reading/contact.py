"""Where someone can be reached, in the free text of a profile: address and phone are private."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import flat

from .text import bare

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft

_LINE = re.compile(r"(?i)</?p\b[^<>]*>|</?div\b[^<>]*>|<br\s*/?>|\\\\|\n|\s*[•·|∙⋅]\s*")
# A house with its street, as it is written in English.
_STREET = re.compile(
    r"\b\d{1,5}[a-zA-Z]?(?:[-–/]\d+[a-zA-Z]?)?,? (?:[^\W\d_a-z][\w.'’-]* ){0,4}(?:St|Street|Rd|"
    r"Road|Ave|Avenue|Lane|Ln|Way|Drive|Dr|Blvd|Boulevard|Square|Sq|Place|Plaza|Court|Terrace|Parkway|"
    r"Mall|Hill|Close|Crescent|Gardens|Walk|Row|Circle|Highway)\b"
)
# The same elsewhere; a box, a room, or the code of a town.
_POSTAL = re.compile(
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|laan|straat|plein|gatan?|vägen|vej|gade|"
    r"katu) \d|"
    r"\b\d+(?: ?bis)?,? (?:rue|avenue|boulevard|place|quai|chemin|allée|impasse) (?:de\b|d[ue]s?\b|"
    r"d['’]|l['’])|"
    r"\b(?:via|viale|piazza|corso|calle|c/|plaza|paseo|avenida|av\.|rua|largo|praça|ulica|ul\.) "
    r"(?:[^\W\d][\w.'’-]*,? ){1,5}(?:n[º°.o]\.? ?)?\d|"
    r"\bp\.? ?o\.? box \d|"
    r"\b(?:room|office|floor|building|bldg|suite|zimmer|raum|bureau)\.? ?[a-z]?\d|"
    r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|\b[a-z]{2},? \d{5}(?:-\d{4})?\b|"
    r"\b(?:[a-z]{1,2}-)?\d{5} [^\W\d]{3}|\b[a-z]{1,2}-(?:\d{4}|\d{3} ?\d{2}) [^\W\d]{3}",
    re.IGNORECASE,
)
# A line with a number at its end, beside other lines: a street or a building, and a house or room.
_HOUSE = re.compile(r"[^\W\d_a-z][^\d,:]* (?!1[89]\d\d|20\d\d)\d{1,4}[a-z]?")
_PHONE = re.compile(
    r"(?i)(?:(?:tele?(?:fon|phone)?|phone|mobile?|cell)\b[.:]*)?\s*(\+?[\d()\s./-]{7,})"
)


# What themes have there before anyone has written in it.
_EXAMPLES = re.compile(
    r"(?i)\byour (?:address|office|city)\b|450 Serra Mall|888 888 88 88|test@example\.(?:org|com)"
)


def address_of(value: Any) -> str:
    """Return an address that is given in parts, or whole."""
    return (
        ", ".join(filter(None, map(flat, value.values())))
        if isinstance(value, dict)
        else flat(value)
    )


def is_postal(text: str) -> bool:
    """Whether a text is a postal address, or holds one."""
    return bool(_STREET.search(text) or _POSTAL.search(text))


def is_example(text: str) -> bool:
    """Whether a text is that of a theme."""
    return bool(_EXAMPLES.search(text))


def tell_contact(draft: Draft, text: str, place: str) -> None:
    """Take address and phone out of the lines of a text, and report the others.

    Lines around an address are of it, such as the town; without one, none of them is.
    """
    lines = [line for line in map(bare, _LINE.split(text)) if line]
    if is_example(text):
        draft.left_out(place, f"the theme's example: {flat(lines)}")
        return
    rest = []
    for line in lines:
        if match := _PHONE.fullmatch(line):
            draft.tell("phone", match[1].strip(), place)
        elif "@" in line or ":" in line:
            draft.left_out(place, line)
        else:
            rest.append(line)
    address = ", ".join(line.strip(" ,") for line in rest)
    if is_postal(address) or (rest[1:] and any(map(_HOUSE.fullmatch, rest))):
        draft.tell("address", address, place)
    else:
        draft.left_out(place, rest)
