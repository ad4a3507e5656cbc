"""What Sphinx and its extensions are set to for a CV, unless conf.py sets it otherwise."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_cv.html import THEME
from sphinx_cv.math.mathml import RENDERER
from sphinx_cv.print.latex.settings import escape
from sphinx_cv.print.latex.settings import settings as latex_settings
from sphinx_cv.settings.conf_file import assignments
from sphinx_cv.settings.settings import BIBFILE, printing_of, profile_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

# A CV takes text from .bib files and co-authors: no HTML passes, and no scheme that runs code.
MYST: dict[str, Any] = {
    "myst_disable_syntax": ["html_block", "html_inline"],
    "myst_url_schemes": ("http", "https", "mailto"),
    "myst_enable_extensions": {
        "attrs_block",
        "attrs_inline",
        "colon_fence",
        "deflist",
        "dollarmath",
        "fieldlist",
    },
    # "$5 to $10" is money.
    "myst_dmath_allow_space": False,
    "myst_dmath_allow_digits": False,
}

TEXT: dict[str, Any] = {
    # Hebrew writes an apostrophe and a quotation mark within words, which would be turned.
    "smartquotes_excludes": {
        "languages": ["he", "ja", "zh_CN", "zh_TW"],
        "builders": ["man", "text"],
    },
}

BIBTEX: dict[str, Any] = {
    "bibtex_default_style": "cv",
    # As ASCII: of "李2020" and "王2020" the same would be left.
    "bibtex_cite_id": "cite-{bibliography_count}-{key!a}",
}

HTML: dict[str, Any] = {
    "html_theme": THEME,
    "html_math_renderer": RENDERER,
    "html_copy_source": False,
    "html_show_sourcelink": False,
    "html_show_sphinx": False,
    "html_use_index": False,
    "html_permalinks": False,
    "html_domain_indices": False,
}


def set_defaults(app: Sphinx, config: Config) -> None:
    """Set the defaults (``config-inited``)."""
    profile = profile_of(config)
    # Sphinx takes the title and the author of the LaTeX document for LaTeX.
    tex_name = escape(profile.name)
    owner = {
        "project": profile.name,
        "author": profile.name,
        "copyright": profile.name,
        # A CV can do without publications.
        "bibtex_bibfiles": [BIBFILE] if Path(app.confdir, BIBFILE).is_file() else [],
        # EPUB wants one; a CV has none.
        "version": "1",
        "html_title": profile.name,
        # The address that Read the Docs publishes this version at.
        "html_baseurl": os.environ.get("READTHEDOCS_CANONICAL_URL", ""),
        "epub_title": profile.name,
        "latex_documents": [(config.root_doc, "cv.tex", tex_name, tex_name, "sphinxcv", True)],
        "man_pages": [(config.root_doc, "cv", "curriculum vitae", [profile.name], 7)],
        "texinfo_documents": [
            (config.root_doc, "cv", profile.name, profile.name, "cv", "Curriculum vitae", "CV")
        ],
    }
    latex = latex_settings(
        language=config.language or "en",
        name=profile.name,
        subject=profile.position,
        keywords="",
        header="",
        numfig=config.numfig,
        printing=printing_of(config),
    )
    chosen = {*config.overrides, *assignments(app)}
    for name, ours in {**MYST, **TEXT, **BIBTEX, **HTML, **owner, **latex}.items():
        stock, value = config.values[name].default, getattr(config, name)
        unset = value == (stock(config) if callable(stock) else stock)
        # Whoever writes Sphinx's default into conf.py means it.
        if unset and name not in chosen:
            setattr(config, name, ours)
        elif name == "latex_elements" and isinstance(ours, dict) and isinstance(value, dict):
            # It is many settings in one: a preamble takes none of ours away.
            setattr(config, name, {**ours, **value})


def forbid_foreign_text(app: Sphinx) -> None:
    """Let no page hold HTML or TeX, or read a file, by a directive (``builder-inited``).

    Whoever needs to writes so into ``docutils.conf``, which docutils asks after this.
    """
    app.env.settings.update(raw_enabled=False, file_insertion_enabled=False)


def exclude_doctrees(app: Sphinx, builder: Builder) -> None:
    """Keep Sphinx's cache out of an EPUB made in the same folder (``write-started``).

    The EPUB builder packs what it finds in its folder, and warns of files it does not know.
    """
    if builder.name == "epub" and builder.doctreedir.is_relative_to(builder.outdir):
        folder = builder.doctreedir.relative_to(builder.outdir)
        caches = ["environment.pickle", *(f"{docname}.doctree" for docname in app.env.found_docs)]
        app.config.epub_exclude_files = [
            *app.config.epub_exclude_files,
            *(str(folder / cache) for cache in caches),
        ]
