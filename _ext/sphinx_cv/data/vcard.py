"""The owner's public contact as a vCard 3.0 (RFC 2426), which every address book reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .content_lines import address, document, escaped
from .owner import affiliations, owner_name
from .values import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.model.profile import Profile

    from .facts import Facts


def to_vcard(facts: Facts) -> str:
    """Return the card; every line ends with a carriage return and a line feed."""
    return document(_lines(facts.profile))


def _lines(profile: Profile) -> Iterator[tuple[str, str]]:
    name = owner_name(profile)
    family = " ".join(
        filter(None, (name.get("non-dropping-particle"), name.get("family", name.get("literal"))))
    )
    parts = (family, name.get("given", ""), "", name.get("prefix", ""), name.get("suffix", ""))
    yield "BEGIN", "VCARD"
    yield "VERSION", "3.0"
    yield "FN", escaped(clean(profile.name))
    yield "N", ";".join(map(escaped, parts))
    yield "TITLE", escaped(clean(profile.position))
    for organization in affiliations(profile):
        yield "ORG", escaped(organization)
    yield "EMAIL;TYPE=INTERNET", address(profile.email)
    yield "TEL;TYPE=WORK", escaped(clean(profile.phone))
    if profile.address:
        yield "ADR;TYPE=WORK", f";;{escaped(clean(profile.address))};;;;"
    for url in dict.fromkeys((profile.website, *(url for _name, url in profile.links))):
        yield "URL", address(url)
    yield "END", "VCARD"
