"""Contacts as both print engines set them: what is a link, what stands before it, its icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.document.composing.contacts import before_text

if TYPE_CHECKING:
    from sphinx_cv.document.composing.contacts import Contact, PrintedHeader


def is_link(contact: Contact) -> bool:
    """Whether a contact is pressed: a telephone number in print is read."""
    return bool(contact.url) and contact.service != "phone"


def label_of(contact: Contact) -> str:
    """Return what stands before the text, ``""`` where an icon tells it."""
    return before_text(contact.label) if contact.label and not contact.icon else ""


def words_of(contact: Contact) -> str:
    """Return what is printed of a contact, after the name of the service where that is known."""
    label = contact.label if contact.label != contact.text else ""
    return f"{before_text(label)}{contact.text}" if label else contact.text


def contacts_in(header: PrintedHeader) -> list[Contact]:
    """Return all contacts of a printed header."""
    return [*header.contacts, *(contact for row in header.rows for contact in row)]


def icon_file(contact: Contact, suffix: str) -> str:
    """Return the name of the file with the icon of a contact."""
    return f"icon-{''.join(filter(str.isalnum, contact.icon))}{suffix}"
