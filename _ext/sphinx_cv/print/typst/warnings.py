"""Warns of what the print engine could not do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.document.citations import cite_domain
from sphinx_cv.log import report, warn
from sphinx_cv.model.finding import Finding
from sphinx_cv.model.options.declared import shown
from sphinx_cv.model.options.variants import SETTING, Variant
from sphinx_cv.settings.conf_file import location_of
from sphinx_cv.source.lines import read_lines

from .compiler import start_of_page
from .fonts import packages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .compiler import Compiled
    from .source import Source


# At most this many letters are listed: a text in Chinese may lack hundreds.
NAMED = 20


def report_compiled(env: BuildEnvironment, *made: Compiled) -> None:
    """Warn once of letters that no font has, and of what violates the PDF standards."""
    for compiled in {(each.missing, each.fault): each for each in made}.values():
        report_letters(env, compiled.missing)
        if compiled.fault:
            warn(
                "print",
                "the PDF %s: %s",
                "is not PDF/UA" if compiled.data else "cannot be made",
                compiled.fault,
                location=env.config.root_doc,
            )


def report_letters(env: BuildEnvironment, letters: str) -> None:
    """Warn of *letters* that no font has, if there are any."""
    if letters:
        report(_missing_letters(env, letters))


def report_pages(app: Sphinx | Builder, name: str, source: Source, compiled: Compiled) -> None:
    """Tell where a variant has more pages than it may have, and what the next one starts with."""
    limit = Variant.read(app.config.cv_variants[name]).max_pages
    if 0 < limit < compiled.pages:
        warn(
            "pages",
            "%s has %d pages, at most %d are allowed; page %d starts with %s",
            shown(name),
            compiled.pages,
            limit,
            limit + 1,
            shown(start_of_page(source, limit + 1)),
            location=location_of(app, name, setting=SETTING),
        )


def _missing_letters(env: BuildEnvironment, letters: str) -> Finding:
    """Return the finding at the first of the *letters* in the sources, else at the home page."""
    install = " and ".join(packages(letters))
    message = f"no font here has the letters {_named(letters)}: install {install}"
    home = str(env.doc2path(env.config.root_doc))
    found = Finding(subtype="print", message=message, place=home, line=1, of_machine=True)
    for path in _sources(env):
        for number, line in enumerate(read_lines(path), 1):
            column = next((at for at, letter in enumerate(line, 1) if letter in letters), 0)
            if column:
                return replace(found, place=str(path), line=number, column=column, length=1)
    return found


def _sources(env: BuildEnvironment) -> Iterator[Path]:
    """Yield the files that words of the PDF come from."""
    yield from (Path(env.doc2path(docname)) for docname in sorted(env.found_docs))
    yield from cite_domain(env).bibdata.bibfiles
    yield Path(env.srcdir, "conf.py")


def _named(letters: str) -> str:
    more = len(letters) - NAMED
    return " ".join(letters[:NAMED]) + (f" and {more} more" if more > 0 else "")
