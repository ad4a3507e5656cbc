"""The list of the parts of a page that has many, "On this page"."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_cv.document.builders import PAGED_WEBSITES
from sphinx_cv.html.frame import has_frame
from sphinx_cv.l10n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

# Fewer are seen at a glance.
MANY = 5


def navigation(parts: Iterable[tuple[str, str]]) -> str:
    """Return the list of *parts*, each with its id and its title."""
    links = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>' for name, title in parts)
    label = escape(str(_("On this page")))
    return (
        f'<nav class="cv-on-page d-print-none" aria-label="{label}">'
        f'<div class="cv-sideways"><p>{label}</p><ul>{links}</ul></div></nav>\n'
    )


def add_navigation(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put the list below the heading of a section that has many parts (``html-page-context``).

    The home page has the sections beside it; a theme option may show the list elsewhere.
    """
    elsewhere = app.config.html_theme_options.get("secondary_sidebar_items")
    is_page = app.builder.name in PAGED_WEBSITES and has_frame(app.builder)
    if doctree is None or elsewhere or not is_page or pagename == app.config.root_doc:
        return
    top = next(doctree.findall(nodes.section), None)
    parts = [part for part in top or () if isinstance(part, nodes.section) and part["ids"]]
    if len(parts) >= MANY:
        titles = [(part["ids"][0], part[0].astext()) for part in parts]
        context["body"] = context["body"].replace("</h1>\n", f"</h1>\n{navigation(titles)}", 1)
