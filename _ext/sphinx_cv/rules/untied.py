"""Talks with the title of a paper, or almost, that do not name it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from .cv import finding_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_cv.model.finding import Finding

    from .cv import Fact, Paper

# Two words as near as this are the same, but for a slip.
_NEAR = 0.85
_ARTICLES = frozenset("a an the of on in for der die das ein eine le la les un une el los".split())
# Shorter titles are near many others.
_WORDS = 4
# Longer ones are compared as a whole.
_MOST_WORDS = 60


def untied(facts: Iterable[Fact], papers: Iterable[Paper]) -> Iterator[Finding]:
    """Find talks with the title of a paper, or almost, that do not name it."""
    known: dict[str, Paper] = {}
    for paper in papers:
        main, colon, _rest = paper.title.partition(":")
        for title in (
            (paper.title, main) if colon and len(_fold(main)) >= _WORDS else (paper.title,)
        ):
            for key in _keys(_fold(title)):
                known.setdefault(key, paper)
    for fact in facts:
        item = fact.item
        if item.objtype != "talk" or item.publications or "untied" in item.silenced:
            continue
        words = _fold(item.title)
        found = next((known[key] for key in _keys(words) if key and key in known), None)
        if found is None:
            continue
        titles = [_fold(found.title), _fold(found.title.partition(":")[0])]
        if any(_is_near(words, title) for title in titles):
            yield finding_at(
                fact,
                "untied",
                f'"{item.title}" is {"" if words in titles else "almost "}the title of a '
                f'publication: add ":publication: {found.key}"',
            )


def _fold(title: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", title.casefold()))


def _keys(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the title, and it without each of its words: near titles have one in common."""
    yield " ".join(words)
    if _WORDS <= len(words) <= _MOST_WORDS:
        for number in range(len(words)):
            yield " ".join((*words[:number], *words[number + 1 :]))


def _is_near(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two titles differ by no more than an article, or a slip in one word."""
    found = [
        change
        for change in SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
        if change[0] != "equal"
    ]
    if not found or "".join(words) == "".join(others):
        return True
    mine, theirs = (
        " ".join(part for _kind, *at in found for part in title[at[side] : at[side + 1]])
        for title, side in ((words, 0), (others, 2))
    )
    if not (mine and theirs):
        return f"{mine}{theirs}" in _ARTICLES
    # "Part I" and "Part II" are two.
    if len(found) > 1 or re.search(r"\d|^[ivx]+$", f"{mine}\n{theirs}", re.MULTILINE):
        return False
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _NEAR
