"""What stands between the fields of a line: chosen by what is shown, once it is translated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document.nodes import cv_around, cv_phrase, cv_remark, cv_words
from sphinx_cv.l10n import _
from sphinx_cv.model.punctuation import ends_wide, space_before, stop_between
from sphinx_cv.model.sentence import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_INNER = re.compile(r"(\s*)[(（]([^()（）]+)[)）]")


class cv_joint(nodes.Text):
    """The sign between two fields, as long as a document is read."""


def joint(before: str) -> str:
    """Return what stands behind *before*: a comma or, where it ends a sentence, a space.

    The comma is that of the language. Signs of full width bring their space with them.
    """
    if ends_wide(before):
        return ""
    return " " if ends_sentence(before) else str(_(", "))


def sentences(parts: Iterable[Sequence[nodes.Node]]) -> list[nodes.Node]:
    """Set the parts that are there in a row, each a sentence."""
    row: list[nodes.Node] = []
    for part in filter(None, parts):
        if row:
            before = row[-1].astext()
            row.append(nodes.Text(stop_between(before, part[0].astext())))
        row.extend(part)
    return row


def set_joints(document: nodes.document) -> None:
    """Choose the signs again by the words that stand before them now."""
    for old in list(document.findall(cv_joint)):
        row = old.parent
        # By identity: a line has equal ones.
        at = next(at for at, each in enumerate(row) if each is old)
        before = row[at - 1].astext() if at else ""
        row[at] = nodes.Text(joint(before))


def open_brackets(document: nodes.document) -> None:
    """Let no bracket stand within another: "(fluent (C2))" becomes "(fluent, C2)"."""
    for row in document.findall(lambda node: isinstance(node, (cv_phrase, cv_remark))):
        words = [part for part in row.children if _is_in_brackets(part)]
        for text in [text for part in words for text in part.findall(nodes.Text)]:
            opened = _INNER.sub(_opened, text)
            if opened != text:
                text.parent.replace(text, nodes.Text(opened))


def _is_in_brackets(part: nodes.Node) -> bool:
    if not isinstance(part, cv_words):
        return False
    if isinstance(part.parent, cv_remark):
        return bool(part.parent["form"] != "%s")
    return not {"cv-title", "cv-date-text"} & {*part["classes"]}


def _opened(match: re.Match[str]) -> str:
    is_first, is_last = not match.start(), match.end() == len(match.string)
    if is_first and is_last:
        return match[2]
    return f"{_(', ')}{match[2]}" if is_last else f"{match[1]}[{match[2]}]"


def set_off(document: nodes.document, language: str) -> None:
    """Set words before and after a row off from it by a space, where their language has one."""
    for node in list(document.findall(cv_around)):
        row, text = node.parent, node.astext()
        if node["before"] and not ends_wide(text):
            row.insert(row.index(node) + 1, nodes.Text(" "))
        elif not node["before"] and (space := space_before(text[:1], language)):
            row.insert(row.index(node), nodes.Text(space))
