"""Loads the Chinese, Japanese and Korean fonts where the CV has such letters: they cost seconds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_cv.document.citations import cite_domain
from sphinx_cv.model.languages import tag_of
from sphinx_cv.print.scripts import cjk_cut, has_cjk
from sphinx_cv.settings.values import print_profile_of
from sphinx_cv.source.catalogs import catalogs_in
from sphinx_cv.source.lines import read_lines

from .settings import cjk_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def load_cjk(app: Sphinx, builder: Builder) -> None:
    """Name the cut of the fonts in the preamble (``write-started``)."""
    if builder.name != "latex" or not app.config.cv_preset:
        return
    if any(has_cjk(text) for text in _texts(app)):
        context = builder.context  # type: ignore[attr-defined]
        cut = cjk_command(cjk_cut(tag_of(app.config.language)))
        context["hyperref"] = context["hyperref"].replace(cjk_command(""), cut)


def _texts(app: Sphinx) -> Iterator[str]:
    """Yield what the words of the PDF come from, in the build's language."""
    yield repr(print_profile_of(app.config))
    env, language = app.env, app.config.language
    yield from ("\n".join(read_lines(env.doc2path(docname))) for docname in env.found_docs)
    for folder in map(Path, app.config.cv_catalogs):
        yield from ("\n".join(read_lines(path)) for path in catalogs_in(folder, language))
    yield from ("\n".join(read_lines(path)) for path in cite_domain(env).bibdata.bibfiles)
