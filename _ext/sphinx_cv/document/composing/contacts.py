"""The owner's addresses, for the header in print, the home page and the sidebar."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document.nodes import cv_header, cv_separator
from sphinx_cv.l10n import _
from sphinx_cv.model.punctuation import ends_wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_cv.model.profile import Profile


# A longer address of a service says less than its name.
_LONGEST = 40
# Of these the words tell what they are.
_WORDS = ("position", "affiliation", "birth")
_FEDIVERSE = re.compile(r"([\w.-]+)/(@\w+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """A way to reach the owner, or a fact beside it.

    ``service`` names it for icons (``email``, ``website``, ``github``, …); ``label`` is
    printed before ``text`` where no ``icon`` tells what it is.
    """

    service: str
    text: str
    label: str = ""
    url: str = ""
    icon: str = ""


def contacts(profile: Profile) -> list[Contact]:
    """Return the profile's contacts in their order."""
    found = [
        Contact(service="birth", text=profile.birth),
        Contact(service="address", text=profile.address),
        Contact(service="phone", text=profile.phone, url=_telephone(profile.phone)),
        Contact(service="email", text=profile.email, url=f"mailto:{profile.email}"),
        Contact(
            service="website",
            text=profile.website,
            label=profile.website_label or str(_("Personal webpage")),
            url=profile.website,
        ),
        *(
            Contact(service=name.lower().replace(" ", ""), text=url, label=name, url=url)
            for name, url in profile.links
        ),
    ]
    return [contact for contact in found if contact.text]


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedHeader:
    """What is printed below the name.

    Either the owner's own ``rows``, or ``lines`` of text and the ``contacts``, which the layout
    sets in as few lines as they need.
    """

    rows: Sequence[Sequence[Contact]] = ()
    lines: Sequence[str] = ()
    contacts: Sequence[Contact] = ()


def printed_header(
    profile: Profile, rows: Sequence[Sequence[str]] | None, *, icons: bool = False
) -> PrintedHeader:
    """Return the printed header; *rows* hold names of ``HEADER_FIELDS``, None for the default."""
    if rows is not None:
        shown = print_lines(profile, rows)
        return PrintedHeader(rows=[list(map(_with_icon, row)) for row in shown] if icons else shown)
    lines = (profile.position, profile.affiliation, profile.address)
    found = [part for part in contacts(profile) if part.service != "address"]
    return PrintedHeader(
        lines=[line for line in lines if line],
        contacts=[_with_icon(part) if icons else short(part) for part in found],
    )


def _with_icon(contact: Contact) -> Contact:
    """Return a contact whose icon tells the service, and whose text is the name there."""
    if contact.service in _WORDS:
        return contact
    shown = short(contact)
    if contact.service == "orcid" or (re.fullmatch(r"[\w.-]+/(?:in/)?([\w.-]+)", shown.text)):
        shown = replace(shown, text=shown.text.rpartition("/")[2])
    return replace(shown, icon=contact.service, label=contact.label)


def short(contact: Contact) -> Contact:
    """Return a contact as it fits into a line: an address without what all addresses have.

    One that says less than the name of its service is that name.
    """
    if not contact.url or contact.service in ("phone", "email"):
        return contact
    text = re.sub(r"^https?://(www\.)?", "", contact.text).rstrip("/")
    if contact.service != "website" and ("?" in text or len(text) > _LONGEST):
        text = contact.label
    if match := _FEDIVERSE.fullmatch(text):
        text = f"{match[2]}@{match[1]}"
    return replace(contact, text=text, label="")


def print_lines(profile: Profile, lines: Sequence[Sequence[str]]) -> list[list[Contact]]:
    """Return the contacts of the printed header; *lines* hold names of ``HEADER_FIELDS``."""
    found = contacts(profile)
    first_link = len(found) - sum(bool(url) for _name, url in profile.links)
    named = {
        "position": [Contact(service="position", text=profile.position)],
        "affiliation": [Contact(service="affiliation", text=profile.affiliation)],
        "links": found[first_link:],
        **{contact.service: [contact] for contact in found[:first_link]},
    }
    rows = [[part for name in line for part in named.get(name, ()) if part.text] for line in lines]
    return [row for row in rows if row]


def header_node(profile: Profile) -> cv_header:
    """Return the header of the home page: position and affiliation, then the contacts."""
    header = cv_header()
    if place := ", ".join(filter(None, (profile.position, profile.affiliation))):
        header += nodes.paragraph("", place, classes=["cv-header-line"], translatable=False)
    line = nodes.paragraph("", "", classes=["cv-header-line"], translatable=False)
    for contact in contacts(profile):
        if len(line):
            line += cv_separator("", " · ")
        if contact.label:
            line += nodes.Text(before_text(contact.label))
        text = nodes.Text(contact.text)
        line += nodes.reference("", "", text, refuri=contact.url) if contact.url else text
    if len(line):
        header += line
    if profile.summary:
        header += nodes.paragraph("", profile.summary, classes=["cv-summary"], translatable=False)
    return header


def before_text(label: str) -> str:
    """Return a label as it stands before a text, with the colon and the space of the language."""
    words = str(_("%s:")) % label
    return words if ends_wide(words) else f"{words} "


def _telephone(number: str) -> str:
    return "tel:" + "".join(mark for mark in number if mark in "+0123456789") if number else ""
