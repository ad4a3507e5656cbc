"""Reports what the sources say that is nowhere in a draft: no word is lost without a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Heading, Item, Text, flat
from sphinx_cv.importer.said import parts_of, readings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_cv.importer.draft import Draft

# Days and months, which may have become other words; what addresses begin with; and no text at all.
_FORMS = {*(f"{day:02}" for day in range(32)), *map(str, range(32))}
_FORMS |= set("https http www mailto tel true false null none".split())
# What our own words for dates stand for in a CV in English.
_ENGLISH = set(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july "
    "august september october november december present now ongoing current".split()
)


# Longer than any word or address: a picture that is written as text.
_LONGEST = 1000


def tell_nowhere(draft: Draft) -> None:
    """Add a line for each file with all of its words that are in no text and in no other line.

    Most are settings, such as colors and lengths. A word that two files have is told once.
    """
    there = _FORMS | (_ENGLISH if draft.language in ("", "en") else set())
    for text in _taken(draft):
        there.update(*readings_of(text))
    found: dict[str, dict[str, list[str]]] = {}
    seen: set[str] = set()
    for said in draft.said:
        for part in parts_of(said.text):
            if part in seen:
                continue
            seen.add(part)
            readings = readings_of(part)
            if not any(all(word in there or len(word) == 1 for word in one) for one in readings):
                found.setdefault(said.place, {}).setdefault(said.key, []).append(part[:_LONGEST])
                there.update(*readings)
    for place, texts in found.items():
        words = "; ".join(
            f"{key}: {' '.join(parts)}" if key else " ".join(parts) for key, parts in texts.items()
        )
        draft.report.append((place, f"nowhere in your CV: {words}"))


def _taken(draft: Draft) -> Iterator[str]:
    """Yield all texts that a draft has, and all that its report tells."""
    yield flat(
        [
            *draft.profile.values(),
            *draft.private.values(),
            draft.people,
            draft.language,
            draft.macros,
        ]
    )
    for section in draft.sections:
        yield section.title
        for block in section.blocks:
            if isinstance(block, Item):
                yield flat([block.title, *block.options.values(), block.body])
                yield block.kind if block.is_talk else ""
            elif isinstance(block, Text | Heading):
                yield block.text
    for paper in draft.papers:
        yield flat([paper.key, *paper.fields.values()])
    for place, words in draft.report:
        yield f"{place} {words}"
