"""The directives: read, build, note."""

from __future__ import annotations

import itertools
from dataclasses import asdict, replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_cv.document.additions import options_of
from sphinx_cv.document.anchors import new_anchor
from sphinx_cv.document.composing.compose import entry_node, talk_node
from sphinx_cv.document.composing.contacts import header_node
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.files import copy_files, find_file
from sphinx_cv.document.nodes import cv_details, cv_links, cv_list, cv_subline, cv_words
from sphinx_cv.document.records import Record
from sphinx_cv.document.rst import page_kind
from sphinx_cv.settings.kinds import kinds_of
from sphinx_cv.settings.values import profile_of
from sphinx_cv.source.items import ENTRY_OPTIONS, TALK_OPTIONS, read_entry, read_talk
from sphinx_cv.source.markdown import Page
from sphinx_cv.source.selection import SELECTION_OPTIONS, read_selection

from .base import CvDirective
from .inline_fields import render_fields, without_markup

if TYPE_CHECKING:
    from sphinx_cv.document.nodes import cv_entry
    from sphinx_cv.model.items import Item
    from sphinx_cv.source.reader import OptionReader


class ItemDirective(CvDirective):
    """Base of ``cv-entry`` and ``talk``."""

    def build(self, item: Item, node: cv_entry, options: OptionReader) -> list[nodes.Node]:
        """Give *node* its place and anchor, note *item*, and return the nodes."""
        item = self._with_own_options(item, node, options)
        self.check_publications(item.publications, options)
        self._check_end(item, options)
        self._check_top(options)
        self.note(item, node, options, line=self.lineno)
        return [node]

    def note(
        self,
        item: Item,
        node: nodes.Element,
        options: OptionReader,
        *,
        line: int,
    ) -> None:
        """Give *node* its place and anchor, and record *item*, which is at *line*."""
        self.report(options)
        node.source, node.line = self.get_source_info()[0], line
        self.render(node, options)
        item = without_markup(item, self.inline)
        node["ids"].append(self._anchor(item))
        self.state.document.set_id(node)
        CvDomain.of(self.env).note_item(
            Record(
                item=item,
                docname=self.env.docname,
                anchor=node["ids"][0],
                line=line,
                lines=options.lines,
            )
        )
        if item.publications or item.name or item.entries:
            # It shows the numbers of papers, or what talks on other pages say of it.
            CvDomain.of(self.env).note_dependent(self.env.docname)

    def render(self, node: nodes.Element, options: OptionReader) -> None:
        """Parse the short texts of the item in *node*, and let its files be copied."""
        render_fields(node, self.inline, options.line_of)
        copy_files(self.env, node)

    @cached_property
    def _parsed(self) -> dict[str, list[nodes.Node]]:
        return {}

    def inline(self, text: str, line: int = 0) -> list[nodes.Node]:
        """Parse one line of MyST, each text once: what is wrong in it is told once."""
        if text not in self._parsed:
            self._parsed[text] = self.parse_line(text, line or self.lineno)[0]
        return [node.deepcopy() for node in self._parsed[text]]

    def _with_own_options(self, item: Item, node: cv_entry, options: OptionReader) -> Item:
        """Read the options that other extensions have added, and print those that are printed."""
        known, read = options_of(self.env, self.name), {}
        for name in filter(options.has, known):
            try:
                read[name] = known[name].read(options.text(name))
            except ValueError as error:
                options.problem("option", str(error), options.line_of(name))
        for name in (name for name in read if known[name].printed):
            line = next(node.findall(cv_subline))
            line += [nodes.Text(", ")] if len(line) else []
            line += cv_words(read[name], read[name], classes=[f"cv-{name}"])
        return replace(item, own=tuple(read.items())) if read else item

    def title_and_body(self, title: str) -> tuple[list[nodes.Node], list[nodes.Node]]:
        """Parse the title as one line of MyST, and the body as blocks."""
        inline, messages = self.parse_line(title, self.lineno) if title else ([], [])
        body: list[nodes.Node] = []
        if self.content:
            body = self.parse_content_to_nodes()
        return inline, [*messages, *body]

    def find_file(self, name: str) -> str:
        """Return the path of a file that an option names, from the sources' folder.

        Raises ValueError with a sentence that says where it was looked for.
        """
        try:
            return find_file(self.env, name, self.env.doc2path(self.env.docname))
        except ValueError:
            # The page is read again when there is such a file.
            self.env.note_dependency(self.env.relfn2path(name)[0])
            raise

    def add_details(self, node: cv_entry, item: Item, options: OptionReader) -> None:
        """Add the line of ``details`` below the lines of *node*."""
        if item.details:
            line = options.line_of("details")
            inline, messages = self.parse_line(item.details, line)
            details = cv_details(item.details, "", *inline)
            self.set_source_info(details)
            details.line = line
            node.insert(node.first_child_matching_class(cv_links) or 0, [details, *messages])

    @property
    def title(self) -> str:
        """The directive's argument."""
        return self.arguments[0].strip() if self.arguments else ""

    def _check_end(self, item: Item, options: OptionReader) -> None:
        """Tell of a block in the body that could not end without ending the item as well."""
        mark = self.block_text[: -len(self.block_text.lstrip(self.block_text[:1]))]
        for fence in Page(list(self.content)).fences:
            if fence.directive and fence.mark.startswith(mark):
                line = self.content[fence.first - 1].strip()
                message = f'"{line}" stands in "{item.label}": end that with {mark} above'
                options.problem("fence", message, self.first_line + fence.first - 1)
                break

    def _check_top(self, options: OptionReader) -> None:
        """Tell of options below the first words of the body, which are text there."""
        fence = next(iter(Page(list(self.content)).fences), None)
        above = self.content[: fence.first - 1 if fence else None]
        top = itertools.takewhile(str.strip, above)
        for number, line in enumerate(top, self.first_line):
            name = line.strip().partition(": ")[0]
            if name.startswith(":") and name[1:] in self.known_options:
                message = f'"{line.strip()}" is not an option here: put it above all text'
                options.problem("option", message, number)

    def _anchor(self, item: Item) -> str:
        """Return an id that is new in the document, from the item's name or its title."""
        return new_anchor(item.name or item.label, self.name, self.state.document.ids)


class EntryDirective(ItemDirective):
    """``cv-entry``: a position, a degree, a prize."""

    known_options = ENTRY_OPTIONS

    def run(self) -> list[nodes.Node]:
        """Return the entry's node."""
        options = self.read_options()
        kinds = kinds_of(self.config)
        page = page_kind(self.env, self.state.document)
        default = page if page in kinds.entry else ""
        entry = read_entry(self.title, options, default_kind=default, kinds=kinds)
        title, body = self.title_and_body(entry.title)
        node = entry_node(entry, title, body, language=self.config.language, kinds=kinds)
        node["join"] = options.flag("join")
        self.add_details(node, entry, options)
        return self.build(entry, node, options)


class TalkDirective(ItemDirective):
    """``talk``: a talk at an event; the body is its abstract."""

    known_options = TALK_OPTIONS

    def run(self) -> list[nodes.Node]:
        """Return the talk's node."""
        options = self.read_options()
        kinds = kinds_of(self.config)
        talk = read_talk(self.title, options, kinds=kinds, find=self.find_file)
        title, abstract = self.title_and_body(talk.title)
        node = talk_node(talk, title, abstract, language=self.config.language, kinds=kinds)
        self.add_details(node, talk, options)
        return self.build(talk, node, options)


class ListDirective(CvDirective):
    """``entry-list`` and ``talk-list``: the latest items of the whole site, newest first."""

    optional_arguments = 0
    known_options = SELECTION_OPTIONS

    objtype: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Return the place of the list."""
        options = self.read_options()
        self.refuse_text(options)
        self.check_publications(options.words("publication"), options)
        selection = read_selection(options, kinds_of(self.config).of(self.objtype))
        self.report(options)
        CvDomain.of(self.env).note_dependent(self.env.docname, dated=bool(selection.when))
        return [cv_list(objtype=self.objtype, selection=asdict(selection))]


class EntryListDirective(ListDirective):
    """``entry-list``: entries of the whole site."""

    objtype = "entry"


class TalkListDirective(ListDirective):
    """``talk-list``: talks of the whole site."""

    objtype = "talk"


class HeaderDirective(CvDirective):
    """``cv-header``: the owner's position and addresses, as far as they are public."""

    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return the header's node."""
        options = self.read_options()
        self.refuse_text(options)
        self.report(options)
        return [header_node(profile_of(self.config))]
