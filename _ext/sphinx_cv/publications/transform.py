"""Sets the publication lists, and the links to publications, once their numbers are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from pybtex_docutils import Backend
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex.directives import BibliographyKey
from sphinxcontrib.bibtex.nodes import bibliography

from sphinx_cv.bibliography.links import LABELS, links_of
from sphinx_cv.bibliography.marks import MARKS, author_marks
from sphinx_cv.bibliography.owner import OwnerNames
from sphinx_cv.bibliography.style import (
    AUTHOR,
    AUTHORS,
    COLLABORATION,
    NAME,
    STYLE,
    TITLE,
    named_persons,
)
from sphinx_cv.bibliography.text import MATH
from sphinx_cv.document.citations import cite_domain, labels
from sphinx_cv.document.compose import links_row
from sphinx_cv.document.nodes import (
    cv_group,
    cv_label,
    cv_legend,
    cv_owner,
    cv_publication,
    cv_publications,
    cv_reference,
    cv_rest,
    cv_rest_count,
    cv_separator,
    cv_web,
    cv_words,
)
from sphinx_cv.l10n import _
from sphinx_cv.math.safety import math_problem
from sphinx_cv.math.transform import as_text
from sphinx_cv.settings.values import profile_of

from .arrange import arrangement_of, group_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pybtex.database import Entry
    from sphinxcontrib.bibtex.directives import BibliographyValue
    from sphinxcontrib.bibtex.domain import Citation

# So few publications need no field to filter them.
_AT_A_GLANCE = 2

LEGENDS = {
    "*": _("equal contribution"),
    "†": _("corresponding author"),
    "‡": _("supervising author"),
}


class ReferenceBackend(Backend):
    """Renders a formatted entry, its parts as inline nodes of their class.

    ``owners`` are the places of the owner among the authors, ``hidden`` those of the authors
    that a list does not show; ``url`` is the title's link.
    """

    def __init__(
        self, *, owners: Iterable[int] = (), hidden: Collection[int] = (), url: str = ""
    ) -> None:
        super().__init__()
        self._owners = {f"{NAME}{place}" for place in owners}
        self._hidden = {f"{AUTHOR}{place}" for place in hidden}
        self._url = url

    def format_tag(self, tag_name: str, text: list[nodes.Node]) -> list[nodes.Node]:
        """Return the nodes of a part."""
        if tag_name == MATH:
            latex = "".join(node.astext() for node in text)
            math = nodes.math(latex, latex)
            return [as_text(math) if math_problem(latex) else math]
        if not tag_name.startswith("cv-"):
            return super().format_tag(tag_name, text)
        if tag_name in self._owners:
            return [cv_owner("", "", *text)]
        if tag_name in self._hidden:
            return [cv_rest("", "", *text)]
        if tag_name.startswith((AUTHOR, NAME)):
            return text
        if tag_name == AUTHORS and self._hidden:
            ends = len(text) - any(
                isinstance(node, cv_words) and COLLABORATION in node["classes"]
                for node in text[-1:]
            )
            text.insert(ends, cv_rest_count("", " " + _more_authors(len(self._hidden))))
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
            key = BibliographyKey(docname=place["docname"], id_=place["ids"][0])
            value = domain.bibliographies[key]
            if value.style == STYLE:
                made = self._lists(key, value)
                # Links go to where the list starts, be it empty.
                first = next(
                    (node for node in made if isinstance(node, cv_publications)), nodes.target()
                )
                first["ids"] = list(place["ids"])
                place.replace_self(made or [first])

    def _lists(self, key: BibliographyKey, value: BibliographyValue) -> list[nodes.Element]:
        """Return the list, or a heading and a list for each group, and the legend."""
        citations = [cit for cit in cite_domain(self.env).citations if cit.bibliography_key == key]
        arrangement = arrangement_of(self.env, key)
        profile = profile_of(self.config)
        owner = OwnerNames(profile.name, profile.aliases)
        numbers = labels(self.env)
        shown = [f"[{numbers[cit.key]}]" for cit in citations if cit.key in numbers]
        made: list[nodes.Element] = []
        headings: list[str] | None = None
        for citation in citations:
            titles = [group_title(group, citation.entry) for group in arrangement.groups]
            if titles != headings:
                same = _common(titles, headings or [])
                made += [
                    cv_group("", titles[depth], group=arrangement.groups[depth], depth=depth)
                    for depth in range(same, len(titles))
                ]
                items = cv_publications(
                    docname=key.docname, longlabel=max(shown, key=len, default="")
                )
                made.append(items)
                headings = titles
            items += publication_node(
                citation,
                label=numbers.get(citation.key, ""),
                # The copy: a page may be resolved more than once.
                ids=list(value.citation_nodes[citation.key]["ids"]),
                owner=owner,
                max_authors=arrangement.max_authors,
            )
        if arrangement.filterable and len(citations) > _AT_A_GLANCE:
            made[0]["filter"] = len(citations)
        return [*made, *legend_of(citation.entry for citation in citations)]


def legend_of(entries: Iterable[Entry]) -> list[cv_legend]:
    """Return what the marks at the authors of *entries* mean, as far as there are any."""
    found = {mark for entry in entries for marks in author_marks(entry) for mark in marks}
    meanings = [f"{mark} {LEGENDS[mark]}" for mark in MARKS.values() if mark in found]
    return [cv_legend("", ", ".join(meanings))] if meanings else []


def publication_node(
    citation: Citation, *, label: str, ids: list[str], owner: OwnerNames, max_authors: int = 0
) -> cv_publication:
    """Return the node of a publication: its label, its reference and its links."""
    entry = citation.entry
    links, _problems = links_of(entry)
    authors = named_persons(entry)
    owners = owner.places_in(authors)
    rest = list(enumerate(authors))[max_authors:] if max_authors else ()
    hidden = [at for at, person in rest if at not in owners and str(person) != "others"]
    if len(hidden) == 1:
        # "+ 1 authors" is as long as the name.
        hidden = []
    backend = ReferenceBackend(owners=owners, hidden=hidden, url=links[0].url if links else "")
    reference = cv_reference("", "", translatable=False)
    if label:
        reference += [cv_label("", f"[{label}]"), cv_separator("", " ")]
    reference += citation.formatted_entry.text.render(backend)
    row = links_row(nodes.reference("", str(LABELS[link.label]), refuri=link.url) for link in links)
    row["print"] = True
    if links:
        # In print the title is the first link: the row has the others.
        row[:2] = [cv_web("", "", *row[:2])]
    item = cv_publication("", reference, row, label=f"[{label}]" if label else "")
    item["ids"] = ids
    item["key"] = citation.key
    item["docname"] = citation.bibliography_key.docname
    return item


def _more_authors(number: int) -> str:
    return str(_("+ %d authors") % number)


def _common(titles: list[str], others: list[str]) -> int:
    """Return how many titles at the start of both lists are the same."""
    same = 0
    for title, other in zip(titles, others, strict=False):
        if title != other:
            break
        same += 1
    return same
