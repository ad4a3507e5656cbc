"""Typst of our nodes, by the functions of ``cv.typ``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document import nodes as cv
from sphinx_cv.document.directions import is_latin, is_turned
from sphinx_cv.print.item_parts import is_post, is_short

from .literals import ISOLATE, ISOLATE_END, array, string

if TYPE_CHECKING:
    from collections.abc import Callable

    from .translator import TypstTranslator

    Visitor = Callable[[TypstTranslator, nodes.Element], None]


def visit_items(self: TypstTranslator, node: nodes.Element) -> None:
    are_talks = isinstance(node[0], cv.cv_talk)
    name = "talks" if are_talks else "posts" if is_post(node) else "entries"
    self.body.append(f"#{name}(")


def visit_item(self: TypstTranslator, node: nodes.Element) -> None:
    self.note_anchors(node)
    self.body.append(f"(kept: {str(is_short(node)).lower()}, ")


def visit_lines(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("#line-list(")


def depart_lines(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append(")\n")


def visit_line(self: TypstTranslator, node: nodes.Element) -> None:
    self.note_anchors(node)
    self.body.append("(")


def depart_line(self: TypstTranslator, node: nodes.Element) -> None:
    # With a comma at its end it is a dictionary, or an empty one.
    self.body.append("),\n" if node.astext().strip() else ":),\n")


def visit_columns(self: TypstTranslator, node: nodes.Element) -> None:
    self.note_anchors(node)
    self.flush_anchors()
    self.body.append(f"#beside({node['count']}, ")


def visit_column(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("[")


def depart_column(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("], ")


def visit_phrase(self: TypstTranslator, node: nodes.Element) -> None:
    self.note_anchors(node)
    self.flush_anchors()
    visit_words(self, node)


def depart_item(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("),\n")


def argument(name: str) -> tuple[Visitor, Visitor]:
    """Return the visitors of a node that is the argument *name*, left out where it is empty."""

    def visit(self: TypstTranslator, node: nodes.Element) -> None:
        if not node.astext().strip():
            raise nodes.SkipNode
        self.open_line(f"{name}: [")

    def depart(self: TypstTranslator, node: nodes.Element) -> None:
        self.body.append("], ")

    return visit, depart


def part(name: str) -> Visitor:
    """Return the visitor of the part *name* of a first line, which ends the part before it."""

    def visit(self: TypstTranslator, node: nodes.Element) -> None:
        if not node.astext().strip():
            raise nodes.SkipNode
        self.open_line(f"], {name}-glue: {string(node['glue'])}, {name}: [")

    return visit


def visit_subline(self: TypstTranslator, node: nodes.Element) -> None:
    if not node.astext().strip():
        raise nodes.SkipNode
    self.open_line(f"sub-stop: {string(node.get('stop', ''))}, sub: [")


def visit_body(self: TypstTranslator, node: nodes.Element) -> None:
    # The abstract of a talk is for the web.
    if isinstance(node.parent, cv.cv_talk):
        raise nodes.SkipNode
    if node.get("note"):
        self.open_line(f"note-stop: {string(node['stop'])}, note: [")
    else:
        self.body.append("body: [")


def depart_argument(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("], ")


def nothing(self: TypstTranslator, node: nodes.Element) -> None:
    """Write nothing."""


def skip(self: TypstTranslator, node: nodes.Element) -> None:
    raise nodes.SkipNode


def visit_links(self: TypstTranslator, node: nodes.Element) -> None:
    if not node.get("print") or all(isinstance(part, cv.cv_web) for part in node):
        raise nodes.SkipNode
    self.open_line("#links[")


def close(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("]")


def visit_related(self: TypstTranslator, node: nodes.Element) -> None:
    if not node.get("print"):
        raise nodes.SkipNode
    if isinstance(node.parent, cv.cv_publication):
        # The paragraph of the reference ends here.
        name = "tied-to-turned" if is_turned(node.parent, self.config.language) else "tied"
        self.open_line(f"]#{name}[")
    else:
        self.body.append("related: [")


def depart_related(self: TypstTranslator, node: nodes.Element) -> None:
    if not isinstance(node.parent, cv.cv_publication):
        self.body.append("], ")


def visit_separator(self: TypstTranslator, node: nodes.Element) -> None:
    if isinstance(node.parent, (cv.cv_links, cv.cv_related)):
        self.body.append("#between")
    elif isinstance(node.parent, cv.cv_legend):
        self.body.append("#beside-mark")
    raise nodes.SkipNode


def visit_publications(self: TypstTranslator, node: nodes.Element) -> None:
    self.note_anchors(node)
    items = [part for part in node if isinstance(part, cv.cv_publication)]
    labels = array([string(item["label"]) for item in items])
    forms = array([string(label) for label in node["labels"]])
    years = array([string(item.get("year", "")) for item in items])
    turned = [is_turned(item, self.config.language) for item in items]
    sides = f"turned: {array([str(each).lower() for each in turned])}, " if any(turned) else ""
    self.body.append(f"#publications({labels}, years: {years}, forms: {forms}, {sides}")


def depart_publications(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append(")\n")


def visit_publication(self: TypstTranslator, node: nodes.Element) -> None:
    self.note_anchors(node, node["docname"])
    self.open_line("[#turned[" if is_turned(node, self.config.language) else "[#par[")


def depart_publication(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("]],\n")


def visit_words(self: TypstTranslator, node: nodes.Element) -> None:
    if is_latin(node, self.config.language):
        self.body.append(f"#{string(ISOLATE)};")


def depart_words(self: TypstTranslator, node: nodes.Element) -> None:
    if is_latin(node, self.config.language):
        self.body.append(f"#{string(ISOLATE_END)};")


def visit_owner(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("#strong[")


def visit_foreign(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append(f"#text(lang: {string(node['language'])})[")


def visit_break(self: TypstTranslator, node: nodes.Element) -> None:
    # A space of no width would be a letter of the text.
    self.body.append("#box(width: 0pt);")
    if node.get("parted"):
        self.body.append("#h(0.25em, weak: true);")


def visit_whole(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("#box[")


def visit_kept(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("#kept[")


def visit_leading(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append(f"#leading({str(node['to_list']).lower()})[")


def visit_group(self: TypstTranslator, node: nodes.Element) -> None:
    self.open_line("#subhead[")


def visit_legend(self: TypstTranslator, node: nodes.Element) -> None:
    self.open_line("#legend[")


def depart_legend(self: TypstTranslator, node: nodes.Element) -> None:
    self.body.append("]\n")


VISITORS: dict[type[nodes.Element], tuple[Visitor, Visitor]] = {
    cv.cv_entry: (visit_item, depart_item),
    cv.cv_talk: (visit_item, depart_item),
    cv.cv_line: (visit_line, depart_line),
    cv.cv_items: (visit_items, depart_lines),
    cv.cv_lines: (visit_lines, depart_lines),
    cv.cv_columns: (visit_columns, depart_lines),
    cv.cv_column: (visit_column, depart_column),
    cv.cv_phrase: (visit_phrase, depart_words),
    cv.cv_headline: (nothing, nothing),
    cv.cv_main: argument("main"),
    cv.cv_words: (visit_words, depart_words),
    cv.cv_foreign: (visit_foreign, close),
    cv.cv_break: (visit_break, nothing),
    cv.cv_whole: (visit_whole, close),
    cv.cv_described: (nothing, nothing),
    cv.cv_kept: (visit_kept, depart_legend),
    cv.cv_leading: (visit_leading, depart_legend),
    cv.cv_lead: (nothing, nothing),
    cv.cv_tail: (part("tail"), nothing),
    cv.cv_place: (part("place"), nothing),
    cv.cv_date: argument("date"),
    cv.cv_subline: (visit_subline, depart_argument),
    cv.cv_details: argument("details"),
    cv.cv_remark: (nothing, nothing),
    cv.cv_separator: (visit_separator, nothing),
    cv.cv_links: (visit_links, close),
    cv.cv_web: (skip, nothing),
    cv.cv_body: (visit_body, depart_argument),
    cv.cv_header: (skip, nothing),
    cv.cv_publications: (visit_publications, depart_publications),
    cv.cv_publication: (visit_publication, depart_publication),
    cv.cv_reference: (nothing, nothing),
    cv.cv_label: (skip, nothing),
    cv.cv_owner: (visit_owner, close),
    cv.cv_rest: (skip, nothing),
    cv.cv_rest_count: (nothing, nothing),
    cv.cv_group: (visit_group, depart_legend),
    cv.cv_related: (visit_related, depart_related),
    cv.cv_abstract: (skip, nothing),
    cv.cv_folded: (skip, nothing),
    cv.cv_bibtex: (skip, nothing),
    cv.cv_preview: (skip, nothing),
    cv.cv_filter: (skip, nothing),
    cv.cv_download: (skip, nothing),
    cv.cv_legend: (visit_legend, depart_legend),
}
