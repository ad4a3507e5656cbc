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
        if parts := list(_nowhere_of(said.text, there, seen)):
            found.setdefault(said.place, {}).setdefault(said.key, []).extend(parts)
    for place, texts in found.items():
        words = "; ".join(
            f"{key}: {' '.join(parts)}" if key else " ".join(parts) for key, parts in texts.items()
        )
        draft.report.append((place, f"nowhere in your CV: {words.replace('] {', ']{')}"))


def _nowhere_of(text: str, there: set[str], seen: set[str]) -> Iterator[str]:
    """Yield the parts of a text with words that are not *there*, which has them then.

    A command of TeX is told to its last brace, unless it goes on with words that are there.
    """
    is_open = 0
    for part in parts_of(text):
        readings = readings_of(part)
        is_there = part in seen or any(
            all(word in there or len(word) == 1 for word in one) for one in readings
        )
        says_nothing = all(len(word) == 1 for one in readings for word in one)
        seen.add(part)
        if is_there and not (is_open > 0 and says_nothing):
            is_open = 0
            continue
        is_open += part.count("{") - part.count("}")
        there.update(*readings)
        yield part[:_LONGEST]


def _taken(draft: Draft) -> Iterator[str]:
    """Yield all texts that a draft has, and all that its report tells."""
    yield flat(
        [
            *draft.profile.values(),
            *draft.private.values(),
            draft.people,
            draft.look_of,
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
