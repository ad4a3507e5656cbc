"""HTML of what stands above a list: the field to filter it, and the types and years to choose."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sphinx_cv.document.directions import is_latin, is_turned
from sphinx_cv.l10n import _

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.writers.html5 import HTML5Translator

# What the field says, and what is said of the hits.
WORDS = {
    "publication": (_("Filter %d publications…"), _("{n} of {total} publications")),
    "talk": (_("Filter %d talks…"), _("{n} of {total} talks")),
}


def visit_filter(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the field and the types; what is said about the list as a whole follows them."""
    hint, said = (escape(str(text)) for text in WORDS[node["objtype"]])
    hint = hint % node["total"]
    self.body.append(
        f'<div class="cv-filter pst-js-only" data-cv-of="{node["objtype"]}">'
        f'<input type="search" data-cv-filter aria-label="{hint}" placeholder="{hint}">'
        f'<output data-text="{said}"></output>{_types(node)}</div>\n'
    )


def depart_filter(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the years, which lead to their places where no script filters by them."""
    if not node.get("years"):
        return
    label = _("Years")
    years = "".join(
        f'<li><a href="#{id_}" data-year="{escape(year)}">{escape(year)} '
        f"<span>{number}</span></a></li>"
        for year, id_, number in node["years"]
    )
    self.body.append(
        f'<nav class="cv-years" aria-label="{label}"><ul class="cv-sideways">{years}</ul></nav>\n'
    )


def _types(node: nodes.Element) -> str:
    """Return a button for each type, the first of them for all; nothing where there is one type."""
    if not node.get("types"):
        return ""
    label, everything = _("Types"), str(_("All"))
    buttons = "".join(
        f'<button type="button" value="{escape(value)}" aria-pressed="{str(not value).lower()}">'
        f"{escape(text)} <span>{number}</span></button>"
        for value, text, number in [("", everything, node["total"]), *node["types"]]
    )
    return f'<div class="cv-types cv-sideways" role="group" aria-label="{label}">{buttons}</div>'


def item_tag(self: HTML5Translator, node: nodes.Element, tag: str, name: str) -> str:
    """Return the start of an item, with the year and the types that a long list is filtered by."""
    year, types = node.get("facets", ("", ""))
    facets = {"data-year": year, "data-types": types} if "facets" in node else {}
    side = {"dir": "ltr"} if is_turned(node, self.config.language) else {}
    return self.starttag(node, tag, "\n", False, CLASS=name, **facets, **side)


def visit_phrase(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the start of an item in a sentence, whose date is behind it in its own direction."""
    side: dict[str, Any] = {"dir": "ltr"} if is_latin(node, self.config.language) else {}
    self.body.append(self.starttag(node, "span", "", **side))
