"""HTML of what folds out below a publication, of its picture, and of the link to all of them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinx_cv.data.files import BIB
from sphinx_cv.l10n import _

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


def visit_abstract(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the start of an abstract."""
    self.body.append(_opened(node, "cv-abstract"))


def visit_folded(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the start of links that fold out; their names stand in the row as they do then."""
    names = " ".join(f"<span>{escape(name)}</span>" for name in node["names"])
    self.body.append(f'<details class="cv-folded"><summary>{names}</summary>\n')


def depart_details(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the end of what folds out."""
    self.body.append("</details>\n")


def visit_preview(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the picture, which phones do not load."""
    address = _from_here(self, node["address"])
    size = f'width="{node["width"]}" height="{node["height"]}"'
    # The title beside it says what it is.
    self.body.append(f'<img class="cv-preview" src="{address}" alt="" {size} loading="lazy">\n')
    raise nodes.SkipNode


def visit_bibtex(self: HTML5Translator, node: nodes.Element) -> None:
    """Write how to cite the publication: in words, as BibTeX, and a link to RIS."""
    copy, copied = escape(str(_("Copy"))), escape(str(_("Copied")))
    words = f'data-copy="{copy}" data-copied="{copied}"'
    self.body.append(_opened(node, "cv-bibtex", words))
    self.body.append(f'<p class="cv-citation">{escape(node["reference"])}</p>')
    self.body.append(f"<pre>{escape(node['text'])}</pre>")
    if node["ris"]:
        address = _from_here(self, node["ris"])
        self.body.append(f'<p class="cv-formats"><a href="{address}" download>RIS</a></p>')


def visit_download(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the link to all publications."""
    address, text = _from_here(self, BIB), escape(str(_("Download all (BibTeX)")))
    self.body.append(f'<p class="cv-more"><a href="{address}" download>{text}</a></p>\n')
    raise nodes.SkipNode


def _from_here(self: HTML5Translator, name: str) -> str:
    """Return the address of a file of the site, as seen from the page that is being written."""
    return relative_uri(self.builder.get_target_uri(self.builder.current_docname), name)


def _opened(node: nodes.Element, name: str, more: str = "") -> str:
    state = (" open" if node.get("open") else "") + f" {more}" * bool(more)
    place = "".join(f' id="{id_}"' for id_ in node["ids"])
    return f'<details class="{name}"{place}{state}><summary>{escape(node["summary"])}</summary>'
