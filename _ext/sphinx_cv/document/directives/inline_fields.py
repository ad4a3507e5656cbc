"""The short texts of an item, each a line of MyST as its title is: places, roles, people, dates."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx_cv.document.nodes import cv_date, cv_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes

    from sphinx_cv.model.items import Item

    Parse = Callable[[str, int], list[nodes.Node]]
    ParseAgain = Callable[[str], list[nodes.Node]]

Items = TypeVar("Items", bound="Item")

# Without any of these a text holds no markup, in Markdown or reStructuredText.
_SIGNS = re.compile(r"[*_`\[\\<&$|{]|://")
# What is no line of MyST: parsed elsewhere, an identifier, or a choice from a list.
_OTHERS = frozenset(("title", "kind", "name", "url", "details"))
# The options of which each part of a line is made, where its class has another name.
_OPTIONS = {"person": "with"}


def render_fields(node: nodes.Element, parse: Parse, line_of: Callable[[str], int]) -> None:
    """Parse the texts of an item in *node*, and note the line of each by its option."""
    for words in [*node.findall(cv_words), *node.findall(cv_date)]:
        line = line_of(_option_of(words))
        words.source, words.line = node.source, line
        text = words.rawsource
        if text and _SIGNS.search(text) and [*words] == [text]:
            words[:] = parse(text, line)


def without_markup(item: Items, parse: ParseAgain) -> Items:
    """Return *item* with its short texts as they are read, which lists choose by and data say."""

    def plain(text: str) -> str:
        return "".join(part.astext() for part in parse(text)) if _SIGNS.search(text) else text

    read: dict[str, Any] = {}
    for name in (field.name for field in fields(item) if field.name not in _OTHERS):
        value = getattr(item, name)
        if isinstance(value, str):
            read[name] = plain(value)
    return replace(item, **read, people=tuple(map(plain, item.people)))


def _option_of(words: nodes.Element) -> str:
    if isinstance(words, cv_date):
        return "date-text"
    name = next(iter(words["classes"]), "").removeprefix("cv-")
    return _OPTIONS.get(name, name)
