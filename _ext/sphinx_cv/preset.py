"""What a CV project sets in Sphinx and its extensions, unless conf.py sets it otherwise.

A CV project is one whose conf.py names no theme, or ours; ``cv_preset`` says it in so many words.
Any other project keeps Sphinx as it has set it up, and takes nothing but directives, roles, lists
and the checks of what they hold.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util.matching import patmatch

from sphinx_cv.html import THEME
from sphinx_cv.log import warn
from sphinx_cv.math.renderer import RENDERER, visit_math
from sphinx_cv.output.catalogs import FOLDER as CATALOGS
from sphinx_cv.output.failures import LOCK
from sphinx_cv.output.finished import record_of
from sphinx_cv.output.own_files import LIST
from sphinx_cv.print.latex.settings import escape, fonts_of, settings_of
from sphinx_cv.settings.conf_file import assignments, location_of
from sphinx_cv.settings.settings import BIBFILE
from sphinx_cv.settings.values import profile_of

if TYPE_CHECKING:
    from collections.abc import Collection

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

# The translations of all pages are one file.
GETTEXT: dict[str, Any] = {"gettext_compact": "cv"}

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


# Files of a repository, and of what is installed in it, that are no pages of the CV.
NOT_PAGES = ("README*", "LICENSE*", "LICENCE*", "CHANGELOG*", "CONTRIBUTING*", "CODE_OF_CONDUCT*")
NOT_FOLDERS = (".*", "node_modules", "site-packages")
NOT_AT_THE_TOP = ("_build", "venv", "env")


def decide(app: Sphinx, config: Config) -> None:
    """Set ``cv_preset`` where conf.py does not say it (``config-inited``)."""
    if isinstance(config.cv_preset, bool):
        return
    if config.cv_preset is not None:
        where = location_of(app, "", setting="cv_preset")
        warn(
            "option",
            '"%s" is not True or False: write cv_preset = False',
            config.cv_preset,
            location=where,
        )
    config.cv_preset = config.html_theme == THEME or not _is_chosen(
        assignments(app), config, "html_theme"
    )


def set_needed(app: Sphinx, config: Config) -> None:
    """Set what every project needs (``config-inited``).

    sphinxcontrib-bibtex stops where it is told of no files, and a CV can do without publications.
    A project that is no CV as a whole has a PDF and data of it only where they are asked for.
    """
    if not config.cv_preset and not _is_chosen(assignments(app), config, "cv_pdf"):
        config.cv_pdf = ""
    if not config.cv_preset and not _is_chosen(assignments(app), config, "cv_exports"):
        config.cv_exports = ["bib"]
    if config.bibtex_bibfiles is None:
        config.bibtex_bibfiles = [BIBFILE] if Path(app.confdir, BIBFILE).is_file() else []


def set_defaults(app: Sphinx, config: Config) -> None:
    """Set the defaults of a CV project (``config-inited``)."""
    if not config.cv_preset:
        return
    # With any other project, Sphinx would take the one that is registered for the one to use.
    renderer = (visit_math, None)
    app.add_html_math_renderer(RENDERER, inline_renderers=renderer, block_renderers=renderer)
    profile = profile_of(config)
    # Sphinx takes the title and the author of the LaTeX document for LaTeX.
    tex_name = escape(profile.name)
    owner = {
        "project": profile.name,
        "author": profile.name,
        "copyright": profile.name,
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
    latex = settings_of(config)
    files: list[str] = latex["latex_additional_files"]
    latex["latex_additional_files"] = list(dict.fromkeys([*files, *fonts_of(config)]))
    # Sphinx says what is wrong with patterns that are no list.
    if isinstance(config.exclude_patterns, list) and isinstance(config.include_patterns, list):
        config.exclude_patterns = [*config.exclude_patterns, *_not_pages(config)]
    written = assignments(app)
    for name, ours in {**MYST, **TEXT, **BIBTEX, **GETTEXT, **HTML, **owner, **latex}.items():
        value = getattr(config, name)
        if not _is_chosen(written, config, name):
            setattr(config, name, ours)
        elif name == "latex_elements" and isinstance(ours, dict) and isinstance(value, dict):
            # It is many settings in one: a preamble takes none of ours away.
            setattr(config, name, {**ours, **value})


def _not_pages(config: Config) -> list[str]:
    """Return the patterns of files and folders that hold no pages.

    A file that conf.py itself names, as in ``include_patterns = ["README.md"]``, stays a page.
    """
    named = [name for name in config.include_patterns if "**" not in name]
    kept = [name for name in NOT_PAGES if not any(patmatch(path, name) for path in named)]
    anywhere = [*kept, *NOT_FOLDERS]
    return [*anywhere, *(f"**/{name}" for name in anywhere), *NOT_AT_THE_TOP]


def _is_chosen(written: Collection[str], config: Config, name: str) -> bool:
    """Whether the project sets the value: whoever writes Sphinx's default into conf.py means it.

    *written* are the names that conf.py assigns to.
    """
    if name in config.overrides or name in written:
        return True
    stock = config.values[name].default
    return bool(getattr(config, name) != (stock(config) if callable(stock) else stock))


def forbid_foreign_text(app: Sphinx) -> None:
    """Let no page hold HTML or TeX, or read a file, by a directive (``builder-inited``).

    Whoever needs to writes so into ``docutils.conf``, which docutils asks after this.
    """
    app.env.settings.update(raw_enabled=False, file_insertion_enabled=False)


def exclude_stored(app: Sphinx, builder: Builder) -> None:
    """Keep what is stored between builds out of an EPUB in the same folder (``write-started``).

    The EPUB builder packs what it finds in its folder, and warns of files it does not know.
    """
    if builder.name != "epub":
        return
    stored = [LIST]
    if builder.doctreedir.is_relative_to(builder.outdir):
        folder = builder.doctreedir.relative_to(builder.outdir)
        documents = (f"{docname}.doctree" for docname in app.env.found_docs)
        names = ("environment.pickle", LOCK, record_of(app).name, *documents)
        stored += [str(folder / name) for name in names]
        # The compiled translations.
        found = (builder.doctreedir / CATALOGS).rglob("*")
        stored += [str(path.relative_to(builder.outdir)) for path in found if path.is_file()]
    app.config.epub_exclude_files = [*app.config.epub_exclude_files, *stored]
