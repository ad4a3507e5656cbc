"""Goes through all text of a draft that will be public."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Heading, Item, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_cv.importer.draft import Draft

    Change = Callable[[str, str], str]


def change_texts(draft: Draft, change: Change) -> None:
    """Replace each text of a draft by what *change* makes of it and of its place."""
    for key, value in draft.profile.items():
        if isinstance(value, str):
            draft.profile[key] = change(value, key)
    for section in draft.sections:
        section.title = change(section.title, section.title)
        for number, block in enumerate(section.blocks):
            _block(block, f"{section.title}[{number}]", change)
    draft.papers = [replace(paper, text=change(paper.text, paper.key)) for paper in draft.papers]


def _block(block: object, place: str, change: Change) -> None:
    if isinstance(block, Item):
        block.title = change(block.title, place)
        block.options = {key: change(value, place) for key, value in block.options.items()}
        block.body = [change(text, place) for text in block.body]
    elif isinstance(block, Text | Heading):
        block.text = change(block.text, place)
