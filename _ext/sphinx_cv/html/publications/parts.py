"""What the website shows of a publication beside its reference: abstract, BibTeX, page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from pybtex.richtext import Tag, Text
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.bibliography.file.bibtex import to_bibtex
from sphinx_cv.bibliography.reference.style import AUTHORS, TITLE
from sphinx_cv.bibliography.tex.text import flat, rich
from sphinx_cv.document.builders import PAGED_WEBSITES, WEBSITES
from sphinx_cv.document.citations import cite_domain, listed
from sphinx_cv.document.domain import link_to
from sphinx_cv.document.nodes import (
    cv_abstract,
    cv_bibtex,
    cv_links,
    cv_preview,
    cv_publication,
    cv_separator,
    cv_words,
)
from sphinx_cv.l10n import _
from sphinx_cv.publications.page_name import FOLDER, page_name
from sphinx_cv.publications.previews import HEIGHT, WIDTH, picture_name
from sphinx_cv.publications.transform import PERSON, ReferenceBackend
from sphinx_cv.settings.values import exports_of

from .ends import set_end, set_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import Entry
    from pybtex.richtext import BaseText
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import Citation

# Of each publication as RIS.
RIS_FOLDER = "ris"
# Abstracts and BibTeX of more are longer than all the rest of a list: the pages alone have them.
_MANY = 100
# The place of the citation on the page of a paper: no heading there gets this id.
CITE = "cv_cite"


def ris_name(key: str) -> str:
    """Return the path of a publication as RIS."""
    return f"{RIS_FOLDER}/{page_name(key).removeprefix(FOLDER)[1:]}.ris"


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
        offered = listed(self.env) if exports_of(self.config).ris else {}
        for number, place in enumerate(places):
            key = place["key"]
            place.extend(parts_of(citations[key], ris=key in offered))
            place.extend(preview_node(self.env, citations[key].entry))
            name_links(place, number)
            add_badge(place, citations[place["key"]].entry)
            link_people(place)
            set_title(place)
            set_end(place)


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
            link.clear()
            link += nodes.inline("", "", *outside.children)
            title.clear()
            title += link
            if len(places) > _MANY:
                self._shorten(place, name)

    def _shorten(self, place: cv_publication, name: str) -> None:
        """Leave the abstract and the citation to the page *name*, which "Cite" leads to."""
        kept = [part for part in place if not isinstance(part, (cv_abstract, cv_bibtex))]
        place[:] = kept
        row = next(place.findall(cv_links))
        if row.children:
            row += cv_separator("", " · ")
        row += link_to(str(_("Cite")), docname=name, anchor=CITE, refdoc=self.env.docname)


def link_people(node: nodes.Element) -> None:
    """Lead from the names of co-authors below *node* to their addresses."""
    for name in [words for words in node.findall(cv_words) if PERSON in words["classes"]]:
        link = nodes.reference("", "", *name.children, refuri=name["address"])
        name.clear()
        name.append(link)


def name_links(place: cv_publication, number: int) -> None:
    """Let the links of a publication, of which many say "Paper", be described by its title."""
    title = next(node for node in place.findall(cv_words) if TITLE in node["classes"])
    # Short: a long list has hundreds. No heading gets an id with a line.
    title["ids"] = [f"t_{number}"]
    next(place.findall(cv_links))["title"] = f"t_{number}"


def add_badge(place: cv_publication, entry: Entry) -> None:
    """Put the short name of the venue (al-folio's ``abbr``) in the row of links.

    What folds out comes behind the links: the stylesheet alone can set it last.
    """
    if badge := flat(rich(entry.fields.get("abbr", ""))):
        row = next(place.findall(cv_links))
        row.insert(0, cv_words("", badge, classes=["cv-abbr"]))


def preview_node(env: BuildEnvironment, entry: Entry) -> Iterator[cv_preview]:
    """Yield the teaser picture of a publication, if it has one."""
    if name := picture_name(env, entry):
        yield cv_preview(address=name, width=WIDTH, height=HEIGHT)


def _without_marks(text: BaseText) -> str:
    """Return a reference as text, its authors without the marks that this CV explains."""
    if isinstance(text, Text):
        return "".join(map(_without_marks, text.parts))
    if isinstance(text, Tag) and text.name == AUTHORS:
        return re.sub("[*†‡§¶]", "", flat(text))
    return flat(text)


def parts_of(citation: Citation, *, ris: bool) -> list[nodes.Element]:
    """Return the abstract of a publication, if there is one, and how to cite it, also as RIS."""
    parts: list[nodes.Element] = []
    entry = citation.entry
    if abstract := entry.fields.get("abstract"):
        text = nodes.paragraph("", "", *rich(abstract).render(ReferenceBackend()))
        parts.append(cv_abstract("", text, summary=str(_("Abstract"))))
    reference = _without_marks(citation.formatted_entry.text)
    bibtex = to_bibtex(entry)
    cite = cv_bibtex("", text=bibtex, reference=reference, summary=str(_("Cite")))
    cite["ris"] = ris_name(citation.key) if ris else ""
    parts.append(cite)
    return parts
