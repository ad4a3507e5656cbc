r"""LaTeX of our nodes, by the macros of ``cv.sty``; an argument may be empty, none is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document import nodes as cv
from sphinx_cv.document.directions import is_latin, is_turned
from sphinx_cv.print.item_parts import is_post, is_short

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.latex import LaTeXTranslator

    Visitor = Callable[[LaTeXTranslator, nodes.Element], None]


def visit_item(self: LaTeXTranslator, node: nodes.Element) -> None:
    # Containers get no \label from Sphinx, and links to them would dangle.
    self.body.append(f"\n{self.hypertarget_to(node, anchor=True)}")
    long = "" if isinstance(node, cv.cv_line) or is_short(node) else "\\cvlong"
    self.body.append(f"\\begin{{{_environment(node)}}}{long}\n")


def depart_item(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append(f"\\end{{{_environment(node)}}}\n")


def visit_lines(self: LaTeXTranslator, node: nodes.Element) -> None:
    dates = [date.astext() for date in node.findall(cv.cv_date)]
    widest = self.encode(max(dates, key=len, default=""))
    self.body.append(f"\n\\begin{{cvlines}}{{{widest}}}\n")


def depart_lines(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\end{cvlines}\n")


def visit_columns(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append(f"\n\\begin{{cvcolumns}}{{{node['count']}}}\n")


def depart_columns(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\end{cvcolumns}\n")


def visit_column(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\begin{cvcolumn}\n")


def depart_column(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\end{cvcolumn}\n")


def visit_phrase(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append(self.hypertarget_to(node, anchor=True))
    visit_isolated(self, node)


def part(name: str) -> tuple[Visitor, Visitor]:
    """Return the visitors of a node that is the part *name* of an item."""

    def visit(self: LaTeXTranslator, node: nodes.Element) -> None:
        self.body.append(f"\\cvpart{{{name}}}{{")

    def depart(self: LaTeXTranslator, node: nodes.Element) -> None:
        self.body.append("}\n")

    return visit, depart


def next_part(name: str) -> Visitor:
    """Return the visitor of the part *name* of a first line, which ends the part before it."""

    def visit(self: LaTeXTranslator, node: nodes.Element) -> None:
        if not node.astext().strip():
            raise nodes.SkipNode
        glue = self.encode(node["glue"])
        self.body.append(f"}}\n\\cvpart{{{name}glue}}{{{glue}}}\\cvpart{{{name}}}{{")

    return visit


def visit_sub(self: LaTeXTranslator, node: nodes.Element) -> None:
    if not node.astext().strip():
        raise nodes.SkipNode
    self.body.append(f"\\cvpart{{substop}}{{{node.get('stop', '')}}}\\cvpart{{sub}}{{")


def depart_argument(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("}")


def depart_subline(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("}\n")


def skip(self: LaTeXTranslator, node: nodes.Element) -> None:
    raise nodes.SkipNode


def visit_body(self: LaTeXTranslator, node: nodes.Element) -> None:
    # The abstract of a talk is for the web.
    if isinstance(node.parent, cv.cv_talk):
        raise nodes.SkipNode
    if node.get("note"):
        self.body.append(f"\\cvpart{{notestop}}{{{node['stop']}}}\\cvpart{{note}}{{")
    else:
        self.body.append("\\cvbody\n")


def depart_body(self: LaTeXTranslator, node: nodes.Element) -> None:
    if node.get("note"):
        self.body.append("}\n")


def nothing(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Write nothing."""


def visit_foreign(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append(f"\\cvforeign{{{node['language']}}}{{")


def visit_break(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\cvparted{}" if node.get("parted") else "\\allowbreak{}")


def visit_whole(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\mbox{")


def visit_described(self: LaTeXTranslator, node: nodes.Element) -> None:
    words = self.encode(node["words"])
    if node.get("place"):
        page = f"\\cvpageof{{{self.idescape(node['place'])}}}"
        words = f"{page}: {words}" if words else page
    self.body.append(f"\\cvdescribed{{{words}}}{{")


def visit_links(self: LaTeXTranslator, node: nodes.Element) -> None:
    if not node.get("print") or all(isinstance(part, cv.cv_web) for part in node):
        raise nodes.SkipNode
    self.body.append("\\cvlinks{")


def visit_related(self: LaTeXTranslator, node: nodes.Element) -> None:
    if not node.get("print"):
        raise nodes.SkipNode
    if is_turned(node.parent, self.config.language) and node is _below(node.parent):
        self.body.append("}")
    self.body.append("\n\\cvrelated{")


def visit_separator(self: LaTeXTranslator, node: nodes.Element) -> None:
    if isinstance(node.parent, (cv.cv_links, cv.cv_related)):
        self.body.append("\\cvlinksep{}")
    elif isinstance(node.parent, cv.cv_legend):
        self.body.append("\\cvlegendsep{}")
    raise nodes.SkipNode


def visit_publications(self: LaTeXTranslator, node: nodes.Element) -> None:
    labels = "".join(f"\\cvlabel{{{self.encode(label)}}}" for label in node["labels"])
    self.body.append(f"\n\\begin{{cvpublications}}{{{labels}}}\n")


def depart_publications(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\end{cvpublications}\n")


def visit_publication(self: LaTeXTranslator, node: nodes.Element) -> None:
    # Links from {cite} go to the name that a LaTeX bibliography would have given the entry.
    cited = "".join(f"\\hypertarget{{cite.{node['docname']}:{id_}}}{{}}" for id_ in node["ids"])
    anchor = self.hypertarget_to(node, anchor=True) + cited
    year = f"\\cvyear{{{node['year']}}}" if node.get("year") else ""
    turned = is_turned(node, self.config.language)
    name = "cvturned" if turned else "cvpublication"
    self.body.append(f"\\{name}{{{anchor}{year}{self.encode(node['label'])}}}{{")
    if turned:
        self.body.append("\\cvisolate{\\cvturnedlabel{}")


def depart_publication(self: LaTeXTranslator, node: nodes.Element) -> None:
    is_open = is_turned(node, self.config.language) and _below(node) is None
    self.body.append("}}\n" if is_open else "}\n")


def _below(node: nodes.Element) -> nodes.Element | None:
    """Return the first line below a publication's reference, which ends its paragraph."""
    lines = (part for part in node if isinstance(part, cv.cv_related))
    return next((part for part in lines if part.get("print")), None)


def visit_isolated(self: LaTeXTranslator, node: nodes.Element) -> None:
    if is_latin(node, self.config.language):
        self.body.append("\\cvisolate{")


def depart_isolated(self: LaTeXTranslator, node: nodes.Element) -> None:
    if is_latin(node, self.config.language):
        self.body.append("}")


def visit_owner(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\cvowner{")


def visit_kept(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\n\\begin{cvkept}")


def depart_kept(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\end{cvkept}\n")


def depart_leading(self: LaTeXTranslator, node: nodes.Element) -> None:
    if node["to_items"]:
        self.body.append("\n\\cvleading\n")


def visit_group(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\subsection*{")


def visit_legend(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\cvlegend{")


def _environment(node: nodes.Element) -> str:
    if isinstance(node, cv.cv_line):
        return "cvline"
    return "cvtalk" if isinstance(node, cv.cv_talk) else "cvpost" if is_post(node) else "cventry"


VISITORS: dict[type[nodes.Element], tuple[Visitor, Visitor]] = {
    cv.cv_entry: (visit_item, depart_item),
    cv.cv_talk: (visit_item, depart_item),
    cv.cv_line: (visit_item, depart_item),
    cv.cv_items: (nothing, nothing),
    cv.cv_lines: (visit_lines, depart_lines),
    cv.cv_columns: (visit_columns, depart_columns),
    cv.cv_column: (visit_column, depart_column),
    cv.cv_phrase: (visit_phrase, depart_isolated),
    cv.cv_headline: (nothing, nothing),
    cv.cv_main: part("lead"),
    cv.cv_words: (visit_isolated, depart_isolated),
    cv.cv_foreign: (visit_foreign, depart_argument),
    cv.cv_break: (visit_break, nothing),
    cv.cv_whole: (visit_whole, depart_argument),
    cv.cv_described: (visit_described, depart_argument),
    cv.cv_kept: (visit_kept, depart_kept),
    cv.cv_leading: (nothing, depart_leading),
    cv.cv_lead: (nothing, nothing),
    cv.cv_tail: (next_part("tail"), nothing),
    cv.cv_place: (next_part("place"), nothing),
    cv.cv_date: part("date"),
    cv.cv_subline: (visit_sub, depart_subline),
    cv.cv_details: part("details"),
    cv.cv_remark: (nothing, nothing),
    cv.cv_separator: (visit_separator, nothing),
    cv.cv_links: (visit_links, depart_subline),
    cv.cv_web: (skip, nothing),
    cv.cv_body: (visit_body, depart_body),
    cv.cv_header: (skip, nothing),
    cv.cv_publications: (visit_publications, depart_publications),
    cv.cv_publication: (visit_publication, depart_publication),
    cv.cv_reference: (nothing, nothing),
    cv.cv_label: (skip, nothing),
    cv.cv_owner: (visit_owner, depart_argument),
    cv.cv_rest: (skip, nothing),
    cv.cv_rest_count: (nothing, nothing),
    cv.cv_group: (visit_group, depart_subline),
    cv.cv_related: (visit_related, depart_subline),
    cv.cv_abstract: (skip, nothing),
    cv.cv_folded: (skip, nothing),
    cv.cv_bibtex: (skip, nothing),
    cv.cv_preview: (skip, nothing),
    cv.cv_filter: (skip, nothing),
    cv.cv_download: (skip, nothing),
    cv.cv_legend: (visit_legend, depart_subline),
}
