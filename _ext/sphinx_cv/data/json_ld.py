"""The owner, talks and software as schema.org JSON-LD (https://schema.org), for search engines.

The owner is one node, which all others refer to: by an address where that of the site is known,
else by a name that holds on one page.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinx_cv.source.addresses import is_local

from .items import first_and_last, role_and_place, said_besides, title_of, where
from .owner import affiliations, orcid_of, owner_name
from .values import clean, without_empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_cv.document.records import Record
    from sphinx_cv.model.items import Item, Talk
    from sphinx_cv.model.profile import Profile

    Node = dict[str, Any]

_ORCID = "https://registry.identifiers.org/registry/orcid"


def script(nodes: Iterable[Node]) -> str:
    """Return nodes as one document, fit to stand in a ``script`` element."""
    graph = {"@context": "https://schema.org", "@graph": [without_empty(node) for node in nodes]}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    # No "</script>" ends the element early.
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def owner_id(base: str) -> str:
    """Return what names the owner; a blank node where the site has no address."""
    return f"{base}#me" if base else "_:me"


def reference_to_owner(base: str) -> Node:
    """Return a reference to the owner."""
    return {"@id": owner_id(base)}


def owner_in_short(profile: Profile, base: str) -> Node:
    """Return the owner as pages about something else name them."""
    return {
        "@type": "Person",
        "@id": owner_id(base),
        "name": clean(profile.name),
        "url": base or profile.website,
    }


def owner(profile: Profile, records: Iterable[Record], *, base: str = "", image: str = "") -> Node:
    """Return the owner as a Person, with what *records* say of them."""
    name = owner_name(profile)
    kept = [*records]
    return {
        "@type": "Person",
        "@id": owner_id(base),
        "name": clean(profile.name.removeprefix(name.get("prefix", ""))),
        "honorificPrefix": name.get("prefix", ""),
        "givenName": name.get("given", ""),
        "familyName": " ".join(
            filter(None, (name.get("non-dropping-particle"), name.get("family")))
        ),
        "alternateName": [clean(alias) for alias in profile.aliases],
        "description": clean(profile.description),
        "jobTitle": clean(profile.position),
        "affiliation": [_organization(part) for part in affiliations(profile)],
        "address": clean(profile.address),
        "telephone": clean(profile.phone),
        "email": profile.email and f"mailto:{profile.email}",
        "url": profile.website or base,
        "image": image,
        "sameAs": [url for _name, url in profile.links],
        "identifier": _orcid(profile),
        **_career(kept),
    }


def _orcid(profile: Profile) -> Node:
    if not (number := orcid_of(profile)):
        return {}
    return {
        "@type": "PropertyValue",
        "propertyID": _ORCID,
        "value": f"orcid:{number}",
        "url": f"https://orcid.org/{number}",
    }


def _career(records: list[Record]) -> Node:
    """Return what the owner is and has: what ended is no employer, what lasts is no degree."""
    of_kind: dict[str, list[Item]] = {}
    for record in records:
        of_kind.setdefault(record.item.kind, []).append(record.item)
    degrees = [item for item in of_kind.get("education", ()) if not _lasts(item)]
    certificates = of_kind.get("certificate", [])
    return {
        "worksFor": [
            _role(item, "worksFor") for item in of_kind.get("experience", ()) if _lasts(item)
        ],
        "memberOf": [
            _role(item, "memberOf")
            for item in of_kind.get("membership", ())
            if _lasts(item) or not item.dates
        ],
        "alumniOf": [_role(item, "alumniOf", "EducationalOrganization") for item in degrees],
        "hasCredential": [
            *(_credential(item, "degree") for item in degrees),
            *(_credential(item, "certificate") for item in certificates),
        ],
        "award": [_award(item) for item in of_kind.get("award", ())],
        "knowsLanguage": [
            {"@type": "Language", "name": title_of(item)} for item in of_kind.get("language", ())
        ],
        "knowsAbout": [title_of(item) for item in of_kind.get("skill", ())],
    }


def _lasts(item: Item) -> bool:
    """Whether an item goes on, as its dates say; the day of the build is not asked."""
    return bool(item.dates and (item.dates.end is None or item.dates.expected))


def _role(item: Item, property_: str, kind: str = "Organization") -> Node:
    """Return what the owner is at a place, as a role that has its dates."""
    title, place = role_and_place(item)
    if property_ == "memberOf" and not place:
        title, place = "", title
    if not place:
        return {}
    first, last = first_and_last(item)
    return {
        "@type": "OrganizationRole",
        "roleName": title,
        "startDate": first,
        "endDate": last,
        property_: _organization(place, item.location, kind),
    }


def _credential(item: Item, category: str) -> Node:
    title, place = role_and_place(item)
    first, last = first_and_last(item)
    return {
        "@type": "EducationalOccupationalCredential",
        "name": title,
        "credentialCategory": category,
        "dateCreated": last or first,
        "recognizedBy": _organization(place, item.location),
    }


def _award(item: Item) -> str:
    title, place = role_and_place(item)
    first, last = first_and_last(item)
    return ", ".join(filter(None, (title, place, (last or first)[:4])))


def _organization(name: str, location: str = "", kind: str = "Organization") -> Node:
    return {"@type": kind, "name": name, "location": clean(location)} if name else {}


def event(record: Record, talk: Talk, *, base: str, address: str, works: Iterable[Node]) -> Node:
    """Return a talk as an Event with the talk as the work featured; *works* are its papers."""
    first, last = first_and_last(talk)
    presentation = {
        "@type": "PresentationDigitalDocument",
        "name": title_of(talk),
        "author": reference_to_owner(base),
        "url": next((link.url for link in talk.links if not is_local(link.url)), ""),
        "isBasedOn": [*works],
        "abstract": clean(record.text),
    }
    mode = "OnlineEventAttendanceMode" if talk.online else "OfflineEventAttendanceMode"
    return {
        "@type": "Event",
        "@id": address,
        "name": clean(talk.event or talk.host) or title_of(talk),
        "startDate": first,
        "endDate": last,
        "location": _location(talk, address),
        "eventAttendanceMode": f"https://schema.org/{mode}" if talk.online or talk.location else "",
        "organizer": _organization(clean(talk.host)) if talk.event else {},
        "performer": reference_to_owner(base),
        "url": talk.url,
        "workFeatured": presentation,
    }


def _location(talk: Talk, address: str) -> Node:
    if talk.location:
        return {"@type": "Place", "name": where(talk), "address": clean(talk.location)}
    if talk.online:
        return {"@type": "VirtualLocation", "url": talk.url or address, "name": where(talk)}
    return {}


def software(record: Record, *, base: str, address: str) -> Node:
    """Return a piece of software with the part that the owner has in it."""
    item = record.item
    author = reference_to_owner(base)
    role = {"@type": "Role", "roleName": clean(item.role), "author": author}
    return {
        "@type": "SoftwareSourceCode",
        "@id": address,
        "name": title_of(item),
        "codeRepository": item.url,
        "author": role if item.role else author,
        "description": said_besides(record, "en") if record.text else "",
    }


def page(
    title: str, *, base: str, address: str, language: str, text: str, parts: Iterable[Node] = ()
) -> Node:
    """Return a page about the owner; *text* is what it says beside its entries and lists."""
    return {
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        "name": clean(title),
        "inLanguage": language,
        "about": reference_to_owner(base),
        "text": text,
        "hasPart": [*parts],
    }


def profile_page(*, base: str, language: str, text: str) -> Node:
    """Return the home page."""
    return {
        "@type": "ProfilePage",
        "@id": base,
        "url": base,
        "inLanguage": language,
        "text": text,
        "mainEntity": reference_to_owner(base),
    }
