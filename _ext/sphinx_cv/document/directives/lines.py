"""``cv-lines``: items of one line each, below each other or in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes

from sphinx_cv.document.composing.compose import entry_node, line_node, phrase_node, talk_node
from sphinx_cv.document.nodes import cv_around, cv_lines, cv_shadow
from sphinx_cv.document.rst import page_kind
from sphinx_cv.model.items import Talk
from sphinx_cv.model.kinds import DEFAULT_ENTRY_KIND
from sphinx_cv.model.punctuation import between, list_comma
from sphinx_cv.model.suggestion import hint_of
from sphinx_cv.settings.kinds import kinds_of
from sphinx_cv.source.item_lines import read_line
from sphinx_cv.source.items import ENTRY_OPTIONS, OWN_KIND, TALK_OPTIONS, read_entry, read_talk
from sphinx_cv.source.reader import OptionReader

from .items import ItemDirective

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_cv.document.nodes import cv_entry
    from sphinx_cv.model.items import Entry, Item
    from sphinx_cv.source.item_lines import Line
    from sphinx_cv.source.options import Block

# What may be said once for all lines.
SHARED = ("kind", "role", "organization", "location", "tags", "class", "silence")
_TALK_NAMES = {"organization": "event"}


class LinesDirective(ItemDirective):
    """``cv-lines``: items of one line each."""

    optional_arguments = 0
    known_options: ClassVar[Sequence[str]] = (*SHARED, "inline", "before", "after")

    def run(self) -> list[nodes.Node]:
        """Return the list of the items, or the sentence that they make."""
        options = self.read_options()
        shared = {name: options.text(name) for name in SHARED if options.text(name)}
        kinds = kinds_of(self.config)
        page = page_kind(self.env, self.state.document)
        default = page if page in kinds.entry else DEFAULT_ENTRY_KIND
        kind = options.kind([*kinds.entry, *kinds.talk], default, own=OWN_KIND)
        shared["kind"] = kind
        joined = options.choice("inline", ("and",))
        is_talk = kind not in kinds.entry
        told = len(options.problems)
        options.silenced()
        if options.problems[told:]:
            # Once, and not at each line.
            shared.pop("silence", None)
        self.report(options)
        found = [*self._items(shared, is_talk=is_talk)]
        if not options.has("inline"):
            made = [self._line(*each) for each in found]
            dated = any(item.dates or item.date_text for _line, item, _options in found)
            return [cv_lines("", *made, dated=dated)] if made else []
        phrases = [self._phrase(*each) for each in found]
        return [self._sentence(phrases, options, with_and=bool(joined))] if phrases else []

    def _items(
        self, shared: Mapping[str, str], *, is_talk: bool
    ) -> Iterator[tuple[int, Item, OptionReader]]:
        """Yield each item with its line and its options."""
        names = TALK_OPTIONS if is_talk else ENTRY_OPTIONS
        kinds = kinds_of(self.config)
        for number, text in enumerate(self.content, self.first_line):
            if not text.strip() or text.lstrip().startswith("%"):
                continue
            line = read_line(text, names, shared)
            reader = OptionReader(
                self.name, _named(line, is_talk=is_talk), names, line=number, first=number
            )
            for name in line.unknown:
                hint = hint_of(name, sorted(names))
                message = f'unknown option "{name}".{hint} In a text, write spaces around "=".'
                reader.problem("option", message)
            for part in line.surplus:
                message = (
                    f'"{part}" is one part too many: write "date | title | organization | place", '
                    'or "option=value"'
                )
                reader.problem("option", message)
            item = (
                read_talk(line.title, reader, kinds=kinds, find=self.find_file)
                if is_talk
                else read_entry(line.title, reader, default_kind=shared["kind"], kinds=kinds)
            )
            if line.title or not reader.lines.keys() <= shared.keys():
                yield number, item, reader
            else:
                # There is nothing to show.
                self.report(reader)

    def _line(self, number: int, item: Item, options: OptionReader) -> nodes.Node:
        title = self.inline(item.title, number)
        node = line_node(item, title, language=self.config.language, kinds=kinds_of(self.config))
        self.add_details(node, item, options)
        self._note(item, node, options, number)
        return node

    def _phrase(self, number: int, item: Item, options: OptionReader) -> nodes.Element:
        title = self.inline(item.title, number)
        node = phrase_node(item, title, language=self.config.language)
        self._note(item, node, options, number)
        return node

    def _note(self, item: Item, node: nodes.Element, options: OptionReader, number: int) -> None:
        """Note an item, which lists on other pages show in its usual form."""
        self.check_publications(item.publications, options)
        title = self.inline(item.title, number)
        text = "".join(part.astext() for part in title)
        language, kinds = self.config.language, kinds_of(self.config)
        if isinstance(item, Talk):
            whole: cv_entry = talk_node(item, title, [], language=language, kinds=kinds)
        else:
            whole = entry_node(cast("Entry", item), title, [], language=language, kinds=kinds)
        self.note(replace(item, title=text), node, options, line=number)
        whole.source = node.source
        self.render(whole, options)
        node += cv_shadow("", whole)

    def _sentence(
        self, phrases: Sequence[nodes.Element], options: OptionReader, *, with_and: bool
    ) -> nodes.paragraph:
        """Return the items in a row, between the words of ``before`` and ``after``."""
        paragraph = nodes.paragraph("", "", classes=["cv-phrases"], translatable=False)
        self.set_source_info(paragraph)
        gaps = ["", *[list_comma(self.config.language)] * (len(phrases) - 1), ""]
        if with_and:
            gaps = between([phrase.astext() for phrase in phrases], self.config.language)
        for gap, phrase in zip(gaps, [*phrases, None], strict=True):
            if gap:
                paragraph += nodes.Text(gap)
            if phrase is not None:
                paragraph += phrase
        if before := options.text("before"):
            paragraph.insert(0, self._around(before, options.line_of("before"), is_before=True))
        if after := options.text("after"):
            paragraph += self._around(after, options.line_of("after"), is_before=False)
        return paragraph

    def _around(self, text: str, line: int, *, is_before: bool) -> cv_around:
        """Return the words before or after a row."""
        inline, _messages = self.parse_line(text, line)
        node = cv_around(text, "", *inline, translatable=True, before=is_before)
        self.set_source_info(node)
        node.line = line
        return node


def _named(line: Line, *, is_talk: bool) -> Block:
    """Return the options of a line; of a talk the organization is the event."""
    if not is_talk:
        return line.block
    options = (
        replace(option, name=_TALK_NAMES.get(option.name, option.name))
        for option in line.block.options
    )
    return replace(line.block, options=tuple(options))
