"""Which pages are out of date because facts on other pages have changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sphinx_cv.document.citations import cite_domain
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.document.once import once
from sphinx_cv.document.sections import has_whole, sections
from sphinx_cv.settings.dates import today_of
from sphinx_cv.settings.values import printing_of

from .long_pages import long_pages
from .offers import has_publications, has_talks_of_a_day
from .previews import picture_name
from .relations import of_publications

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_cv.document.records import Record


def stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that show facts of other pages which have changed (``env-updated``)."""
    domain = CvDomain.of(env)
    cite = cite_domain(env)
    frame = frame_of(env)
    citations = digest_of(
        f"{cit.key} {cit.bibliography_key.docname} {cit.citation_id} "
        f"{cite.bibliographies[cit.bibliography_key].list_} "
        f"{cit.formatted_entry.label} {cit.formatted_entry.text!r}{picture_name(env, cit.entry)}"
        for cit in cite.citations
    )
    records = digest_of(
        f"{record.docname} {record.anchor} {record.item!r} "
        f"{hashlib.sha256(record.head).hexdigest()}"
        for record in domain.records()
    )
    software = digest_of(f"{docname} {links}" for docname, links in sorted(domain.software.items()))
    items = citations + records + software
    citing = {ref.docname for ref in cite.citation_refs}
    # A list of publications names what is tied to each, and nothing of other talks.
    listing = {key.docname for key in cite.bibliographies}
    ties = digest_of(f"{key} {tied}" for key, tied in once(env, of_publications).items())
    named = domain.by_name()
    stale = []
    for docname in sorted(env.found_docs):
        # The data of the home page is about the owner, and all that they did.
        if docname in domain.dependents or docname == env.config.root_doc:
            depends = items
        elif docname in listing:
            depends = citations + ties
        else:
            depends = citations if docname in citing else ""
        day = str(today_of(env.config)) if domain.dependents.get(docname) else ""
        digest = frame + depends + _targets(env, docname, named) + day
        # The builders share what is read: the PDF may have been made since the last website.
        shown = domain.shown.setdefault(docname, {})
        if shown.get(app.builder.name) != digest:
            shown[app.builder.name] = digest
            stale.append(docname)
    return stale


def frame_of(env: BuildEnvironment) -> str:
    """Return a digest of the facts on every page.

    They are the list of sections and which of them are long, the links to files of data, and the
    day at the foot.
    """
    offers = f"{has_publications(env)} {has_talks_of_a_day(env)}"
    day = str(today_of(env.config)) if printing_of(env.config).updated is True else ""
    shown = (env.titles[env.config.root_doc].astext(), str(has_whole(env)), *sections(env))
    long = sorted(once(env, long_pages))
    return digest_of((offers, day, *map(str, shown), "", *long))


def _targets(env: BuildEnvironment, docname: str, named: Mapping[str, Record]) -> str:
    """Return a digest of what the references of a page lead to, and of the text they show."""
    std = env.domains.standard_domain
    return digest_of(
        f"{name} {std.labels.get(name)} {std.anonlabels.get(name)}"
        + (
            f" {record.objtype} {record.docname} {record.anchor} {record.item.label}"
            if record
            else ""
        )
        for name in CvDomain.of(env).mentions.get(docname, ())
        for record in [named.get(name)]
    )


def digest_of(parts: Iterable[str]) -> str:
    """Return a digest of texts in their order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
