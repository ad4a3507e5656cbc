"""The legend of a list: what the marks and signs of its publications mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_cv.bibliography.fields import ROLES
from sphinx_cv.bibliography.people.marks import MARKS, marks_of
from sphinx_cv.bibliography.reference.style import keywords_of
from sphinx_cv.document.nodes import cv_legend
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
    found: dict[str, None] = {}
    keywords: set[str] = set()
    for entry in entries:
        keywords.update(keywords_of(entry) if options.signs else ())
        for role in ROLES:
            found |= dict.fromkeys("".join(marks_of(entry, role, options.marks)))
    known = {MARKS[word]: str(LEGENDS[word]) for word in MARKS}
    others = {sign: meaning for sign, meaning in options.marks.values() if sign not in known}
    meanings = [f"{mark} {known[mark]}" for mark in known if mark in found]
    meanings += [f"{mark} {others[mark]}" for mark in found if mark in others]
    meanings += [
        f"{sign} {meaning}" for word, (sign, meaning) in options.signs.items() if word in keywords
    ]
    return [cv_legend("", ", ".join(meanings))] if meanings else []
