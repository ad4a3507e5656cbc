"""What the website shows of a publication beside its reference: abstract, BibTeX, page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.bibliography.bibtex import to_bibtex
from sphinx_cv.bibliography.text import rich
from sphinx_cv.document.builders import PAGED_WEBSITES, WEBSITES
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import link_to
from sphinx_cv.document.nodes import (
    cv_abstract,
    cv_bibtex,
    cv_download,
    cv_filter,
    cv_links,
    cv_publication,
    cv_separator,
)
from sphinx_cv.l10n import _
from sphinx_cv.publications.page_name import page_name
from sphinx_cv.publications.transform import ReferenceBackend
from sphinx_cv.settings.values import exports_of

if TYPE_CHECKING:
    from pybtex.database import Entry


class WebParts(SphinxPostTransform):
    """Adds to every publication on a page what only the web shows."""

    default_priority = 6
    builders = WEBSITES

    def run(self, **_kwargs: Any) -> None:
        """Add the parts."""
        places = list(self.document.findall(cv_publication))
        if not places:
            return
        entries = {cit.key: cit.entry for cit in cite_domain(self.env).citations}
        for place in places:
            place.extend(parts_of(entries[place["key"]]))
        filtered = list(self.document.findall(lambda node: bool(_filter_of(node))))
        for node in filtered:
            field = cv_filter(total=_filter_of(node))
            node.parent.insert(node.parent.index(node), field)
        offers = exports_of(self.config).bib
        for parent in dict.fromkeys(node.parent for node in filtered if offers):
            # Below its lists, which are above its subsections.
            below = (at for at, part in enumerate(parent) if isinstance(part, nodes.section))
            parent.insert(next(below, len(parent)), cv_download())


class PageLinks(SphinxPostTransform):
    """Links every publication on a page to its own page, where there are such pages."""

    default_priority = 7
    builders = PAGED_WEBSITES

    def run(self, **_kwargs: Any) -> None:
        """Put the link first in each row."""
        if not self.config.cv_publication_pages:
            return
        for place in self.document.findall(cv_publication):
            row = next(place.findall(cv_links))
            name = page_name(place["key"])
            link = link_to(str(_("Details")), docname=name, anchor="", refdoc=self.env.docname)
            row[:0] = [link, cv_separator("", " · ")] if len(row) else [link]


def parts_of(entry: Entry) -> list[nodes.Element]:
    """Return the abstract and the BibTeX of a publication."""
    parts: list[nodes.Element] = []
    if abstract := entry.fields.get("abstract"):
        text = nodes.paragraph("", "", *rich(abstract).render(ReferenceBackend()))
        parts.append(cv_abstract("", text, summary=str(_("Abstract"))))
    parts.append(cv_bibtex("", text=to_bibtex(entry), summary="BibTeX"))
    return parts


def _filter_of(node: nodes.Node) -> int:
    return node.get("filter", 0) if isinstance(node, nodes.Element) else 0
