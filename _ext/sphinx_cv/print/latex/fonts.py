"""Loads the fonts that the letters of a printed document need: each costs time at each run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_cv.model.languages import tag_of
from sphinx_cv.print.scripts import cjk_cut, has_cjk

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

# Letters of most European languages and the usual signs: every typeface of the CV has them.
_USUAL = re.compile(
    "[\t\n -~\u00a0-\u0137\u0139-\u0148\u014a-\u0165\u0168-\u017f‐‑–—‘-‚“-„†-•…‰‹›€™]*"
)


def name_fonts(app: Sphinx, document: nodes.document, _docname: str) -> None:
    """Name in the preamble the fonts for letters that others lack (``doctree-resolved``).

    These are a cut of the Chinese, Japanese and Korean ones, and those of other scripts.
    """
    if app.builder.name != "latex":
        return
    context = app.builder.context  # type: ignore[attr-defined]
    own = app.config.latex_elements.get("fontpkg", "")
    text = "".join((document.astext(), *map(str, context.values())))
    cut = cjk_cut(tag_of(app.config.language)) if has_cjk(text) else ""
    context["fontpkg"] = "\n".join(
        (
            own,
            rf"\newcommand*\cvfallbacks{{{'' if _USUAL.fullmatch(text) else 1}}}",
            rf"\newcommand*\cvcjk{{{cut}}}",
        )
    )
