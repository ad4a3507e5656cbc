"""Goes through all text of a draft that will be public."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Heading, Item, Text
from sphinx_cv.importer.reading.text import bare

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_cv.importer.draft import Draft

    Change = Callable[[str, str], str]


# How many words name a text.
_FIRST = 5


def change_texts(draft: Draft, change: Change) -> None:
    """Replace each text of a draft by what *change* makes of it and of its place."""
    for key, value in draft.profile.items():
        if isinstance(value, str):
            draft.profile[key] = change(value, key)
    for section in draft.sections:
        section.title = change(section.title, section.title)
        for block in section.blocks:
            _block(block, ", ".join(filter(None, (section.title, _name(block)))), change)
    draft.papers = [replace(paper, text=change(paper.text, paper.key)) for paper in draft.papers]


def _name(block: object) -> str:
    """Return what tells a block from the others of its section: its title, or its first words."""
    if isinstance(block, Item):
        return bare(block.title)
    if not isinstance(block, Text | Heading):
        return ""
    words = bare(block.text).split()
    return f'"{" ".join(words[:_FIRST])}{" …" if len(words) > _FIRST else ""}"'


def _block(block: object, place: str, change: Change) -> None:
    if isinstance(block, Item):
        block.title = change(block.title, place)
        block.options = {key: change(value, place) for key, value in block.options.items()}
        block.body = [change(text, place) for text in block.body]
    elif isinstance(block, Text | Heading):
        block.text = change(block.text, place)
