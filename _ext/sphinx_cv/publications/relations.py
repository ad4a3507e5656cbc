"""Back-references: what a paper, a position or a piece of software is tied to elsewhere.

They are found from what other pages say, when the whole site is known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_cv.bibliography import words
from sphinx_cv.bibliography.facts.links import links_of
from sphinx_cv.document.citations import cite_domain, listed
from sphinx_cv.document.composing.compose import kind_label
from sphinx_cv.document.composing.rows import remove_from_row
from sphinx_cv.document.domain import SOFTWARE, CvDomain, link_to
from sphinx_cv.document.nodes import (
    cv_entry,
    cv_publication,
    cv_related,
    cv_separator,
    cv_tie,
)
from sphinx_cv.document.once import once
from sphinx_cv.l10n import _
from sphinx_cv.model.punctuation import in_brackets, space_between
from sphinx_cv.settings.kinds import kinds_of
from sphinx_cv.settings.values import printing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import Citation

    from sphinx_cv.document.records import Record
    from sphinx_cv.model.kinds import Kind

# What fits into a line of print.
SHORT = 100


@dataclass(frozen=True, slots=True)
class Relation:
    """A link to what is tied, under a label such as "Presented at"; print can do without some."""

    label: str
    text: str
    docname: str
    anchor: str
    printed: bool = True


class Ties(SphinxPostTransform):
    """Turns what talks and entries name into links: papers with their number, entries."""

    default_priority = 8

    def run(self, **_kwargs: Any) -> None:
        """Set every link of the document; what is in no list is left out."""
        places = list(self.document.findall(cv_tie))
        papers = listed(self.env) if places else {}
        records = CvDomain.of(self.env).by_name() if places else {}
        for place in places:
            to_entry = place["to"] == "entry"
            key = place["key"]
            if to_entry and (record := records.get(key)):
                place.replace_self(self._link_to_entry(record))
            elif not to_entry and (citation := papers.get(key)):
                place.replace_self(self._link_to_paper(citation))
            else:
                remove_from_row(place)

    def _link_to_entry(self, record: Record) -> nodes.Element:
        return link_to(
            record.item.label,
            docname=record.docname,
            anchor=record.anchor,
            refdoc=self.env.docname,
        )

    def _link_to_paper(self, citation: Citation) -> nodes.Element:
        label = citation.formatted_entry.label
        # A film or a thesis is no paper.
        kind = str(words.KINDS.get(citation.entry.type, ""))
        return link_to(
            f"{kind} [{label}]" if kind else str(_("Paper [%s]") % label),
            docname=citation.bibliography_key.docname,
            anchor=citation.citation_id,
            refdoc=self.env.docname,
        )


class BackReferences(SphinxPostTransform):
    """Adds to publications and entries the lines that name what is tied to them."""

    # After what folds out beside the links (6): the lines stand below that.
    default_priority = 7

    def run(self, **_kwargs: Any) -> None:
        """Add the lines, once for each builder and page."""
        self._add_to_publications()
        self._add_to_entries()
        self._add_to_software()

    def _add_to_publications(self) -> None:
        places = list(self.document.findall(cv_publication))
        relations = once(self.env, of_publications) if places else {}
        # Where space is dear, the other side alone says it, by the number of the paper.
        is_printed = printing_of(self.config).density != "compact"
        for place in places:
            lines = self._lines(relations.get(place["key"], ()))
            for line in lines:
                line["print"] &= is_printed
            place.extend(lines)

    def _add_to_entries(self) -> None:
        places = [place for place in self.document.findall(cv_entry) if place.get("key")]
        relations = once(self.env, of_entries) if places else {}
        for place in places:
            place.extend(self._lines(relations.get(place["key"], ())))

    def _add_to_software(self) -> None:
        """Name the papers of the code that a paragraph of a page of software links to."""
        places = [place for place in self.document.findall(nodes.paragraph) if place.get(SOFTWARE)]
        papers = once(self.env, papers_by_code) if places else {}
        for place in places:
            found = [paper for uri in addresses(place) for paper in papers.get(uri, ())]
            cited = {paper.key: paper for paper in found}
            relations = [_paper(citation) for citation in cited.values()]
            at = place.parent.index(place) + 1
            place.parent[at:at] = self._lines(relations)

    def _lines(self, relations: Iterable[Relation]) -> list[cv_related]:
        lines = related_lines(relations, refdoc=self.env.docname)
        for line in lines:
            line["print"] &= printing_of(self.config).references
        return lines


def of_publications(env: BuildEnvironment) -> dict[str, list[Relation]]:
    """Return what is tied to each listed publication: talks by date, then entries, software."""
    domain, kinds = CvDomain.of(env), kinds_of(env.config).entry
    relations: dict[str, list[Relation]] = defaultdict(list)
    for record in sorted(domain.records("talk"), key=_date):
        for key in record.item.publications:
            relations[key].append(_talk(record, str(_("Presented at")), env))
    for record in domain.records("entry"):
        for key in record.item.publications:
            relations[key].append(_entry(record, kinds))
    papers = once(env, papers_by_code) if domain.software else {}
    for docname in sorted(domain.software):
        for uri, text, anchor in domain.software[docname]:
            for paper in papers.get(bare_address(uri), ()):
                # In print the link to the code says it.
                label = _labeled(kind_label(kinds, "software"))
                relation = Relation(label, text, docname, anchor, printed=False)
                relations[paper.entry.key].append(relation)
    return {
        # A list can set a prefix before its keys.
        citation.key: list(dict.fromkeys(relations[citation.entry.key]))
        for citation in cite_domain(env).citations
        if citation.entry.key in relations
    }


def of_entries(env: BuildEnvironment) -> dict[str, list[Relation]]:
    """Return the talks that name each entry."""
    relations: dict[str, list[Relation]] = defaultdict(list)
    for record in sorted(CvDomain.of(env).records("talk"), key=_date):
        for name in record.item.entries:
            relations[name].append(_talk(record, _labeled(_("Talks")), env))
    return relations


def related_lines(relations: Iterable[Relation], *, refdoc: str) -> list[cv_related]:
    """Return a line for each label, with its links."""
    by_label: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        by_label[relation.label].append(relation)
    lines = []
    for label, same in by_label.items():
        line = cv_related("", translatable=False)
        line += nodes.Text(f"{label}{space_between(label, same[0].text)}")
        for number, relation in enumerate(same):
            if number:
                line += cv_separator("", " · ")
            line += link_to(
                relation.text, docname=relation.docname, anchor=relation.anchor, refdoc=refdoc
            )
        is_short = len(line.astext()) <= SHORT
        line["print"] = is_short and any(relation.printed for relation in same)
        lines.append(line)
    return lines


def papers_by_code(env: BuildEnvironment) -> dict[str, list[Citation]]:
    """Return the listed publications by the address of their code."""
    papers: dict[str, list[Citation]] = defaultdict(list)
    for citation in listed(env).values():
        for link in links_of(citation.entry)[0]:
            if link.label == "code":
                papers[bare_address(link.url)].append(citation)
    return papers


def addresses(node: nodes.Element) -> list[str]:
    """Return the addresses that a text links to, bare."""
    return [
        bare_address(link["refuri"]) for link in node.findall(nodes.reference) if link.get("refuri")
    ]


def bare_address(address: str) -> str:
    """Return an address without the parts that do not distinguish it."""
    return re.sub("^https?://", "", address.casefold()).rstrip("/").removesuffix(".git")


def _talk(record: Record, label: str, env: BuildEnvironment) -> Relation:
    dates = record.item.dates
    upcoming = in_brackets(str(_("upcoming")), env.config.language)
    ahead = upcoming if dates and dates.expected else ""
    return Relation(label, record.where + ahead, record.docname, record.anchor)


def _entry(record: Record, kinds: Mapping[str, Kind]) -> Relation:
    label = _labeled(kind_label(kinds, record.item.kind))
    return Relation(label, record.item.label, record.docname, record.anchor)


def _paper(citation: Citation) -> Relation:
    number = f"[{citation.formatted_entry.label}]"
    docname = citation.bibliography_key.docname
    anchor = citation.citation_id
    return Relation(_labeled(_("Papers")), number, docname, anchor, printed=False)


def _labeled(label: object) -> str:
    # French has a space before a colon.
    return str(_("%s:")) % label


def _date(record: Record) -> tuple[object, ...]:
    return record.item.dates.sort_key if record.item.dates else ()
