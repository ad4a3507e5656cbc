"""The facts of grants, courses and students: the second line of their entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.document.nodes import cv_words
from sphinx_cv.l10n import _
from sphinx_cv.model.money import format_money
from sphinx_cv.model.punctuation import in_brackets

from .fields import field, joined, made
from .joints import sentences

if TYPE_CHECKING:
    from sphinx_cv.model.items import Entry

    from .fields import Nodes


def facts_line(entry: Entry, role: Nodes, people: Nodes, language: str) -> list[Nodes]:
    """Return the facts of the second line, those of grants, courses and students.

    The *people* follow the *role*, or the thesis where there is none.
    """
    money = format_money(entry.amount, language) if entry.amount else ""
    if share := entry.share:
        mine = str(_("%s to me") % format_money(share, language))
        money = money + in_brackets(mine, language) if money else mine
    is_number = not re.search(r"[^\W\d_]|^$", entry.students)
    number = re.sub(r"(?<=\d)\s*(?:--?|–)\s*(?=\d)", "–", entry.students)
    count = str(_("%s students") % number)
    thesis = field("thesis", entry.thesis)
    now = _now(entry.now) if entry.now else []
    facts = {"number": entry.number, "code": entry.code, "level": entry.level}
    return [
        joined([role, people]) if role else [],
        made("amount", money),
        *(field(name, text) for name, text in facts.items()),
        made("students", count) if is_number else field("students", entry.students),
        sentences(
            [joined([thesis, [] if role else people]), [cv_words("", "", *now)] if now else []]
        ),
    ]


def _now(text: str) -> Nodes:
    """Return what a student does now, behind the word for it, which the author may have written."""
    # The words around it are ours, the rest is the author's.
    before, after = str(_("Now: %s")).split("%s")
    label = before.strip(" :")
    first, _space, rest = text.partition(" ")
    if rest and label and first.strip(":,").casefold() == label.casefold():
        before, text = f"{label} ", rest
    return [nodes.Text(before), *field("now", text), nodes.Text(after)]
