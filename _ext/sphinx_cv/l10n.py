"""The words of the interface, translated into the language of the build."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import get_translation

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CATALOG = "sphinx_cv"

FOLDER = Path(__file__).parent / "locale"

_ = get_translation(CATALOG)


def word_in(language: str, word: str) -> str:
    """Return a word of ours in *language*, outside of a build; in English where it has none."""
    return gettext.translation(CATALOG, FOLDER, [language], fallback=True).gettext(word)


def has_words(language: str) -> bool:
    """Whether we have words of ours in *language*, other than English."""
    return gettext.find(CATALOG, FOLDER, [language]) is not None


def setup(app: Sphinx, *, own: str = "") -> None:
    """Register the translations; the author's *own*, a folder, come before ours."""
    if own:
        app.add_message_catalog(CATALOG, own)
    app.add_message_catalog(CATALOG, str(FOLDER))
