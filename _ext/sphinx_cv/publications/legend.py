"""The legend of a list: what the marks and signs of its publications mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_cv.bibliography.fields import ROLES
from sphinx_cv.bibliography.people.marks import MARKS, marked_words
from sphinx_cv.bibliography.reference.style import keywords_of
from sphinx_cv.document.nodes import cv_legend, cv_separator
from sphinx_cv.l10n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.database import Entry

    from sphinx_cv.model.options.references import ReferenceOptions

LEGENDS = {
    "equal": _("equal contribution"),
    "corresponding": _("corresponding author"),
    "supervising": _("supervising author"),
}


def legend_of(entries: Iterable[Entry], options: ReferenceOptions) -> list[cv_legend]:
    """Return what the marks and signs of *entries* mean, as far as there are any."""
    # In the order in which they are met.
    words: dict[str, None] = {}
    keywords: set[str] = set()
    for entry in entries:
        keywords.update(keywords_of(entry) if options.signs else ())
        for role in ROLES:
            words |= dict.fromkeys(marked_words(entry, role, options.marks))
    known = {word: (sign, str(LEGENDS[word])) for word, sign in MARKS.items()}
    ordered = dict.fromkeys([*(word for word in known if word in words), *words])
    said = [(known | options.marks)[word] for word in ordered]
    said += [pair for word, pair in options.signs.items() if word in keywords]
    meanings = dict.fromkeys(f"{sign} {meaning}" for sign, meaning in said)
    if not meanings:
        return []
    legend = cv_legend()
    for meaning in meanings:
        legend += [cv_separator("", ", ")] * bool(legend.children) + [nodes.Text(meaning)]
    return [legend]
