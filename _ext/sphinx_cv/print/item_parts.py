"""The parts of an entry in print, which looks set in their own ways.

The first line has the field that leads it, the fields behind it, and the place. In dense looks
lines follow each other in one paragraph: ``stop`` is what parts a line from the one before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.document.above import enclosing
from sphinx_cv.document.composing.together import WIDE_UNITS
from sphinx_cv.document.nodes import (
    cv_body,
    cv_break,
    cv_date,
    cv_entry,
    cv_headline,
    cv_lead,
    cv_line,
    cv_main,
    cv_place,
    cv_subline,
    cv_tail,
    cv_talk,
    cv_whole,
    cv_words,
)
from sphinx_cv.model.languages import has_italics
from sphinx_cv.model.sentence import SENTENCE_ENDS
from sphinx_cv.settings.values import printing_of

from .look import resolved_look

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

# What has fewer letters, some ten lines, is not cut at the end of a page, but for what is tall.
_SHORT = 900
_TALL = (nodes.image, nodes.table, nodes.literal_block, nodes.math_block)
# What is set in italics where it does not lead.
_TITLES = frozenset(("cv-title", "cv-thesis"))
# A space within a date: not after a dash or a comma, and not before a bracket.
_WITHIN = re.compile(r"(?<![–,;]) (?![–(])")
# Behind a dash between two words, and behind the sign between two dates without spaces.
_DASH = re.compile(r"(?<=[^\W\d]–)(?=[^\W\d])|(?<=[至～])(?=\d)")
# The same, and behind each number of a date: a dense look has no room for a whole one.
_DENSE_DASH = re.compile(rf"{_DASH.pattern}|(?<=[年月])(?=\d)")
_LETTERS = ("年", "月", "至")
_WIDE = re.compile(f"[{WIDE_UNITS}]")
_DOT = "\N{NO-BREAK SPACE}· "
# On paper a dot stands freer: facts are longer than words.
_WIDE_DOT = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE} "
# What may stand behind the sign that ends a sentence.
_CLOSING = "”’\"')»"


class ItemParts(SphinxPostTransform):
    """Marks the parts of every entry and talk, and sets the dates in their style."""

    # After the links are resolved (10).
    default_priority = 20
    formats = ("latex", "typst")

    def run(self, **_kwargs: Any) -> None:
        """Mark the parts."""
        printing = printing_of(self.config)
        look = resolved_look(printing)
        for date in self.document.findall(cv_date):
            _set_date(date, printing.dates)
            if (look.lines if _is_of_line(date) else look.side) == "left":
                dense = look.density == "compact"
                _break_in_column(date, _DENSE_DASH if dense else _DASH)
        italic = has_italics(self.config.language)
        for item in self.document.findall(cv_entry):
            _mark(item, is_entry=not isinstance(item, (cv_talk, cv_line)), italic=italic)
        for line in self.document.findall(cv_subline):
            if look.density == "compact":
                _join_facts(line)
            else:
                _part_facts(line)


def _set_date(date: cv_date, style: str) -> None:
    shorter: dict[str, str] = date.get("shorter") or {}
    text = shorter.get(style, date.astext())
    if text != date.astext():
        date[:] = [nodes.Text(text)]


def _is_of_line(date: cv_date) -> bool:
    return date.parent is not None and isinstance(date.parent.parent, cv_line)


def _break_in_column(date: cv_date, breaks: re.Pattern[str]) -> None:
    """Let a narrow column break a date between its parts, and none of these; a text anywhere."""
    if not date["iso"]:
        return
    first, *others = breaks.split(_WITHIN.sub("\N{NO-BREAK SPACE}", date.astext()))
    date[:] = [_whole(first)]
    for part in others:
        # The engines part letters and figures by themselves only within a part.
        date += [cv_break(parted=date.astext().endswith(_LETTERS)), _whole(part)]


def _whole(text: str) -> nodes.Node:
    """Return a part of a date, which a line could end within where its script has no spaces."""
    return cv_whole("", text) if _WIDE.search(text) else nodes.Text(text)


def _mark(item: cv_entry, *, is_entry: bool, italic: bool) -> None:
    before = ""
    for part in list(item):
        if isinstance(part, cv_headline):
            for line in part.findall(cv_main):
                before = line.astext()
                if is_entry:
                    _part(line)
                elif isinstance(item, cv_line) and italic:
                    _emphasize(line, {"cv-thesis"})
        elif isinstance(part, cv_subline):
            part["stop"] = _stop(before, part.astext())
            before = part.astext() or before
            if is_entry and italic:
                _emphasize(part, _TITLES)
        elif isinstance(part, cv_body) and is_entry and _is_note(part):
            part["note"] = True
            part["stop"] = _stop(before, part.astext())
            part[:] = part[0].children


def _emphasize(line: nodes.Element, classes: AbstractSet[str]) -> None:
    """Set the fields of these *classes* in italics, and what is beside them upright."""
    for words in list(line.findall(cv_words)):
        if not classes.isdisjoint(words["classes"]):
            words.replace_self(nodes.emphasis("", "", words.deepcopy()))


def _join_facts(line: cv_subline) -> None:
    """Set commas between facts in place of dots, and a full stop before a thesis."""
    for place, part in enumerate(line):
        if isinstance(part, nodes.Text) and part == _DOT:
            behind = line[place + 1]
            is_title = isinstance(behind, nodes.emphasis)
            line[place] = nodes.Text(". " if is_title else ", ")


def _part_facts(line: cv_subline) -> None:
    for place, part in enumerate(line):
        if isinstance(part, nodes.Text) and part == _DOT:
            line[place] = nodes.Text(_WIDE_DOT)


def is_post(node: nodes.Element) -> bool:
    """Whether an entry stands within another one, as a position at one employer."""
    return enclosing(node, cv_entry) is not None


def is_short(node: nodes.Element) -> bool:
    """Whether an entry is not cut at the end of a page."""
    return are_low(len(node.astext()), [part for part in node if isinstance(part, cv_body)])


def are_low(letters: int, blocks: Iterable[nodes.Element]) -> bool:
    """Whether *blocks*, with so many *letters* in and around them, are not cut."""
    return letters < _SHORT and not any(
        isinstance(part, _TALL) for block in blocks for part in block.findall(nodes.Element)
    )


def _stop(before: str, after: str) -> str:
    """Return what parts two texts in a paragraph: a full stop, or a comma before small letters.

    Unlike between two sentences, the full stop of an abbreviation serves.
    """
    if not before:
        return ""
    if before.rstrip(_CLOSING).endswith(SENTENCE_ENDS):
        return " "
    return ", " if after[:1].islower() else ". "


def _part(line: cv_main) -> None:
    """Part a first line, ``lead, tail, tail, place``, into three nodes, all of them always."""
    place = cv_place("", "", glue="")
    if len(line) > 1 and _is_place(line[-1]):
        place = cv_place("", "", line.pop(), glue=line.pop().astext())
    lead = cv_lead("", "", *_taken(line, 1))
    tail = cv_tail("", "", glue=line.pop(0).astext() if len(line) else "")
    tail += _taken(line, len(line))
    line += [lead, tail, place]


def _taken(line: cv_main, number: int) -> Iterable[nodes.Node]:
    return [line.pop(0) for _ in range(min(number, len(line)))]


def _is_place(node: nodes.Node) -> bool:
    return isinstance(node, cv_words) and "cv-location" in node["classes"]


def _is_note(body: cv_body) -> bool:
    """Whether the text below an entry is one paragraph, which dense looks print behind it."""
    return len(body) == 1 and isinstance(body[0], nodes.paragraph)
