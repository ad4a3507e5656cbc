"""What is left over where items and publications were left out: headings, legends, numbers, links.

A heading stays where it has something below it, a legend says what marks there are, numbers run
from 1, and no link or number leads to what is not there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_cv.document.composing.rows import is_separator, remove_from_row
from sphinx_cv.document.nodes import (
    cv_details,
    cv_entry,
    cv_group,
    cv_headline,
    cv_legend,
    cv_lines,
    cv_links,
    cv_phrase,
    cv_publication,
    cv_publications,
    cv_reference,
    cv_related,
    cv_subline,
)
from sphinx_cv.print.introductions import leads
from sphinx_cv.print.places import drop, elements, target
from sphinx_cv.publications.legend import legend_of
from sphinx_cv.publications.numbering import Counted, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from pybtex.database import Entry

    from sphinx_cv.model.options.references import ReferenceOptions

_ITEMS = (cv_entry, cv_phrase, cv_publication)
# What says nothing without the items that it belongs to.
_ABOUT = (nodes.title, nodes.subtitle, nodes.target, nodes.comment, cv_group, cv_legend)
# Lines of an item.
_PARTS = (cv_headline, cv_subline, cv_details, cv_reference, cv_links, cv_related, cv_legend)
_NUMBER = re.compile(r"\[(.*?)(\d+)\]")


def introductions(tree: nodes.Element) -> list[nodes.Element]:
    """Return the lines that only lead to the items below: in bold, or with a colon at the end."""
    lines = [*tree.findall(nodes.paragraph), *tree.findall(nodes.rubric)]
    return [
        line
        for line in lines
        if not isinstance(line, _PARTS) and leads(line) and _holds_items(_below(line))
    ]


def drop_empty(tree: nodes.Element, leading: list[nodes.Element]) -> None:
    """Drop lists, groups and sections without items, and the lines that have led to some."""
    for each in list(tree.findall(_is_empty_list)):
        drop(each)
    for group in reversed(list(tree.findall(cv_group))):
        if not _heads_something(group):
            drop(group)
    for line in leading:
        if not _holds_items(_below(line)):
            drop(line)
    for holder in reversed(list(tree.findall(_is_section_or_page))):
        if all(isinstance(part, _ABOUT) for part in holder.children):
            drop(holder)


def _is_section_or_page(node: nodes.Node) -> bool:
    return isinstance(node, (nodes.section, addnodes.start_of_file))


def _is_empty_list(node: nodes.Node) -> bool:
    return _is_list(node) and not any(isinstance(part, _ITEMS) for part in node.children)


def _is_list(node: nodes.Node) -> bool:
    if isinstance(node, nodes.paragraph):
        return "cv-phrases" in node["classes"]
    return isinstance(node, (cv_lines, cv_publications))


def _heads_something(group: nodes.Element) -> bool:
    behind = group.next_node(siblings=True, descend=False)
    deeper = isinstance(behind, cv_group) and behind.get("depth", 0) > group.get("depth", 0)
    return deeper or isinstance(behind, (cv_entry, cv_publications))


def _below(line: nodes.Element) -> nodes.Node | None:
    """Return what follows a line, past what belongs to it."""
    if line.parent is None or line not in line.parent.children:
        return None
    later = line.parent[line.parent.index(line) + 1 :]
    return next((part for part in later if not isinstance(part, _ABOUT)), None)


def _holds_items(node: nodes.Node | None) -> bool:
    return isinstance(node, nodes.Element) and any(
        isinstance(each, _ITEMS) for each in node.findall(nodes.Element)
    )


def shorten_legends(
    tree: nodes.Element, entries: Mapping[str, Entry], options: ReferenceOptions
) -> None:
    """Let each legend explain the marks that its publications still have."""
    for legend in list(tree.findall(cv_legend)):
        row = legend.parent
        found = []
        for part in row[row.index(legend) + 1 :]:
            if not isinstance(part, (cv_publications, cv_group)):
                break
            found += [entries[node["key"]] for node in part.findall(cv_publication)]
        legend.replace_self(legend_of(found, options))


def renumber(
    tree: nodes.Element, docname: str, entries: Mapping[str, Entry], labels: Mapping[str, str]
) -> None:
    """Give the publications numbers from 1, in the order and the way that the variant has.

    *labels* are those of the whole CV by key.
    """
    found = [node for node in tree.findall(cv_publication) if labels.get(node["key"])]
    found.sort(key=lambda node: (not node["prefix"], node["rank"]))
    new = numbered(
        Counted(node["key"], entries[node["key"]], node["prefix"], node["numbers"])
        for node in found
    )
    places: dict[str, tuple[str, str]] = {}
    for node in found:
        label = new[node["key"]]
        node["label"] = "" if node["numbers"] == "none" else f"[{label}]"
        if label != labels[node["key"]]:
            for id_ in node["ids"]:
                places[f"{node['docname']}#{id_}"] = labels[node["key"]], label
    for page, link in list(elements(tree, docname)) if places else ():
        if isinstance(link, nodes.reference) and (at := places.get(target(link, page))):
            old, label = at
            for text in list(link.findall(nodes.Text)):
                said = text.astext().replace(f"[{old}]", f"[{label}]")
                text.parent.replace(text, nodes.Text(label if said == old else said))


def drop_links(tree: nodes.Element, docname: str, lost: AbstractSet[str]) -> None:
    """Take out the links that lead to one of the *lost* anchors; in a sentence the words stay."""
    for page, link in list(elements(tree, docname)) if lost else ():
        if not isinstance(link, nodes.reference) or target(link, page) not in lost:
            continue
        row = link.parent
        if isinstance(row, cv_related):
            remove_from_row(link, _is_between)
            if not any(isinstance(part, nodes.reference) for part in row):
                drop(row)
        elif "bibtex-citation" in row.get("classes", ()):
            _drop_citation(link)
        elif isinstance(row, cv_subline) and _NUMBER.fullmatch(link.astext()):
            place = row.index(link)
            if place and row[place - 1].astext() == " ":
                del row[place - 1]
            drop(link)
        else:
            link.replace_self(link.children)


def _is_between(node: nodes.Node) -> bool:
    return is_separator(node) or node.astext() in (", ", "; ")


def _drop_citation(link: nodes.Element) -> None:
    """Take a number out of ``[1, 2]``; the brackets go with the last one."""
    row = link.parent
    remove_from_row(link, _is_between)
    if any(isinstance(part, nodes.reference) for part in row):
        return
    words = re.sub(r"\s*\[\s*\]$", "", row.astext())
    if words:
        row[:] = [nodes.Text(words)]
        return
    above, place = row.parent, row.parent.index(row)
    if place and isinstance(above[place - 1], nodes.Text):
        above[place - 1] = nodes.Text(above[place - 1].astext().rstrip())
    drop(row)


def drop_notes(tree: nodes.Element, docname: str) -> None:
    """Drop the footnotes that nothing refers to any more."""
    if not any(tree.findall(nodes.footnote)):
        return
    used = {
        f"{link.get('docname', page)}#{link.get('refid', '')}"
        for page, link in elements(tree, docname)
        if isinstance(link, nodes.footnote_reference)
    }
    for page, note in list(elements(tree, docname)):
        if isinstance(note, nodes.footnote) and note.get("backrefs"):
            of = note.get("docname", page)
            if used.isdisjoint(f"{of}#{id_}" for id_ in note["ids"]):
                drop(note)
