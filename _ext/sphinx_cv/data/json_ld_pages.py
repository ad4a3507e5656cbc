"""Which JSON-LD each page of the website has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_cv.bibliography.people.owner import OwnerNames, names_of
from sphinx_cv.document.citations import cite_domain, listed
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.nodes import cv_entry, cv_header, cv_legend, cv_publication, cv_related
from sphinx_cv.document.once import once
from sphinx_cv.model.items import Talk
from sphinx_cv.model.languages import tag_of
from sphinx_cv.output.address import public_address
from sphinx_cv.publications.page_name import pages_of_publications
from sphinx_cv.settings.values import exports_of, profile_of

from . import json_ld
from .facts import base_of, pages_in_order, section_of
from .json_ld_works import in_short, work
from .values import clean
from .works import csl_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pybtex.database import Entry
    from sphinx.builders import Builder

    from sphinx_cv.document.records import Record

    Node = dict[str, Any]

# What of a page is in other nodes, or speaks of the page itself.
_TOLD = (cv_entry, cv_header, cv_legend, cv_publication, cv_related)


def page_data(
    builder: Builder, pagename: str, doctree: nodes.document | None, *, image: str = ""
) -> str:
    """Return the data of a document of the website; *image* is the address of the portrait."""
    if not exports_of(builder.config).jsonld or pagename not in builder.env.found_docs:
        return ""
    profile, base = profile_of(builder.config), base_of(builder)
    language = tag_of(builder.config.language)
    text = "\n".join(_prose(doctree)) if doctree is not None else ""
    if pagename == builder.config.root_doc:
        domain = CvDomain.of(builder.env)
        records = (
            record
            for docname in pages_in_order(builder.env)
            for record in domain.by_document.get(docname, ())
        )
        return json_ld.script(
            [
                json_ld.profile_page(base=base, language=language, text=text),
                json_ld.owner(profile, records, base=base, image=image),
            ]
        )
    section = section_of(builder, pagename)
    page = json_ld.page(
        section.title,
        base=base,
        address=section.address,
        language=language,
        text=text,
        parts=_works(builder, pagename),
    )
    items = _items(builder, section.records)
    return json_ld.script([page, json_ld.owner_in_short(profile, base), *items])


def publication_data(builder: Builder, entry: Entry, pagename: str, owner: OwnerNames) -> str:
    """Return the data of the page of a publication."""
    if not exports_of(builder.config).jsonld:
        return ""
    base = base_of(builder)
    address = public_address(builder, builder.get_target_uri(pagename))
    node = work(entry, csl_of(builder.env, entry), owner, base=base, address=address)
    return json_ld.script([node, json_ld.owner_in_short(profile_of(builder.config), base)])


def _items(builder: Builder, records: tuple[Record, ...]) -> Iterator[Node]:
    """Yield the talks and the software of a page."""
    base = base_of(builder)
    papers, pages = once(builder.env, listed), pages_of_publications(builder)
    for record in records:
        item = record.item
        page = public_address(builder, builder.get_target_uri(record.docname))
        address = f"{page}#{record.anchor}" if page else ""
        if isinstance(item, Talk):
            works = [
                _in_short(builder, papers[key].entry, pages.get(key, ""))
                for key in item.publications
                if key in papers
            ]
            yield json_ld.event(record, item, base=base, address=address, works=works)
        elif item.kind == "software":
            yield json_ld.software(record, base=base, address=address)


def _works(builder: Builder, pagename: str) -> Iterator[Node]:
    """Yield the publications that a page lists: a reference, where each has its own page."""
    profile, pages = profile_of(builder.config), pages_of_publications(builder)
    owner = names_of(profile.name, profile.aliases)
    base = base_of(builder)
    for citation in cite_domain(builder.env).citations:
        if citation.bibliography_key.docname != pagename:
            continue
        if page := pages.get(citation.key):
            # That page tells the rest; where the site has no address, nothing leads there.
            yield {"@id": public_address(builder, builder.get_target_uri(page))}
        else:
            uri = builder.get_target_uri(pagename)
            address = public_address(builder, uri)
            address = f"{address}#{citation.citation_id}" if address else ""
            item = csl_of(builder.env, citation.entry)
            yield work(citation.entry, item, owner, base=base, address=address)


def _in_short(builder: Builder, entry: Entry, page: str) -> Node:
    address = public_address(builder, builder.get_target_uri(page)) if page else ""
    return in_short(csl_of(builder.env, entry), address=address, url=address)


def _prose(node: nodes.Element) -> Iterator[str]:
    """Yield the paragraphs of a page that stand in none of its entries and lists."""
    for child in node.children:
        if isinstance(child, (nodes.paragraph, nodes.term)) and not isinstance(child, _TOLD):
            text = clean(child.astext())
            if text and "cv-more" not in child["classes"]:
                yield text
        elif isinstance(child, nodes.Element) and not isinstance(child, (*_TOLD, nodes.Invisible)):
            yield from _prose(child)
