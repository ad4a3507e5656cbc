"""Finds the place of a fault inside a translation: in the .po file, not in what it translates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .locate import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_cv.model.finding import Finding
    from sphinx_cv.source.catalogs import Catalog, Translation
    from sphinx_cv.source.markdown import Page

# How many lines a paragraph may have, or a block from its start to one of its options.
_FAR = 80
# So many words tell one text from the others.
_WORDS = 3


def in_catalog(
    finding: Finding, page: Page, catalogs: Sequence[Catalog], *, is_sure: bool
) -> Finding:
    """Return a finding in the file of the translation that it is about, if it is about one.

    Sphinx says that it is sure; MyST counts the lines of the translation as those of the page, and
    names what the page does not have.
    """
    words = quoted(finding.message)
    if not is_sure and (not words or any(word in page.text for word in words)):
        return finding
    there = " ".join(" ".join(page.lines[max(finding.line - 1, 0) :][:_FAR]).split())
    for catalog, each in _translations(catalogs):
        start = " ".join(each.text.split()[:_WORDS])
        named = [word for word in words if word in each.translation]
        if named or (is_sure and not words and start in there):
            return _at(finding, catalog, each, named)
    return finding


def _at(finding: Finding, catalog: Catalog, each: Translation, named: Sequence[str]) -> Finding:
    line = catalog.lines[each.target - 1]
    at = line.find(named[0]) if named else -1
    length = len(named[0]) if at >= 0 else len(line.rstrip().rstrip('"')) - each.column + 1
    column = at + 1 if at >= 0 else each.column
    place = replace(finding, place=catalog.path, line=each.target)
    return replace(place, column=column, length=max(length, 1))


def _translations(catalogs: Sequence[Catalog]) -> Iterator[tuple[Catalog, Translation]]:
    for catalog in catalogs:
        for each in catalog.translations:
            if each.translation and not each.fuzzy:
                yield catalog, each
