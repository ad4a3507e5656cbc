"""Takes emoji out of a draft: few machines have a font that prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Heading, Item, Text
from sphinx_cv.print.scripts import emoji_in

from .walk import change_texts

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft


def leave_out_pictures(draft: Draft) -> None:
    """Take emoji out of all text, and report each; a text that was nothing else is gone."""

    def without(text: str, place: str) -> str:
        found = emoji_in(text)
        if found:
            words = f"{' '.join(found)} (few machines have a font to print it)"
            draft.left_out(place, words)
        for picture in found:
            text = _joined(*text.split(picture, 1))
        return text

    change_texts(draft, without)
    for section in draft.sections:
        section.blocks = [block for block in section.blocks if _has_words(block)]
    draft.sections = [section for section in draft.sections if section.blocks]


def _joined(before: str, after: str) -> str:
    """Return two texts as one: words stay apart, and emphasis beside its words."""
    start, end = before.rstrip(" "), after.lstrip(" ")
    had_spaces = (start != before, end != after)
    if not start or not end or start.endswith("\n") or end.startswith("\n"):
        return start + end
    apart = all(had_spaces) or (
        (had_spaces[0] or start[-1].isalnum()) and (had_spaces[1] or end[0].isalnum())
    )
    return f"{start} {end}" if apart else start + end


def _has_words(block: object) -> bool:
    if isinstance(block, Item) and not block.title and not block.is_talk:
        block.title = "Untitled"
    return not isinstance(block, Text | Heading) or bool(block.text.strip(" -"))
