"""Entries, talks and their lists in a document: nodes, directives, domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the domain and the directives."""
    from . import additions, domain
    from .directives import columns, count, items, lines, only

    additions.add_events(app)
    app.add_domain(domain.CvDomain)
    app.add_role_to_domain(domain.CvDomain.name, "count", count.CountRole())
    app.add_directive("cv-header", items.HeaderDirective)
    app.add_directive("cv-entry", items.EntryDirective)
    app.add_directive("talk", items.TalkDirective)
    app.add_directive("cv-only", only.OnlyDirective)
    app.add_directive("cv-columns", columns.ColumnsDirective)
    app.add_directive("cv-lines", lines.LinesDirective)
    app.add_directive("entry-list", items.EntryListDirective)
    app.add_directive("talk-list", items.TalkListDirective)
