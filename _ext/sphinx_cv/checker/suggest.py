"""Adds to a finding of Sphinx or MyST the nearest correct form. Knows no Sphinx."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_cv.model.suggestion import suggestion
from sphinx_cv.source.addresses import check_url, is_address

from .locate import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sphinx_cv.model.finding import Finding


# What to do, where Sphinx says only what is wrong.
_CURES = {
    "toc.not_included": 'Write its name, without ".md", into the toctree of the home page',
}


def suggest(finding: Finding, known: Mapping[str, Collection[str]]) -> Finding:
    """Name the cure or the nearest correct form; *known* has those of each type of finding."""
    if cure := _CURES.get(finding.code):
        return replace(finding, message=f"{finding.message}. {cure}")
    what, _allowed, rest = finding.message.partition(" (allowed: ")
    words = quoted(rest) or known.get(finding.code, ())
    if not words or "Did you mean" in finding.message:
        return finding
    # The first may be the directive that has the option.
    hint = _hint(named[-1], words, finding.code) if (named := quoted(what)) else ""
    return replace(finding, message=f"{what.rstrip('.')}.{hint}") if hint else finding


def _hint(word: str, known: Collection[str], code: str) -> str:
    if word in known:
        # sphinxcontrib-bibtex gives one message for an unknown key and for one that is not listed.
        return " It is not in any publication-list." if code.startswith("bibtex") else ""
    if code == "myst.xref_missing" and is_address(word):
        try:
            check_url(word)
        except ValueError as error:
            return f" It is {str(error).partition(' is ')[2]}"
    # The last part of a path counts: all that a folder holds would be near.
    is_file = word.endswith(".md")
    names = {_stem(path): path for path in sorted(known) if path.endswith(".md") == is_file}
    nearest = suggestion(_stem(word), names)
    return re.sub(r"\"(.*)\"", lambda name: f'"{names[name[1]]}"', nearest)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")
