"""Takes private values out of all other text of a draft, where a source says them again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_cv.source.private_values import PrivateValues

from .draft import Heading, Item, Text, flat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .draft import Draft, Section

_SIGN = "…"


def conceal_private(draft: Draft, values: Mapping[str, str]) -> None:
    """Replace each of *values* by a sign in what will be public, and report the words it was in."""
    if not values:
        return
    found = PrivateValues(values)

    def concealed(text: str, place: str) -> str:
        keys, before = set(), text
        # A value beside another is only found when that is gone.
        while spans := sorted(found.find(text), key=lambda one: -one.start):
            keys |= {one.key for one in spans}
            last = len(text)
            for one in spans:
                text = text[: one.start] + _SIGN + text[min(one.end, last) :]
                last = one.start
        if keys:
            words = f'its private "{", ".join(sorted(keys))}" is taken out of the public text'
            draft.changed(place, f"{words}: {flat(before)}")
        return text

    for key, value in draft.profile.items():
        if isinstance(value, str):
            draft.profile[key] = concealed(value, key)
    for section in draft.sections:
        section.title = concealed(section.title, section.title)
        for number, block in enumerate(section.blocks):
            _block(section, number, block, concealed)
    draft.papers = [replace(paper, text=concealed(paper.text, paper.key)) for paper in draft.papers]


def _block(
    section: Section, number: int, block: object, concealed: Callable[[str, str], str]
) -> None:
    place = f"{section.title}[{number}]"
    if isinstance(block, Item):
        block.title = concealed(block.title, place)
        block.options = {key: concealed(value, place) for key, value in block.options.items()}
        block.body = [concealed(text, place) for text in block.body]
    elif isinstance(block, Text | Heading):
        block.text = concealed(block.text, place)
