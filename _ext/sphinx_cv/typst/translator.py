"""A doctree as Typst markup: calls of Typst's own functions, and of those in ``cv.typ``.

Everything that the author wrote goes in as a string literal. A node that is not known keeps its
text and gets a warning.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import admonitionlabels
from sphinx.util.docutils import SphinxTranslator

from ..log import warn
from .images import find_image, length
from .literals import array, fold, markup, string
from .math import UnknownWordError, typst_math
from .tables import write_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.builders import Builder

SCHEMES = ("http://", "https://", "mailto:")

# What is written around the content of a node. An item of a list is an argument; without an
# empty line before it Typst would draw a list close to the paragraph above.
AROUND: dict[str, tuple[str, str]] = {
    "emphasis": ("#emph[", "]"),
    "literal_emphasis": ("#emph[", "]"),
    "title_reference": ("#emph[", "]"),
    "manpage": ("#emph[", "]"),
    "strong": ("#strong[", "]"),
    "literal_strong": ("#strong[", "]"),
    "subscript": ("#sub[", "]"),
    "superscript": ("#super[", "]"),
    "bullet_list": ("\n\n#list(", ")\n"),
    "list_item": ("[", "],"),
    "definition_list": ("\n\n#terms(", ")\n"),
    "field_list": ("\n\n#terms(", ")\n"),
    "option_list": ("\n\n#terms(", ")\n"),
    "definition_list_item": ("terms.item[", "],"),
    "definition": ("][", ""),
    "field": ("terms.item[", "],"),
    "field_body": ("][", ""),
    "option_list_item": ("terms.item[", "],"),
    "description": ("][", ""),
    "classifier": ("#h(0.4em)#emph[", "]"),
    "block_quote": ("#quote(block: true)[", "]\n"),
    "attribution": ("#attribution[", "]\n"),
    "rubric": ("#rubric[", "]\n"),
    "caption": ("#caption[", "]\n"),
    "centered": ("#caption[", "]\n"),
    "figure": ("#picture[", "]\n"),
    "topic": ("#aside[", "]\n"),
    "sidebar": ("#aside[", "]\n"),
    "line_block": ("#lines[", "]\n"),
}
# Those that start a line of text.
LINES = frozenset(
    "definition_list_item field option_list_item rubric caption centered attribution".split()
)
# Nodes whose content is all there is to print.
THROUGH = frozenset(
    """document start_of_file section inline abbreviation acronym generated container compound
    compact_paragraph term field_name option_group option option_string option_argument legend
    glossary acks hlist hlistcol download_reference number_reference_text problematic only
    pending_xref docinfo subtitle versionmodified tbody""".split()
)
# Nodes that have no place in print.
SKIPPED = frozenset(
    """comment index meta raw substitution_definition system_message toctree highlightlang
    tabular_col_spec pending decoration header footer colspec label title_only
    footnotes_container""".split()
)
NAMED_ADMONITIONS = frozenset(
    "attention caution danger error hint important note seealso tip warning".split()
)
NUMBERING = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}


class TypstTranslator(SphinxTranslator):
    """Writes ``body``; ``pictures`` are the images that it uses, by the names it gave them."""

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        self.builder: Builder = builder
        self.body: list[str] = []
        self.pictures: dict[str, bytes] = {}
        self._docname = str(document.get("docname", ""))
        self._depth = 0
        # The level of the last heading: levels may not be skipped.
        self._level = 0
        # Whether a space would be the first, or a second one, on its line.
        self._spaced = True
        # Anchors wait for the next line of text: alone they could end a page.
        self._waiting: list[str] = []
        self._anchors: set[str] = set()
        self._links: list[tuple[int, str]] = []
        self._notes = _notes(document, self._docname)
        self._noted: set[str] = set()
        self._unknown: set[str] = set()

    def finish(self) -> str:
        """Return the markup; links to what is not printed are plain text."""
        self.flush_anchors()
        by_id = {anchor.partition("#")[2]: anchor for anchor in sorted(self._anchors)}
        for place, target in self._links:
            # The items of a list were written for another page.
            anchor = target if target in self._anchors else by_id.get(target.partition("#")[2])
            self.body[place] = f"#link(label({string(anchor)}))[" if anchor else "#["
        return "".join(self.body)

    # Anchors and text

    def note_anchors(self, node: nodes.Element, docname: str = "") -> None:
        """Remember the ids of *node* for the next line of text."""
        ids: list[str] = node.get("ids", [])
        for id_ in ids:
            anchor = f"{docname or self._docname}#{id_}"
            if anchor not in self._anchors:
                self._anchors.add(anchor)
                self._waiting.append(anchor)

    def flush_anchors(self) -> None:
        """Write the anchors that wait."""
        self.body += [f"#anchor({string(anchor)})" for anchor in self._waiting]
        self._waiting.clear()

    def open_line(self, opening: str) -> None:
        """Write *opening*, which starts a line of text."""
        self.body.append(opening)
        self.flush_anchors()
        self._spaced = True

    def visit_Text(self, node: nodes.Text) -> None:
        text = fold(node.astext())
        if self._spaced:
            text = text.lstrip(" ")
        if text:
            self.body.append(markup(text))
            self._spaced = text.endswith(" ")

    def depart_Text(self, node: nodes.Text) -> None:
        """Write nothing."""

    # Nodes by the tables above

    def unknown_visit(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Element):
            self.note_anchors(node)
        for name in _names(node):
            if name in SKIPPED:
                raise nodes.SkipNode
            if name in THROUGH:
                return
            if name in AROUND:
                if name in LINES:
                    self.open_line(AROUND[name][0])
                else:
                    self.body.append(AROUND[name][0])
                return
        name = type(node).__name__
        if name not in self._unknown:
            self._unknown.add(name)
            warn(
                "print",
                'the PDF has no form for "%s": its text is printed as it is',
                name,
                location=node,
            )

    def unknown_departure(self, node: nodes.Node) -> None:
        for name in _names(node):
            if name in THROUGH:
                return
            if name in AROUND:
                self.body.append(AROUND[name][1])
                return

    # Sections

    def visit_start_of_file(self, node: nodes.Element) -> None:
        node["_outer"] = self._docname
        self._docname = node["docname"]
        self._anchors.add(f"{self._docname}#")
        self._waiting.append(f"{self._docname}#")

    def depart_start_of_file(self, node: nodes.Element) -> None:
        self._docname = node["_outer"]

    def visit_section(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        self._depth += not node.get("untitled", False)

    def depart_section(self, node: nodes.Element) -> None:
        self._depth -= not node.get("untitled", False)

    def visit_title(self, node: nodes.Element) -> None:
        if isinstance(node.parent, nodes.Admonition):
            self.open_line("")
        elif not isinstance(node.parent, nodes.section):
            self.open_line("#caption[" if isinstance(node.parent, nodes.table) else "#rubric[")
        elif node.parent.get("untitled") or not node.astext().strip():
            raise nodes.SkipNode
        else:
            self._level = min(self._depth, self._level + 1, 6)
            self.open_line(f"\n#heading(level: {self._level})[")

    def depart_title(self, node: nodes.Element) -> None:
        self.body.append("][" if isinstance(node.parent, nodes.Admonition) else "]\n")

    # Blocks

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
    visit_production_list = visit_literal_block

    def visit_literal(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        self.body.append(f"#raw({string(fold(node.astext()))});")
        self._spaced = False
        raise nodes.SkipNode

    def visit_transition(self, node: nodes.Element) -> None:
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

    # Links

    def visit_target(self, node: nodes.Element) -> None:
        self.note_anchors(node)

    def depart_target(self, node: nodes.Element) -> None:
        """Write nothing."""

    def visit_reference(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        uri = node.get("refuri", "")
        if uri.startswith("%"):
            document, _hash, id_ = uri[1:].partition("#")
            self._link(f"{document}#{id_}")
        elif node.get("refid"):
            self._link(f"{self._docname}#{node['refid']}")
        elif uri.startswith(SCHEMES) and node.astext().strip():
            self.body.append(f"#link({string(uri)})[")
        else:
            self.body.append("#[")

    def depart_reference(self, node: nodes.Element) -> None:
        self.body.append("]")

    visit_number_reference = visit_reference
    depart_number_reference = depart_reference

    def _link(self, target: str) -> None:
        self._links.append((len(self.body), target))
        self.body.append("#[")

    # Notes

    def visit_footnote_reference(self, node: nodes.Element) -> None:
        name = f"{self._docname}#{node.get('refid', '')}"
        number = string(fold(node.astext()))
        self.note_anchors(node)
        if name in self._noted:
            self.body.append(f"#footnote(label({string(f'note {name}')}))")
        elif name in self._notes:
            self._noted.add(name)
            self.body.append(f"#footnote(numbering: (..) => {number})[")
            self._write_note(self._notes[name])
            self.body.append(f"]#label({string(f'note {name}')})")
        else:
            self.body.append(f"#super[#{number};]")
        self._spaced = False
        raise nodes.SkipNode

    def _write_note(self, note: nodes.Element) -> None:
        """Write a note: its first paragraph stands beside the number."""
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
        self.body.append(f"#publications({array([string(f'[{label}]')])}, [")

    def depart_citation(self, node: nodes.Element) -> None:
        self.body.append("])\n")

    # Images and math

    def visit_image(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        alt = node.get("alt")
        image = find_image(node, Path(self.builder.srcdir))
        if image is None:
            self.body.append(markup(fold(alt or "")))
        else:
            if alt is None:
                alt = _caption(node)
            if alt is None:
                warn(
                    "print",
                    "an image has no alternative text, for those who cannot see it: add :alt:",
                    location=node,
                )
            name = f"{len(self.pictures)}{image.suffix}"
            self.pictures[name] = image.data
            sizes = [f"{key}: {size}" for key in ("width", "height") if (size := length(node, key))]
            told = string(fold(alt or "").strip())
            self.body.append(f"#figured({', '.join([string(name), told, *sizes])})")
        self._spaced = False
        raise nodes.SkipNode

    def visit_math(self, node: nodes.Element) -> None:
        self._math(node, block=False)

    def visit_math_block(self, node: nodes.Element) -> None:
        self.note_anchors(node)
        self.flush_anchors()
        self._math(node, block=True)

    def _math(self, node: nodes.Element, *, block: bool) -> None:
        tex = fold(node.astext()).strip()
        try:
            code = typst_math(tex)
        except UnknownWordError as error:
            warn(
                "print",
                'the PDF cannot set "%s" as math: it is printed as it was typed, or say it without',
                error,
                location=node,
            )
            self.body.append(f"#raw({string(tex)}, block: {str(block).lower()});")
        else:
            number = f", number: {string(str(node['number']))}" if node.get("number") else ""
            place = f"block: {str(block).lower()}{number}"
            self.body.append(f"#formula({string(tex)}, $ {code} $, {place})")
        self._spaced = False
        raise nodes.SkipNode


def _names(node: nodes.Node) -> Iterable[str]:
    return (cls.__name__ for cls in type(node).__mro__)


def _notes(document: nodes.document, root: str) -> dict[str, nodes.Element]:
    """Return the document's footnotes by their anchors."""
    found: dict[str, nodes.Element] = {}
    id_: str
    for note in document.findall(nodes.footnote):
        docname = _docname_of(note) or root
        for id_ in note["ids"]:
            found[f"{docname}#{id_}"] = note
    return found


def _docname_of(node: nodes.Element | None) -> str:
    while node is not None:
        if type(node).__name__ == "start_of_file":
            return str(node["docname"])
        node = node.parent
    return ""


def _caption(node: nodes.Element) -> str | None:
    """Return the caption of the figure that the image stands in."""
    figure: Any = node.parent
    while isinstance(figure, nodes.reference):
        figure = figure.parent
    if not isinstance(figure, nodes.figure):
        return None
    return next((part.astext() for part in figure.findall(nodes.caption)), None)
