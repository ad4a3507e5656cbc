"""A curriculum vitae from MyST Markdown and BibTeX, as a website and a print PDF, by Sphinx."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything."""
    from . import (
        bibliography,
        compose,
        config,
        defaults,
        directives,
        domain,
        findings,
        formulas,
        html,
        labels,
        latex,
        lists,
        nodes,
        relations,
        remarks,
        typst,
        wrapping,
    )

    for extension in ("myst_parser", "sphinxcontrib.bibtex"):
        app.setup_extension(extension)

    app.add_message_catalog(compose.CATALOG, str(Path(__file__).parent / "locale"))
    config.add_settings(app)
    app.connect("config-inited", config.init_profile, priority=10)
    app.connect("config-inited", config.init_print, priority=11)
    app.connect("config-inited", config.init_today, priority=11)
    app.connect("config-inited", config.check_names, priority=11)
    app.connect("config-inited", config.note_style, priority=30)
    app.connect("config-inited", defaults.set_defaults, priority=20)
    app.connect("config-inited", config.init_bibfiles, priority=25)
    app.connect("builder-inited", defaults.forbid_foreign_text)

    app.add_domain(domain.CvDomain)
    app.add_directive("cv-header", directives.HeaderDirective)
    app.add_directive("cv-entry", directives.EntryDirective)
    app.add_directive("talk", directives.TalkDirective)
    app.add_directive("entry-list", directives.EntryListDirective)
    app.add_directive("talk-list", directives.TalkListDirective)
    nodes.add_nodes(app, html=html.VISITORS, latex=latex.VISITORS, typst=typst.VISITORS)

    # Before the parts that only the web shows.
    app.add_post_transform(relations.BackReferences)
    bibliography.setup(app)
    html.setup(app)
    latex.setup(app)
    typst.setup(app)
    app.add_transform(formulas.CheckMath)
    for transform in (
        lists.ItemLists,
        relations.Ties,
        relations.PrintedReferences,
        wrapping.KeepTogether,
    ):
        app.add_post_transform(transform)
    app.connect("source-read", remarks.drop_remarks)
    app.connect("env-before-read-docs", labels.drop_labels)
    app.connect("env-updated", labels.set_labels)
    # After sphinxcontrib-bibtex has made its citations, and we have arranged them.
    app.connect("env-updated", lists.stale_pages, priority=700)
    app.connect("write-started", defaults.exclude_doctrees)
    app.connect("write-started", findings.report)
    app.connect("warn-missing-reference", domain.warn_missing_reference)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
