"""HTML of our nodes."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document import nodes as cv
from sphinx_cv.html.list_bar import depart_filter, item_tag, visit_filter, visit_phrase
from sphinx_cv.html.paper_parts import (
    depart_details,
    visit_abstract,
    visit_bibtex,
    visit_download,
    visit_folded,
    visit_preview,
)
from sphinx_cv.html.site.pdf_link import header_link, pdf_label
from sphinx_cv.html.time_tags import date_html, is_long

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.html5 import HTML5Translator

    Visitor = Callable[[HTML5Translator, nodes.Element], None]


def visit_item(self: HTML5Translator, node: nodes.Element) -> None:
    kind = "cv-talk" if isinstance(node, cv.cv_talk) else "cv-entry"
    self.body.append(item_tag(self, node, "div", kind))


def depart_item(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def nothing(self: HTML5Translator, node: nodes.Element) -> None:
    """Write nothing: the parts are side by side."""


def visit_line(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(item_tag(self, node, "li", "cv-line"))


def visit_lines(self: HTML5Translator, node: nodes.Element) -> None:
    undated = "" if node["dated"] else " cv-undated"
    self.body.append(self.starttag(node, "ul", CLASS=f"cv-lines{undated}"))


def depart_lines(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</ul>\n")


def visit_columns(self: HTML5Translator, node: nodes.Element) -> None:
    name = f"cv-columns cv-columns-{node['count']}"
    self.body.append(self.starttag(node, "div", CLASS=name, ROLE="list"))


def visit_column(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "div", CLASS="cv-column", ROLE="listitem"))


def visit_main(self: HTML5Translator, node: nodes.Element) -> None:
    if isinstance(node.parent.parent, cv.cv_line):
        self.body.append('<p class="cv-what">')
        return
    # A heading one level below the section's, so that a screen reader can step through them.
    self.body.append(f'<h{_level(self)} class="cv-main">')


def depart_main(self: HTML5Translator, node: nodes.Element) -> None:
    if isinstance(node.parent.parent, cv.cv_line):
        self.body.append("</p>\n")
        return
    self.body.append(f"</h{_level(self)}>\n")


def visit_date(self: HTML5Translator, node: nodes.Element) -> None:
    if not node["iso"] and any(isinstance(part, nodes.Element) for part in node):
        # The author's words in place of a date, with markup.
        self.body.append('<p class="cv-date">')
        return
    if len(node):
        text = node.astext()
        length = "year" if re.fullmatch(r"\d{4}", text) else "long" if is_long(text) else ""
        html = date_html(text, node["iso"])
        self.body.append(f'<p class="cv-date{length and f" cv-date-{length}"}">{html}</p>\n')
    raise nodes.SkipNode


def paragraph(name: str) -> Visitor:
    """Return the visitor of a paragraph with the class *name*, left out where it is empty."""

    def visit(self: HTML5Translator, node: nodes.Element) -> None:
        if not len(node):
            raise nodes.SkipNode
        self.body.append(self.starttag(node, "p", "", CLASS=name))

    return visit


def depart_paragraph(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</p>\n")


def visit_separator(self: HTML5Translator, node: nodes.Element) -> None:
    # The layout separates links; a copy as text still needs the space.
    if isinstance(node.parent, (cv.cv_links, cv.cv_web)):
        self.body.append("\n")
    in_header = isinstance(node.parent.parent, cv.cv_header)
    if not in_header and not isinstance(node.parent, (cv.cv_related, cv.cv_legend)):
        raise nodes.SkipNode


def visit_body(self: HTML5Translator, node: nodes.Element) -> None:
    if isinstance(node.parent, cv.cv_talk):
        self.body.append('<details class="cv-abstract"><summary>')
        self.body.append(f"{escape(node['summary'])}</summary>\n")
    else:
        self.body.append(self.starttag(node, "div", CLASS="cv-body"))


def depart_body(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</details>\n" if isinstance(node.parent, cv.cv_talk) else "</div>\n")


def visit_header(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "div", CLASS="cv-header"))


def depart_header(self: HTML5Translator, node: nodes.Element) -> None:
    if url := header_link(self.builder, self.builder.current_docname):
        text = escape(pdf_label())
        self.body.append(f'<p class="cv-header-line"><a href="{escape(url)}">{text}</a></p>\n')
    self.body.append("</div>\n")


def visit_publications(self: HTML5Translator, node: nodes.Element) -> None:
    # A list holds nothing but its items.
    self.body += [f'<span id="{id_}"></span>' for id_ in node["ids"]]
    self.body.append('<ol class="cv-publications">\n')


def depart_publications(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</ol>\n")


def visit_publication(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(item_tag(self, node, "li", "cv-publication"))


def depart_publication(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</li>\n")


def visit_links(self: HTML5Translator, node: nodes.Element) -> None:
    node["start"] = len(self.body)
    paragraph("cv-links")(self, node)


def depart_links(self: HTML5Translator, node: nodes.Element) -> None:
    """Let each "Paper" in a list say of which paper it is."""
    if title := node.get("title"):
        row = self.body[node["start"] :]
        described = f'<a aria-describedby="{title}" '
        self.body[node["start"] :] = [part.replace("<a ", described) for part in row]
    self.body.append("</p>\n")


def visit_reference(self: HTML5Translator, node: nodes.Element) -> None:
    # The label is set beside the paragraph.
    if not isinstance(node[0], cv.cv_label):
        self.body.append('<p class="cv-reference">')


def visit_label(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append('<span class="cv-label">')


def depart_label(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append('</span>\n<p class="cv-reference">')


def visit_words(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "span", ""))


def depart_words(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</span>")


def visit_foreign(self: HTML5Translator, node: nodes.Element) -> None:
    # A title in Hebrew may be written in Latin letters.
    self.body.append(f'<span lang="{node["language"]}" dir="auto">')


def visit_owner(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append('<strong class="cv-owner">')


def depart_owner(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</strong>")


def _level(self: HTML5Translator, deeper: int = 0) -> int:
    return min(self.section_level + 1 + deeper, 6)


def visit_rest(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append('<span class="cv-rest">')


def visit_rest_count(self: HTML5Translator, node: nodes.Element) -> None:
    # The page's script hides the authors and puts this text on the button that shows them.
    text = escape(node.astext().strip())
    self.body.append(f' <button type="button" class="cv-rest-count" hidden>{text}</button>')
    raise nodes.SkipNode


def visit_group(self: HTML5Translator, node: nodes.Element) -> None:
    level = _level(self, node.get("depth", 0))
    self.body.append(self.starttag(node, f"h{level}", "", CLASS="cv-year"))


def depart_group(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(f"</h{_level(self, node.get('depth', 0))}>\n")


VISITORS: dict[type[nodes.Element], tuple[Visitor, Visitor]] = {
    cv.cv_entry: (visit_item, depart_item),
    cv.cv_talk: (visit_item, depart_item),
    cv.cv_line: (visit_line, depart_publication),
    cv.cv_items: (nothing, nothing),
    cv.cv_lines: (visit_lines, depart_lines),
    cv.cv_columns: (visit_columns, depart_item),
    cv.cv_column: (visit_column, depart_item),
    cv.cv_phrase: (visit_phrase, depart_words),
    cv.cv_headline: (nothing, nothing),
    cv.cv_main: (visit_main, depart_main),
    cv.cv_words: (visit_words, depart_words),
    cv.cv_foreign: (visit_foreign, depart_words),
    cv.cv_break: (nothing, nothing),
    cv.cv_whole: (nothing, nothing),
    cv.cv_described: (nothing, nothing),
    cv.cv_kept: (nothing, nothing),
    cv.cv_leading: (nothing, nothing),
    cv.cv_lead: (nothing, nothing),
    cv.cv_tail: (nothing, nothing),
    cv.cv_place: (nothing, nothing),
    cv.cv_date: (visit_date, depart_paragraph),
    cv.cv_subline: (paragraph("cv-subline"), depart_paragraph),
    cv.cv_details: (paragraph("cv-details"), depart_paragraph),
    cv.cv_remark: (nothing, nothing),
    cv.cv_separator: (visit_separator, nothing),
    cv.cv_links: (visit_links, depart_links),
    cv.cv_web: (nothing, nothing),
    cv.cv_body: (visit_body, depart_body),
    cv.cv_header: (visit_header, depart_header),
    cv.cv_publications: (visit_publications, depart_publications),
    cv.cv_publication: (visit_publication, depart_publication),
    cv.cv_reference: (visit_reference, depart_paragraph),
    cv.cv_label: (visit_label, depart_label),
    cv.cv_owner: (visit_owner, depart_owner),
    cv.cv_rest: (visit_rest, depart_words),
    cv.cv_rest_count: (visit_rest_count, nothing),
    cv.cv_group: (visit_group, depart_group),
    cv.cv_related: (paragraph("cv-related"), depart_paragraph),
    cv.cv_abstract: (visit_abstract, depart_details),
    cv.cv_folded: (visit_folded, depart_details),
    cv.cv_preview: (visit_preview, nothing),
    cv.cv_bibtex: (visit_bibtex, depart_details),
    cv.cv_filter: (visit_filter, depart_filter),
    cv.cv_download: (visit_download, nothing),
    cv.cv_legend: (paragraph("cv-legend"), depart_paragraph),
}
