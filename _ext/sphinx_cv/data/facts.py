"""The public facts of a CV, as all formats read them: plain data, in the order of the pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sphinx_cv.bibliography.people.owner import OwnerNames, names_of
from sphinx_cv.document.citations import listed
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.sections import below_home
from sphinx_cv.model.languages import tag_of
from sphinx_cv.output.address import public_address
from sphinx_cv.publications.arrange import references_of
from sphinx_cv.publications.page_name import pages_of_publications
from sphinx_cv.settings.dates import today_of
from sphinx_cv.settings.kinds import kinds_of
from sphinx_cv.settings.values import profile_of

from .csl import authors_of
from .works import csl_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from pybtex.database import Entry
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.bibliography.reference.style import References
    from sphinx_cv.document.records import Record
    from sphinx_cv.model.kinds import Kinds
    from sphinx_cv.model.profile import Profile


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A page: its title, its entries and talks, its place in the site.

    ``address`` is empty where that of the site is not known.
    """

    docname: str
    title: str
    records: tuple[Record, ...]
    uri: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A listed publication: its number without brackets, and the page that shows it.

    ``csl`` is its item of CSL-JSON, which several formats start from; ``references`` is what its
    printed form depends on. ``uri`` is relative to the site, ``address`` is empty where that of the
    site is not known.
    """

    key: str
    entry: Entry
    csl: Mapping[str, Any]
    references: References
    number: str
    uri: str = ""
    address: str = ""

    @cached_property
    def authors(self) -> str:
        """Who wrote it, as its reference says it."""
        return authors_of(self.entry, self.references)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All public facts.

    ``base`` is the address of the site with a slash at its end, empty where it is not known;
    ``language`` is a BCP 47 tag. ``sections`` begin with the home page. ``files`` are the files
    of data beside the pages, each with what it is.
    """

    profile: Profile
    language: str
    base: str
    today: dt.date
    kinds: Kinds
    sections: tuple[Section, ...]
    papers: tuple[Paper, ...]
    files: tuple[tuple[str, str], ...] = ()

    def records(self, objtype: str = "") -> Iterator[Record]:
        """Yield the entries and talks, or those of one type, in the order of the pages."""
        for section in self.sections:
            for record in section.records:
                if objtype in ("", record.objtype):
                    yield record

    def uri(self, record: Record) -> str:
        """Return the place of an item in the site."""
        return f"{self._pages[record.docname].uri.partition('#')[0]}#{record.anchor}"

    def address(self, record: Record) -> str:
        """Return the address of an item on the site, ``""`` where that is not known."""
        page = self._pages[record.docname].address
        return f"{page}#{record.anchor}" if page else ""

    def file(self, name: str) -> str:
        """Return the address of a file of the site, ``""`` where that is not known."""
        return f"{self.base}{name}" if self.base else ""

    @cached_property
    def _pages(self) -> dict[str, Section]:
        return {section.docname: section for section in self.sections}

    @cached_property
    def owner(self) -> OwnerNames:
        """The forms of the owner's name."""
        return names_of(self.profile.name, self.profile.aliases)


def facts_of(builder: Builder, files: Iterable[tuple[str, str]] = ()) -> Facts:
    """Return the public facts of the website that *builder* writes.

    *files* are the files of data beside its pages, each with what it is.
    """
    env, config = builder.env, builder.config
    return Facts(
        profile=profile_of(config),
        language=tag_of(config.language),
        base=base_of(builder),
        today=today_of(config),
        kinds=kinds_of(config),
        sections=tuple(section_of(builder, docname) for docname in pages_in_order(env)),
        papers=tuple(_papers(builder, pages_of_publications(builder))),
        files=tuple(files),
    )


def base_of(builder: Builder) -> str:
    """Return the address of the site with a slash at its end, ``""`` where it is not known."""
    return public_address(builder, "")


def section_of(builder: Builder, docname: str) -> Section:
    """Return what a page says."""
    env = builder.env
    return Section(
        docname=docname,
        title=env.titles[docname].astext() if docname in env.titles else "",
        records=tuple(CvDomain.of(env).by_document.get(docname, ())),
        uri=(uri := builder.get_target_uri(docname)),
        address=public_address(builder, uri),
    )


def _papers(builder: Builder, pages: Mapping[str, str]) -> Iterator[Paper]:
    """Yield the listed publications in the order of their numbers."""
    references = references_of(builder.env)
    # The last list is the first there, so that the first wins.
    for key, citation in reversed(listed(builder.env).items()):
        docname = citation.bibliography_key.docname
        uri = builder.get_target_uri(pages.get(key, docname)).partition("#")[0]
        address = public_address(builder, uri)
        anchor = "" if key in pages else f"#{citation.citation_id}"
        yield Paper(
            key=key,
            entry=citation.entry,
            csl=csl_of(builder.env, citation.entry),
            references=references,
            number=citation.formatted_entry.label,
            uri=f"{uri}{anchor}",
            address=f"{address}{anchor}" if address else "",
        )


def pages_in_order(env: BuildEnvironment) -> list[str]:
    """Return the documents in the order of the toctrees, those of none at the end."""
    found = [env.config.root_doc, *below_home(env)]
    return [*found, *sorted(env.found_docs - {*found})]
