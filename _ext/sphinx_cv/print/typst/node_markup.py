"""Nodes that need no code of their own: what is written around each, by its name."""

from __future__ import annotations

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
    "list_item": ("together[", "],"),
    "classifier": ("#h(0.4em)#emph[", "]"),
    "block_quote": ("#quote(block: true)[", "]\n"),
    "attribution": ("#attribution[", "]\n"),
    "rubric": ("#rubric[", "]\n"),
    "centered": ("#caption[", "]\n"),
    "figure": ("#picture[", "]\n"),
    "topic": ("#aside[", "]\n"),
    "sidebar": ("#aside[", "]\n"),
}
# Of these, the ones that start a line of text.
LINES = frozenset("rubric centered attribution".split())
# Nodes of which only the content is printed.
THROUGH = frozenset(
    """document start_of_file section inline acronym generated container compound compact_paragraph
    term field_name definition field_body description legend glossary acks hlist hlistcol
    download_reference number_reference_text problematic only pending_xref docinfo subtitle
    versionmodified tbody""".split()
)
# Nodes that are not printed.
SKIPPED = frozenset(
    """comment index meta substitution_definition system_message toctree highlightlang
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
