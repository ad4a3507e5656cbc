"""A CV in another language is no more of the same CV: its texts are translations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.importer.reading.languages import name_of_language

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft

_LANGUAGE = re.compile(r"""^language\s*=\s*["'](\w+)["']""", re.MULTILINE)
_TRANSLATE = 'as its translations: see "sphinx-cv manual languages"'


def two_languages(drafts: Mapping[Path, Draft]) -> str:
    """Return what is wrong if two CVs of one format are in two languages, ``""`` if nothing is."""
    first: dict[str, tuple[Path, str]] = {}
    for path, draft in drafts.items():
        if not draft.language or not draft.sections:
            continue
        other, language = first.setdefault(path.suffix.lower(), (path, draft.language))
        if not _same(language, draft.language):
            return (
                f'"{other}" is in {name_of_language(language)} and "{path}" in '
                f"{name_of_language(draft.language)}: import one, and then write what the other "
                f"says {_TRANSLATE}"
            )
    return ""


def tell_other_language(draft: Draft, settings: str) -> None:
    """Report that a draft is in another language than the CV with these *settings*."""
    match = _LANGUAGE.search(settings)
    if match and draft.language and draft.sections and not _same(match[1], draft.language):
        words = (
            f"what you import is in {name_of_language(draft.language)}, your CV in "
            f"{name_of_language(match[1])}; if it says the same, write it {_TRANSLATE}"
        )
        draft.look_at("language", words)


def _same(one: str, other: str) -> bool:
    return one.partition("_")[0] == other.partition("_")[0]
