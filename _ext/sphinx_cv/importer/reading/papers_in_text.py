"""Publications that a source has as text: they stay text, without their numbers, and are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.draft import Papers, Text

from .kinds import are_papers, kind_of

if TYPE_CHECKING:
    from sphinx_cv.importer.draft import Draft

# The number of a publication in a list. Four digits are a year.
_NUMBER = re.compile(
    r"(?=\*\*|\\?\[|\(|[A-Z]{0,2}\d+\\?[.:)])"
    r"(?:\*\*)?\\?[\[(]?[A-Z]{0,2}\d{1,3}\\?[\])]?\\?[.:]?(?:\*\*)?[.:]?\s+(?=\S)"
)
_ADVICE = (
    "these publications are text, so they have no links, no data and no order of their own. To "
    "make them publications, save them as BibTeX (Google Scholar, ORCID and Zotero export "
    'it), run "sphinx-cv import" on that file, and delete the text'
)


def tell_papers_in_text(draft: Draft) -> None:
    """Take the numbers off publications that are text, and report how to make them more."""
    for section in draft.sections:
        texts = [block for block in section.blocks if isinstance(block, Text) and block.is_point]
        has_list = any(isinstance(block, Papers) for block in section.blocks)
        # A section such as "Reviews of papers" is about something else.
        is_theirs = are_papers(section.title) and not kind_of(section.title, "")
        if not texts or has_list or not is_theirs:
            continue
        for text in texts:
            text.text = (
                _NUMBER.sub("", text.text, count=1) if _NUMBER.match(text.text) else text.text
            )
        draft.look_at(section.title, _ADVICE)
