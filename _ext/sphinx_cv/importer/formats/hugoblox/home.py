"""Reads the home page of HugoBlox: what its blocks list, and texts of one's own.

Each block is a file in ``home/``, or one of the ``sections`` of ``_index.md``. Others show what is
read elsewhere, or are the theme's own; like all that is not taken, their words are in the report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Section, Text, flat
from sphinx_cv.importer.reading.contact import address_of, is_example
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.files import files_in
from sphinx_cv.importer.reading.front import body_of, read_pages
from sphinx_cv.importer.reading.text import bare, paragraphs

from .author import add_entries, line_of

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft
    from sphinx_cv.importer.reading.front import Load, Read

# Blocks with entries: the title of their section, and the kind.
_ENTRIES = {
    "experience": ("Experience", "experience"),
    "accomplishments": ("Accomplishments", "award"),
    "certifications": ("Certificates", "certificate"),
}
# Blocks with skills, and those with text.
_LINES = ("featurette", "features", "skills")
_TEXTS = ("blank", "markdown")
# Where what a block lists is: each version of the theme has another name.
_ITEMS = ("items", "item", "experience", "certifications", "feature")


def add_home(content: Path, draft: Draft, read_text: Read, load: Load) -> None:
    """Add what the home page lists, and says."""
    blocks = files_in(content / "home", "*.md", draft)
    for page, values, body in read_pages(blocks, read_text, load, draft):
        one = Fields(values, f"home/{page.name}.", draft)
        is_shown = one.text("active").lower() not in ("false", "no")
        _block(one.text("widget"), one, body, draft, is_shown=is_shown)
    home = files_in(content, "_index.md", draft)
    for _page, values, _body in read_pages(home, read_text, load, draft):
        for each in Fields(values, "_index.md ", draft).each("sections"):
            one = each.inner("content")
            is_shown = each.text("demo").lower() != "true"
            _block(each.text("block"), one, str(one.take("text") or ""), draft, is_shown=is_shown)


def _block(name: str, one: Fields, text: str, draft: Draft, *, is_shown: bool) -> None:
    title = bare(one.text("title"))
    listed = next((key for key in _ITEMS if one.has(key)), _ITEMS[0])
    if name in (*_ENTRIES, *_LINES, *_TEXTS) and not is_shown:
        words = flat([title, one.take(listed), text])
        draft.left_out(one.place, f"the site does not show it: {words}" if words else "")
    elif name in _ENTRIES:
        otherwise, kind = _ENTRIES[name]
        add_entries(one, draft, listed, title or otherwise, kind)
    elif name in _LINES:
        section = Section(title=title or "Skills")
        for each in one.each(listed):
            section.blocks.append(line_of(each))
            each.report()
        draft.add(section)
    elif name == "contact" and is_shown:
        _contact(one, draft)
    elif name in _TEXTS:
        blocks = [Text(text=block) for block in paragraphs(body_of(text))]
        draft.add(Section(title=title or "About", blocks=[*blocks]))


def _contact(one: Fields, draft: Draft) -> None:
    """Take where the person is reached."""
    phone, email = one.text("phone"), one.text("email")
    address = address_of(one.take("address"))
    if is_example(f"{phone} {email} {address}"):
        draft.left_out(one.place, f"the theme's example: {flat([email, phone, address])}")
        return
    draft.tell("email", email, one.place)
    draft.tell("phone", phone, one.place)
    draft.tell("address", address, one.place)
    for name in ("office_hours", "directions"):
        draft.left_out(f"{one.place}{name}", one.take(name))
