"""Sets the publication lists, and the links to publications, once their numbers are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from pybtex_docutils import Backend
from sphinx.addnodes import pending_xref
from sphinx.locale import get_translation
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex.nodes import bibliography

from ..compose import CATALOG, links_row
from ..config import profile_of
from ..formulas import as_text, unsafe_words
from ..nodes import (
    cv_label,
    cv_legend,
    cv_owner,
    cv_publication,
    cv_publication_ref,
    cv_publications,
    cv_reference,
    cv_separator,
    cv_web,
    cv_words,
)
from .links import LABELS, links_of
from .marks import MARKS, author_marks
from .names import OwnerNames
from .style import AUTHOR, SEPARATOR, STYLE, TITLE
from .tex import MATH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.directives import BibliographyValue
    from sphinxcontrib.bibtex.domain import BibtexDomain, Citation

_ = get_translation(CATALOG)

LEGENDS = {
    "*": _("equal contribution"),
    "†": _("corresponding author"),
    "‡": _("supervising author"),
}


class ReferenceBackend(Backend):
    """Renders a formatted entry, its parts as inline nodes of their class.

    ``owners`` are the places of the owner among the authors; ``url`` is the title's link.
    """

    def __init__(self, owners: Sequence[int], url: str) -> None:
        super().__init__()
        self._owners = {f"{AUTHOR}{place}" for place in owners}
        self._url = url

    def format_tag(self, tag_name: str, text: list[nodes.Node]) -> list[nodes.Node]:
        """Return the node of a part."""
        if tag_name == MATH:
            latex = "".join(node.astext() for node in text)
            math = nodes.math(latex, latex)
            return [as_text(math) if unsafe_words(latex) else math]
        if not tag_name.startswith("cv-"):
            return super().format_tag(tag_name, text)
        if tag_name in self._owners:
            return [cv_owner("", "", *text)]
        if tag_name.startswith(AUTHOR):
            return text
        if tag_name == SEPARATOR:
            return [cv_words("", "", *text, classes=[SEPARATOR])]
        if tag_name == TITLE and self._url:
            text = [nodes.reference("", "", *text, refuri=self._url)]
        return [cv_words("", "", *text, classes=[tag_name])]

    def format_href(
        self, url: str, text: list[nodes.Node], external: bool = False
    ) -> list[nodes.Node]:
        """Return the text alone: the title is a link as a whole."""
        return text


class PublicationLists(SphinxPostTransform):
    """Replaces the bibliographies of our style by lists of our nodes.

    It runs before sphinxcontrib-bibtex's own transform (priority 5), which appends to nodes
    that it keeps, and whose citations LaTeX moves to the end of the document.
    """

    default_priority = 4

    def run(self, **_kwargs: Any) -> None:
        """Set every list of the document."""
        domain = cite_domain(self.env)
        for place in list(self.document.findall(bibliography)):
            key = (place["docname"], place["ids"][0])
            value = next(v for k, v in domain.bibliographies.items() if tuple(k) == key)
            if value.style != STYLE:
                continue
            citations = [cit for cit in domain.citations if tuple(cit.bibliography_key) == key]
            place.replace_self(self._list(citations, value, place))

    def _list(
        self, citations: list[Citation], value: BibliographyValue, place: nodes.Element
    ) -> list[nodes.Node]:
        profile = profile_of(self.config)
        owner = OwnerNames(profile.name, profile.aliases)
        numbers = labels(self.env)
        items = cv_publications(ids=place["ids"], docname=place["docname"], list=value.list_)
        for citation in citations:
            # The copy: a page may be resolved more than once.
            ids = list(value.citation_nodes[citation.key]["ids"])
            label = numbers.get(citation.key, "")
            items += self._publication(citation, label, ids, owner)
        shown = [f"[{numbers[cit.key]}]" for cit in citations if cit.key in numbers]
        items["longlabel"] = max(shown, key=len, default="")
        found = {mark for cit in citations for marks in author_marks(cit.entry) for mark in marks}
        legend = [f"{mark} {LEGENDS[mark]}" for mark in MARKS.values() if mark in found]
        return [items, cv_legend("", ", ".join(legend))] if legend else [items]

    def _publication(
        self, citation: Citation, label: str, ids: list[str], owner: OwnerNames
    ) -> cv_publication:
        entry = citation.entry
        links, _problems = links_of(entry)
        authors = entry.persons.get("author", [])
        backend = ReferenceBackend(
            [place for place, person in enumerate(authors) if owner.includes(person)],
            links[0].url if links else "",
        )
        reference = cv_reference("", "", translatable=False)
        if label:
            reference += [cv_label("", f"[{label}]"), cv_separator("", " ")]
        reference += citation.formatted_entry.text.render(backend)
        row = links_row(
            nodes.reference("", str(LABELS[link.label]), refuri=link.url) for link in links
        )
        row["print"] = True
        if links:
            # In print the title is the first link: the row has the others.
            row[:2] = [cv_web("", "", *row[:2])]
        item = cv_publication("", reference, row, label=f"[{label}]" if label else "")
        item["ids"] = ids
        item["docname"] = citation.bibliography_key.docname
        return item


class PublicationReferences(SphinxPostTransform):
    """Turns the publication keys of talks and entries into links with the number."""

    default_priority = 8

    def run(self, **_kwargs: Any) -> None:
        """Set every link of the document; a key that is in no list is left out."""
        places = list(self.document.findall(cv_publication_ref))
        if not places:
            return
        targets = listed(self.env)
        for place in places:
            citation = targets.get(place["key"])
            if citation is None:
                place.parent.remove(place)
                continue
            text = nodes.inline("", _("Paper [%s]") % citation.formatted_entry.label)
            place.replace_self(
                pending_xref(
                    "",
                    text,
                    refdomain="cv",
                    reftype="publication",
                    reftarget=citation.citation_id,
                    refexplicit=True,
                    refdoc=self.env.docname,
                    docname=citation.bibliography_key.docname,
                )
            )


def cite_domain(env: BuildEnvironment) -> BibtexDomain:
    """Return sphinxcontrib-bibtex's domain."""
    return cast("BibtexDomain", env.domains["cite"])


def listed(env: BuildEnvironment) -> dict[str, Citation]:
    """Return, for each key, its citation in the list that ``{cite}`` refers to."""
    domain = cite_domain(env)
    return {
        citation.key: citation
        for citation in reversed(domain.citations)
        if domain.bibliographies[citation.bibliography_key].list_ == "citation"
    }


def labels(env: BuildEnvironment) -> dict[str, str]:
    """Return the label of each key, which is the same in every list."""
    return {key: citation.formatted_entry.label for key, citation in listed(env).items()}
