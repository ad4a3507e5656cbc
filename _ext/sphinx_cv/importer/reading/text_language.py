"""The language of a CV by its own text, which counts more than what its settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Heading, Item, Text, flat

from .languages import language_of_text, name_of_language

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft


def take_language_of_text(draft: Draft) -> None:
    """Set the language of a draft to that of its text where this is clear, and report a change."""
    blocks = [block for section in draft.sections for block in section.blocks]
    texts = [section.title for section in draft.sections]
    texts += [block.text for block in blocks if isinstance(block, Text | Heading)]
    items = [block for block in blocks if isinstance(block, Item)]
    texts += [flat([one.title, *one.options.values(), one.body]) for one in items]
    found = language_of_text(" ".join(texts))
    before = draft.language or "en"
    if not found or found.partition("_")[0] == before.partition("_")[0]:
        draft.language = draft.language or found
        return
    draft.language = found
    words = f"{name_of_language(found)}, by its text"
    words += f", not {name_of_language(before)}" if before != "en" else ""
    draft.changed("language", words)
