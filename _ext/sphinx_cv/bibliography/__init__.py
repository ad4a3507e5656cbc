"""The publication list: a pybtex style, and the transforms that set it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the style, the arrangement of the lists, and the transforms."""
    from . import arrange, directive, pages, reading, report, style, transform, web

    style.register()
    # Before sphinxcontrib-bibtex (500) reads the files itself.
    app.connect("builder-inited", reading.read_bibliography, priority=400)
    app.add_directive("publication-list", directive.PublicationListDirective)
    app.add_post_transform(transform.PublicationLists)
    app.add_post_transform(transform.PrintedLists)
    app.add_post_transform(web.WebParts)
    app.add_post_transform(web.PageLinks)
    # Around sphinxcontrib-bibtex (500).
    app.connect("env-updated", arrange.withhold, priority=400)
    app.connect("env-updated", arrange.arrange, priority=600)
    app.connect("write-started", report.report_publications)
    app.connect("write-started", pages.write_download)
    app.connect("html-collect-pages", pages.collect_pages)
    app.connect("build-finished", pages.drop_pages)
