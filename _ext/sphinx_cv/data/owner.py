"""The owner in the parts that formats have for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.database import InvalidNameString, Person

from sphinx_cv.bibliography.people.names import in_bibtex_order
from sphinx_cv.model.academic_titles import without_titles

from .csl import csl_names
from .values import clean

if TYPE_CHECKING:
    from sphinx_cv.model.profile import Profile

_ORCID = re.compile(r"https?://(?:www\.)?orcid\.org/((?:\d{4}-){3}\d{3}[\dX])/?", re.IGNORECASE)


def owner_name(profile: Profile) -> dict[str, str]:
    """Return the owner's name in the parts of CSL; ``prefix`` holds the academic titles."""
    name = without_titles(profile.name)
    prefix = clean(profile.name.partition(name)[0]) if name else ""
    try:
        parts = csl_names([Person(in_bibtex_order(name))])[0]
    except InvalidNameString:
        parts = {"literal": clean(name)}
    return parts | ({"prefix": prefix} if prefix else {})


def affiliations(profile: Profile) -> list[str]:
    """Return the owner's affiliations, which a semicolon separates."""
    return [part for part in map(clean, profile.affiliation.split(";")) if part]


def orcid_of(profile: Profile) -> str:
    """Return the owner's ORCID iD by itself, ``""`` for none."""
    found = (_ORCID.fullmatch(url.strip()) for _name, url in profile.links)
    return next((match[1].upper() for match in found if match), "")
