"""A doctree as Typst markup: calls of Typst's own functions, and of those in ``cv.typ``.

Everything that the author wrote goes in as a string literal. A node that is not known keeps its
text and gets a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import admonitionlabels

from sphinx_cv.print.places import SCHEMES
from sphinx_cv.print.spaces import fold

from .definitions import write_terms
from .formulas import write_formula
from .images import write_image
from .literals import array, markup, string
from .node_markup import NAMED_ADMONITIONS, NUMBERING
from .source import Link
from .tables import write_table
from .writer import TypstWriter

if TYPE_CHECKING:
    from sphinx.builders import Builder


class TypstTranslator(TypstWriter):
    """Writes the nodes of docutils and Sphinx; those of this extension are in ``visitors``."""

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        self._depth = 0
        # The level of the last heading: levels may not be skipped.
        self._level = 0
        self._notes = _notes(document)
        self._noted: set[str] = set()
        self._explained: set[str] = set()
        # Those that lead out of the document.
        self.links: list[Link] = []

    # Sections

    def visit_start_of_file(self, node: nodes.Element) -> None:
        node["_outer"] = self.docname
        self.docname = node["docname"]
        self.note_anchor(f"{self.docname}#", node.get("description", ""))

    def depart_start_of_file(self, node: nodes.Element) -> None:
        self.docname = node["_outer"]

    def visit_section(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        self._depth += not node.get("untitled", False)

    def depart_section(self, node: nodes.Element) -> None:
        self._depth -= not node.get("untitled", False)

    def visit_title(self, node: nodes.Element) -> None:
        if isinstance(node.parent, nodes.Admonition):
            self.open_line("")
        elif not isinstance(node.parent, nodes.section):
            is_caption = isinstance(node.parent, nodes.table)
            self.open_line("#caption[" if is_caption else "#subhead[")
            self.body.append(markup(self._number(node.parent)))
        elif node.parent.get("untitled") or not node.astext().strip():
            raise nodes.SkipNode
        else:
            self._level = min(self._depth, self._level + 1, 6)
            self.open_line(f"\n#heading(level: {self._level})[")

    def depart_title(self, node: nodes.Element) -> None:
        self.body.append("][" if isinstance(node.parent, nodes.Admonition) else "]\n")

    # Blocks

    def visit_caption(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        self.open_line("#caption[")
        self.body.append(markup(self._number(node.parent)))

    def depart_caption(self, node: nodes.Element) -> None:
        self.body.append("]\n")

    def _number(self, node: nodes.Element) -> str:
        """Return the number that references have for a figure, a table or code, with a colon."""
        kind = self.builder.env.domains.standard_domain.get_enumerable_node_type(node)
        numbers = self.builder.env.toc_fignumbers.get(self.docname, {}).get(kind or "", {})
        if not self.config.numfig or not numbers or node["ids"][0] not in numbers:
            return ""
        number = ".".join(map(str, numbers[node["ids"][0]]))
        return f"{self.config.numfig_format[kind] % number}: "

    def visit_paragraph(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        self.open_line("#par[")

    def depart_paragraph(self, node: nodes.Element) -> None:
        self.body.append("]\n")

    def visit_enumerated_list(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        number = NUMBERING.get(node.get("enumtype", ""), "1")
        pattern = f"{node.get('prefix', '')}{number}{node.get('suffix', '.')}"
        start = int(node.get("start", 1))
        self.body.append(f"\n\n#enum(start: {start}, numbering: {string(pattern)}, ")

    def depart_enumerated_list(self, node: nodes.Element) -> None:
        self.body.append(")\n")

    def visit_definition_list(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        write_terms(self, node)
        raise nodes.SkipNode

    visit_field_list = visit_definition_list
    visit_option_list = visit_definition_list

    def visit_line_block(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        is_nested = isinstance(node.parent, nodes.line_block)
        self.body.append(f"#lines(nested: {str(is_nested).lower()})[")

    def depart_line_block(self, node: nodes.Element) -> None:
        self.body.append("]\n")

    def visit_raw(self, node: nodes.Element) -> None:
        # Markdown's hard break is TeX's; nothing else passes.
        if node.get("format") == "latex" and node.astext().strip() == r"\\":
            self.open_line("#linebreak()")
        raise nodes.SkipNode

    def visit_line(self, node: nodes.Element) -> None:
        self.open_line("#par[")

    def depart_line(self, node: nodes.Element) -> None:
        self.body.append("]\n")

    def visit_literal_block(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        self.flush_anchors()
        self.body.append(f"#raw({string(node.astext())}, block: true)\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block

    def visit_literal(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        self.write_inline(f"#raw({string(fold(node.astext()))});")
        raise nodes.SkipNode

    def visit_transition(self, node: nodes.Element) -> None:
        # MyST's line above the notes of a page; print has them at the foot of its own.
        if "footnotes" not in node["classes"]:
            self.body.append("#transition()\n")
        raise nodes.SkipNode

    def visit_Admonition(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        name = type(node).__name__
        if name in NAMED_ADMONITIONS:
            self.open_line("#admonition[")
            self.body.append(markup(str(admonitionlabels[name])) + "][")
        elif len(node) and isinstance(node[0], nodes.title):
            self.body.append("#admonition[")
        else:
            self.body.append("#aside[")

    def depart_Admonition(self, node: nodes.Element) -> None:
        self.body.append("]\n")

    def visit_versionmodified(self, node: nodes.Element) -> None:
        """Write nothing: it says in words what it is."""

    depart_versionmodified = visit_versionmodified

    def visit_table(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        for title in node.findall(nodes.title):
            title.walkabout(self)
        self.flush_anchors()
        write_table(self, node)
        raise nodes.SkipNode

    def visit_abbreviation(self, node: nodes.Element) -> None:
        """Write nothing."""

    def depart_abbreviation(self, node: nodes.Element) -> None:
        # Said once, as by Sphinx's LaTeX.
        if node.get("explanation") and node.astext() not in self._explained:
            self._explained.add(node.astext())
            self.body.append(markup(f" ({fold(node['explanation'])})"))

    # Links

    def visit_target(self, node: nodes.Element) -> None:
        self.note_anchors(node)

    def depart_target(self, node: nodes.Element) -> None:
        """Write nothing."""

    def visit_reference(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        if not isinstance(node.parent, nodes.TextElement):
            self.open_line("#par[")
        uri = node.get("refuri", "")
        if uri.startswith("%"):
            document, _hash, id_ = uri[1:].partition("#")
            self.open_link(f"{document}#{id_}")
        elif node.get("refid"):
            self.open_link(f"{self.docname}#{node['refid']}")
        elif uri.startswith(SCHEMES) and node.astext().strip():
            self.links.append(Link(address=uri, words=node.get("description", node.astext())))
            self.body.append(f"#link({string(uri)})[")
        else:
            self.body.append("#[")

    def depart_reference(self, node: nodes.Element) -> None:
        self.body.append("]" if isinstance(node.parent, nodes.TextElement) else "]]\n")

    visit_number_reference = visit_reference
    depart_number_reference = depart_reference

    # Notes

    def visit_footnote_reference(self, node: nodes.Element) -> None:
        # It may be in a list, on another page than its note.
        name = f"{node.get('docname', self.docname)}#{node.get('refid', '')}"
        self.note_anchors(node)
        if name in self._noted:
            self.write_inline(f"#footnote(label({string(f'note {name}')}))")
        elif name in self._notes:
            self._noted.add(name)
            # The engine counts: each page of the website starts with 1 again.
            self.body.append('#footnote[#" ";')
            self._write_note(self._notes[name])
            self.write_inline(f"]#label({string(f'note {name}')})")
        else:
            self.write_inline(f"#super[{markup(fold(node.astext()))}]")
        raise nodes.SkipNode

    def _write_note(self, note: nodes.Element) -> None:
        """Write a footnote: its first paragraph is set beside the number."""
        parts = [part for part in note if not isinstance(part, nodes.label)]
        if parts and isinstance(parts[0], nodes.paragraph):
            self.note_anchors(note)
            self.open_line("")
            for child in parts.pop(0).children:
                child.walkabout(self)
        for part in parts:
            part.walkabout(self)

    def visit_footnote(self, node: nodes.Element) -> None:
        # It is printed where it is referred to.
        if node.get("backrefs"):
            raise nodes.SkipNode
        self.visit_citation(node)

    def depart_footnote(self, node: nodes.Element) -> None:
        self.depart_citation(node)

    def visit_citation(self, node: nodes.Element) -> None:
        self.note_anchors(node, node.get("docname", ""))
        label = next((part.astext() for part in node.findall(nodes.label)), "")
        labels = array([string(f"[{label}]")])
        self.body.append(f"#publications({labels}, forms: {labels}, [")

    def depart_citation(self, node: nodes.Element) -> None:
        self.body.append("])\n")

    # Images and math

    def visit_image(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        write_image(self, node)
        raise nodes.SkipNode

    def visit_math(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        if isinstance(node, nodes.math_block):
            self.flush_anchors()
        write_formula(self, node)
        raise nodes.SkipNode

    visit_math_block = visit_math


def _notes(document: nodes.document) -> dict[str, nodes.Element]:
    """Return the document's footnotes by their anchors; Sphinx names the page of each."""
    return {
        f"{note['docname']}#{id_}": note
        for note in document.findall(nodes.footnote)
        for id_ in note["ids"]
    }
