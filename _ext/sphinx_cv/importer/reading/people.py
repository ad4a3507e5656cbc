"""The people in a text: of a citation, or of a field that should have been a list."""

from __future__ import annotations

import re

_SEVERAL = re.compile(r"[,;&]|\band\b")
_INITIALS = re.compile(r"(?:[^\W\d]\.?[\s-]*){1,4}")


def one_by_one(authors: list[str]) -> list[str]:
    """Return people one by one, who may be given as one text: "Ada King, Bo Ek and Cy Li"."""
    if len(authors) == 1 and _SEVERAL.search(authors[0]):
        return authors_of(authors[0]) or authors
    return authors


def authors_of(citation: str) -> list[str]:
    """Return the people before the year or the title of a citation, as far as they can be told."""
    people = re.split(r"\(?\b(?:19|20)\d\d\b|[\"“”]", citation)[0].strip(" .(,")
    if not people or len(people) > 600:  # noqa: PLR2004, that is a whole text
        return []
    groups = re.split(r";|\band\b|&", people)
    return [name for group in groups for name in _names(group.split(","))]


def _names(parts: list[str]) -> list[str]:
    """Return the people in parts between commas: "Lovelace, A. M." and "Lovelace, Ada" are one."""
    names: list[str] = []
    for part in filter(None, (part.strip(" .") for part in parts)):
        last = names[-1] if names and "," not in names[-1] else ""
        if part.lower().startswith("et al"):
            names.append("et al.")
        elif last and part.isupper() and _INITIALS.fullmatch(part):
            names[-1] = f"{last}, {part}."
        elif last and " " not in last:
            # A word alone is a last name; the first names are behind it.
            names[-1] = f"{last}, {part}"
        else:
            names.append(part)
    return names
