"""Anchors of entries, talks and headings, which stay as they are when others come or go."""

from __future__ import annotations

import hashlib
import itertools
import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

if TYPE_CHECKING:
    from collections.abc import Container

# What docutils gives a heading that has no Latin letters, or those of one before it.
_COUNTED = re.compile(r"id\d+")
_DIGITS = 8


def new_anchor(words: str, kind: str, taken: Container[str]) -> str:
    """Return an anchor from *words* that is not *taken* yet.

    An anchor has Latin letters and digits alone. Words that have none give the *kind* of what they
    name and a digest of themselves.
    """
    base = nodes.make_id(words) or (f"{kind}-{_digest(words)}" if words else kind)
    numbered = (f"{base}-{number}" for number in itertools.count(2))
    return next(anchor for anchor in itertools.chain([base], numbered) if anchor not in taken)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


class SteadyHeadings(SphinxTransform):
    """Gives anchors by their words to the headings that have only a number."""

    # Before translations: a page has the same anchors in all languages.
    default_priority = 5

    def apply(self, **_kwargs: Any) -> None:
        """Change the anchors of the headings, and what names them."""
        document = self.document
        for section in document.findall(nodes.section):
            former = section["ids"][0] if section["ids"] else ""
            if not _COUNTED.fullmatch(former):
                continue
            anchor = new_anchor(section[0].astext(), "section", document.ids)
            section["ids"][0] = anchor
            document.ids[anchor] = document.ids.pop(former, section)
            for name, id_ in [*document.nameids.items()]:
                if id_ == former:
                    document.nameids[name] = anchor
            # MyST's own, for links to a heading by its words.
            slugs = getattr(document, "myst_slugs", {})
            for slug, (line, id_, words) in [*slugs.items()]:
                if id_ == former:
                    slugs[slug] = (line, anchor, words)
