"""Sets the publication lists, and the links to publications, once their numbers are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from pybtex_docutils import Backend
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex.directives import BibliographyKey
from sphinxcontrib.bibtex.nodes import bibliography

from sphinx_cv.bibliography.facts.work import Work
from sphinx_cv.bibliography.fields import ROLES
from sphinx_cv.bibliography.people.owner import OwnerNames, names_of
from sphinx_cv.bibliography.reference.people import AUTHOR, COLLABORATION, NAME, OTHERS
from sphinx_cv.bibliography.reference.style import AUTHORS, LANGUAGE, STYLE, TITLE
from sphinx_cv.bibliography.tex.text import MATH
from sphinx_cv.document.citations import cite_domain, labels
from sphinx_cv.document.composing.rows import links_row
from sphinx_cv.document.nodes import (
    cv_foreign,
    cv_group,
    cv_label,
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
from sphinx_cv.model.options.references import ReferenceOptions
from sphinx_cv.settings.values import profile_of
from sphinx_cv.source.addresses import is_local

from .arrange import arrangement_of, heading_of, numbers_of
from .files import link_node, local_links
from .legend import legend_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pybtex.database import Entry
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.directives import BibliographyValue
    from sphinxcontrib.bibtex.domain import Citation

    from sphinx_cv.model.items import Link

# The class of a name that has an address.
PERSON = "cv-person"
# So few publications need no field to filter them.
_AT_A_GLANCE = 2
# Below more, what the marks mean would be out of sight where they begin.
_LEGEND_BELOW = 20


class ReferenceBackend(Backend):
    """Renders a formatted entry, its parts as inline nodes of their class.

    ``owners`` are the tags of the owner's names, ``hidden`` the places of the authors that a
    list does not show; ``url`` is the title's link; ``people`` are the addresses of those who
    have one, by the tags of their names.
    """

    def __init__(
        self,
        *,
        owners: Collection[str] = (),
        hidden: Collection[int] = (),
        url: str = "",
        people: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._owners = owners
        self._hidden = {f"{AUTHOR}{place}" for place in hidden}
        self._url = url
        self._people = people or {}

    def format_tag(self, tag_name: str, text: list[nodes.Node]) -> list[nodes.Node]:
        """Return the nodes of a part."""
        if tag_name == MATH:
            latex = "".join(node.astext() for node in text)
            math = nodes.math(latex, latex)
            return [as_text(math) if math_problem(latex) else math]
        if not tag_name.startswith("cv-"):
            return super().format_tag(tag_name, text)
        if tag_name.startswith(LANGUAGE):
            return [cv_foreign("", "", *text, language=tag_name.removeprefix(LANGUAGE))]
        if tag_name.startswith((AUTHOR, NAME)):
            return self._person(tag_name, text)
        if tag_name == AUTHORS and self._hidden:
            ends = len(text) - any(
                isinstance(node, cv_words) and COLLABORATION in node["classes"]
                for node in text[-1:]
            )
            text.insert(ends, cv_rest_count("", " " + _more_authors(len(self._hidden))))
        if tag_name == TITLE and self._url:
            text = [nodes.reference("", "", *text, refuri=self._url)]
        return [cv_words("", "", *text, classes=[tag_name])]

    def _person(self, tag_name: str, text: list[nodes.Node]) -> list[nodes.Node]:
        """Return the nodes of a name, or of an author with what stands around the name."""
        if tag_name in self._owners:
            return [cv_owner("", "", *text)]
        if tag_name in self._hidden:
            return [cv_rest("", "", *text)]
        if tag_name in self._people:
            return [cv_words("", "", *text, classes=[PERSON], address=self._people[tag_name])]
        return text

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
                first["ids"], place["ids"] = place["ids"], []
                place.replace_self(made or [first])

    def _lists(self, key: BibliographyKey, value: BibliographyValue) -> list[nodes.Element]:
        """Return the list, or a heading and a list for each group, and the legend."""
        ranks = {
            rank: citation
            for rank, citation in enumerate(cite_domain(self.env).citations)
            if citation.bibliography_key == key
        }
        citations = [*ranks.values()]
        arrangement = arrangement_of(self.env, key)
        profile = profile_of(self.config)
        owner = names_of(profile.name, profile.aliases)
        people = people_of(self.config)
        numbers = numbers_of(arrangement, self.config)
        numbered = {} if numbers == "none" else labels(self.env)
        made: list[nodes.Element] = []
        headings: list[str] | None = None
        for rank, citation in ranks.items():
            titles = [heading_of(group, citation.entry) for group in arrangement.groups]
            if titles != headings:
                same = _common(titles, headings or [])
                made += [
                    cv_group("", titles[depth], group=arrangement.groups[depth], depth=depth)
                    for depth in range(same, len(titles))
                ]
                items = cv_publications(docname=key.docname)
                items["selected"] = arrangement.form == "selected" and not arrangement.numbers
                made.append(items)
                headings = titles
            item = publication_node(
                citation,
                label=numbered.get(citation.key, ""),
                # The copy: a page may be resolved more than once.
                ids=list(value.citation_nodes[citation.key]["ids"]),
                owner=owner,
                links=local_links(self.env, citation.entry)[0],
                env=self.env,
                max_authors=arrangement.max_authors,
                people=people,
            )
            # For variants, which number anew.
            item["rank"], item["prefix"] = rank, value.labelprefix
            item["numbers"] = numbers
            items += item
        if arrangement.form == "whole" and len(citations) > _AT_A_GLANCE:
            made[0]["filter"] = len(citations)
        options = ReferenceOptions.read(self.config.cv_references)
        legend = legend_of([citation.entry for citation in citations], options)
        if len(citations) <= _LEGEND_BELOW:
            return [*made, *legend]
        for above in legend:
            above["above"] = True
        return [*legend, *made]


def owners_in(entry: Entry, owner: OwnerNames) -> set[str]:
    """Return the tags of the names that are the owner's, in whatever part of the reference."""
    return {
        f"{NAME}{role}-{place}"
        for role in ROLES
        for place in owner.places_in(entry.persons.get(role, ()))
    }


def people_of(config: Config) -> list[tuple[OwnerNames, str]]:
    """Return the people of ``cv_people``: what knows their names, and their address."""
    return [(names_of(name), address) for name, address in config.cv_people.items()]


def people_in(entry: Entry, people: Iterable[tuple[OwnerNames, str]]) -> dict[str, str]:
    """Return the addresses of the *people* in an entry, by the tags of their names."""
    return {tag: address for names, address in people for tag in owners_in(entry, names)}


def publication_node(
    citation: Citation,
    *,
    label: str,
    ids: list[str],
    owner: OwnerNames,
    links: list[Link],
    env: BuildEnvironment,
    max_authors: int = 0,
    people: Iterable[tuple[OwnerNames, str]] = (),
) -> cv_publication:
    """Return the node of a publication: its label, its reference and its *links*."""
    entry = citation.entry
    owners = owners_in(entry, owner)
    role = Work(entry).heads() if max_authors else ""
    rest = list(enumerate(entry.persons.get(role, ())))[max_authors:]
    hidden = [
        at for at, person in rest if f"{NAME}{role}-{at}" not in owners and str(person) != OTHERS
    ]
    if len(hidden) == 1:
        # "+ 1 authors" is as long as the name.
        hidden = []
    # A file of one's own is beside the paper; in print it may be nowhere.
    title_url = links[0].url if links and not is_local(links[0].url) else ""
    backend = ReferenceBackend(
        owners=owners, hidden=hidden, url=title_url, people=people_in(entry, people)
    )
    reference = cv_reference("", "", translatable=False)
    if label:
        reference += [cv_label("", f"[{label}]"), cv_separator("", " ")]
    reference += citation.formatted_entry.text.render(backend)
    row = links_row(link_node(link, env) for link in links)
    row["print"] = True
    if title_url:
        # In print the title is the first link: the row has the others.
        row[:2] = [cv_web("", "", *row[:2])]
    item = cv_publication("", reference, row, label=f"[{label}]" if label else "")
    item["ids"] = ids
    item["links"] = [link.label for link in links]
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
