"""The languages of a CV: that of its sources, and those that it is translated into."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sphinx_cv.log import warn
from sphinx_cv.model.languages import DEFAULT, code_problem, folder_of, meant_code, own_name

from .conf_file import assignments, location_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def check_language(app: Sphinx, config: Config) -> None:
    """Check ``language``, and note that of the sources (``config-inited``).

    Babel, Typst and the pages read the code: what is no code is replaced by what was meant.
    """
    if fault := code_problem(config.language):
        warn("option", "language: %s", fault, location=location_of(app, "", setting="language"))
        config.language = meant_code(config.language)
    config.cv_source_language = config.cv_source_language or _written(app) or config.language


def _written(app: Sphinx) -> str:
    """Return the language that conf.py sets: the command line may set another one."""
    node = assignments(app).get("language")
    value = node.value if node else None
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return meant_code(value.value)
    return "" if node else DEFAULT


def is_whole_site(config: Config) -> bool:
    """Whether this build is of the source language, with all others below it.

    A language on the command line, as on Read the Docs, is the only one that is built.
    """
    return bool(config.cv_languages) and not (config.cv_in_site or "language" in config.overrides)


def is_translation(config: Config) -> bool:
    """Whether this build is one of the others, started by that of the source language."""
    return bool(config.cv_in_site)


def translations_of(config: Config) -> list[str]:
    """Return the codes of the languages that the CV is translated into."""
    return [code for code in config.cv_languages if code != config.cv_source_language]


def folders_of(config: Config) -> list[str]:
    """Return the folders of this site that hold those in other languages."""
    return [folder_of(code) for code in translations_of(config)] if is_whole_site(config) else []


def names_of(config: Config) -> dict[str, str]:
    """Return the name of each language in itself by its code, the source language first."""
    source = config.cv_source_language
    names = {source: config.cv_languages.get(source) or own_name(source)}
    return names | {code: config.cv_languages[code] for code in translations_of(config)}
