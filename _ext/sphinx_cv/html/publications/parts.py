"""What the website shows of a publication beside its reference: abstract, BibTeX, page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.bibliography.bibtex import to_bibtex
from sphinx_cv.bibliography.style import TITLE
from sphinx_cv.bibliography.text import flat, rich
from sphinx_cv.document.builders import PAGED_WEBSITES, WEBSITES
from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import link_to
from sphinx_cv.document.nodes import (
    cv_abstract,
    cv_bibtex,
    cv_publication,
    cv_words,
)
from sphinx_cv.l10n import _
from sphinx_cv.publications.page_name import page_name
from sphinx_cv.publications.transform import ReferenceBackend

if TYPE_CHECKING:
    from sphinxcontrib.bibtex.domain import Citation

# More of them are longer than all the rest of a list: they stand on the pages alone.
_ABSTRACTS = 100


class WebParts(SphinxPostTransform):
    """Adds to every publication on a page what only the web shows."""

    default_priority = 6
    builders = WEBSITES

    def run(self, **_kwargs: Any) -> None:
        """Add the parts."""
        places = list(self.document.findall(cv_publication))
        if not places:
            return
        citations = {citation.key: citation for citation in cite_domain(self.env).citations}
        for place in places:
            place.extend(parts_of(citations[place["key"]]))


class PageLinks(SphinxPostTransform):
    """Leads from the title of every publication to its own page, where there are such pages."""

    default_priority = 7
    builders = PAGED_WEBSITES

    def run(self, **_kwargs: Any) -> None:
        """Make each title a link to its page; the links in the row lead elsewhere."""
        if not self.config.cv_publication_pages:
            return
        places = list(self.document.findall(cv_publication))
        for place in places:
            title = next(node for node in place.findall(cv_words) if TITLE in node["classes"])
            outside = next(iter(title.findall(nodes.reference)), title)
            name = page_name(place["key"])
            link = link_to("", docname=name, anchor="", refdoc=self.env.docname)
            link.children = []
            link += nodes.inline("", "", *outside.children)
            title.children = []
            title += link
            if len(places) > _ABSTRACTS:
                place.children = [part for part in place if not isinstance(part, cv_abstract)]


def parts_of(citation: Citation) -> list[nodes.Element]:
    """Return the abstract of a publication, if there is one, and how to cite it."""
    parts: list[nodes.Element] = []
    entry = citation.entry
    if abstract := entry.fields.get("abstract"):
        text = nodes.paragraph("", "", *rich(abstract).render(ReferenceBackend()))
        parts.append(cv_abstract("", text, summary=str(_("Abstract"))))
    reference = flat(citation.formatted_entry.text)
    bibtex = to_bibtex(entry)
    parts.append(cv_bibtex("", text=bibtex, reference=reference, summary=str(_("Cite"))))
    return parts
