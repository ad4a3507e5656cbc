"""The header of the first page in Typst: name, lines, contacts with their icons, portrait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.document.composing.contacts import printed_header
from sphinx_cv.document.icons import drawn
from sphinx_cv.print.contacts import contacts_in, icon_file, is_link, label_of, words_of
from sphinx_cv.print.portrait import NAME, alternative

from .literals import array, markup, string
from .source import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_cv.document.composing.contacts import Contact
    from sphinx_cv.model.options.printing import Printing
    from sphinx_cv.model.profile import Profile


def header_of(
    profile: Profile, printing: Printing, *, subtitle: str, pictures: Iterable[str]
) -> tuple[str, dict[str, bytes], list[Link]]:
    """Return the call of ``header``, the pictures of its icons, and its links.

    The portrait is among *pictures*, the names of the files that there are.
    """
    shown = printed_header(profile, printing.header, icons=printing.icons)
    photo = next((name for name in pictures if name.startswith(NAME)), "")
    told = string(alternative(profile.name))
    parts = {
        "subtitle": f"[{markup(subtitle)}]" if subtitle else "none",
        "rows": array([array([_contact(part) for part in row]) for row in shown.rows]),
        "lines": array([f"[{markup(line)}]" for line in shown.lines]),
        "contacts": array([_contact(part) for part in shown.contacts]),
        "summary": f"[{markup(profile.summary)}]" if profile.summary else "none",
        "photo": f"(file: {string(photo)}, alt: {told})" if photo else "none",
    }
    name = f"[{markup(profile.name)}]" if profile.name else "none"
    given = ", ".join(f"{part}: {code}" for part, code in parts.items())
    found = contacts_in(shown)
    icons = {_file(part): drawn(part.icon, printing.link_color) for part in found if part.icon}
    links = [Link(address=part.url, words=words_of(part)) for part in found if is_link(part)]
    return f"#header({name}, {given})", icons, links


def _file(contact: Contact) -> str:
    return icon_file(contact, ".svg")


def _contact(contact: Contact) -> str:
    label = markup(label_of(contact))
    text = f"#{string(contact.text)};"
    # Addresses and numbers are written from left to right in every script.
    if contact.url:
        text = f"#address[{text}]"
    if contact.icon:
        # Of the name that the text has already, the icon is decoration.
        alt = contact.label if contact.label != contact.text else ""
        text = f"#icon({string(_file(contact))}, {string(alt)});{text}"
    if is_link(contact):
        text = f"#link({string(contact.url)})[{text}]"
    return f"contact[{label}{text}]"
