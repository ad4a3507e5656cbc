"""A page for each publication, with what Google Scholar reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from pybtex.richtext import Tag, Text
from sphinx.util.docutils import new_document
from sphinx.util.osutil import relative_uri

from sphinx_cv.bibliography.people.owner import names_of
from sphinx_cv.bibliography.reference.style import (
    AUTHORS,
    TITLE,
    VENUE,
    Reference,
    in_language,
    title_of,
)
from sphinx_cv.bibliography.tex.text import flat
from sphinx_cv.data.json_ld_pages import publication_data
from sphinx_cv.document.builders import PAGED_WEBSITES
from sphinx_cv.document.citations import listed
from sphinx_cv.document.composing.rows import links_row
from sphinx_cv.document.domain import link_to
from sphinx_cv.document.files import DOWNLOADS
from sphinx_cv.document.nodes import cv_bibtex
from sphinx_cv.document.once import once
from sphinx_cv.l10n import _
from sphinx_cv.output.files import remove_or_tell
from sphinx_cv.publications.arrange import references_of
from sphinx_cv.publications.files import link_node, local_links
from sphinx_cv.publications.legend import legend_of
from sphinx_cv.publications.page_name import FOLDER, page_name, pages_of_publications
from sphinx_cv.publications.relations import of_publications, related_lines
from sphinx_cv.publications.transform import (
    ReferenceBackend,
    owners_in,
    people_in,
    people_of,
)
from sphinx_cv.settings.values import exports_of, profile_of

from .parts import CITE, link_people, parts_of
from .scholar import metatags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pybtex.richtext import BaseText
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinxcontrib.bibtex.domain import Citation

    from sphinx_cv.publications.relations import Relation

# So many pages are prepared as one document: Sphinx goes through each dozens of times.
_TOGETHER = 50
# The class of the way back, which no other page has.
BACK = "cv-back"


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield a page for each listed publication (``html-collect-pages``)."""
    if not app.config.cv_publication_pages or app.builder.name not in PAGED_WEBSITES:
        return
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    # The builder keeps those of the page it wrote last, and has none where it wrote none.
    builder.secnumbers, builder.fignumbers = {}, {}
    pages = {page_name(key): citation for key, citation in listed(app.env).items()}
    # A page that the author has written under this name stays, as does one that is fresh.
    wanted = [
        (name, citation)
        for name, citation in pages.items()
        if name not in app.env.found_docs and not Path(builder.get_outfilename(name)).is_file()
    ]
    relations = once(app.env, of_publications) if wanted else {}
    for start in range(0, len(wanted), _TOGETHER):
        yield from _pages(app, builder, dict(wanted[start : start + _TOGETHER]), relations)


def _pages(
    app: Sphinx,
    builder: StandaloneHTMLBuilder,
    citations: Mapping[str, Citation],
    relations: Mapping[str, list[Relation]],
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of *citations*, which have their names as keys."""
    references, profile = once(app.env, references_of), profile_of(app.config)
    owner = names_of(profile.name, profile.aliases)
    document = new_document(FOLDER)
    document.settings.env = app.env
    own = references.language
    parts = {name: Reference(each.entry, references).parts() for name, each in citations.items()}
    for name, citation in citations.items():
        title = in_language(title_of(citation.entry, own), citation.entry, own)
        related = relations.get(citation.key, [])
        document += _content(app, citation, related, name, [title, *_paragraphs(parts[name])])
    # All are in one folder: what leads from one of them leads from each.
    app.env.resolve_references(document, next(iter(citations)), builder)
    for (name, citation), section in zip(citations.items(), [*document], strict=True):
        # As the builder does for its own pages.
        builder.current_docname = name
        builder.dlpath = relative_uri(builder.get_target_uri(name), DOWNLOADS)
        context = {
            "title": flat(title_of(citation.entry, own)),
            "body": builder.render_partial(section)["fragment"],
            "metatags": "\n".join(metatags(citation.entry)),
            "texts": _texts(parts[name]),
            "section": citation.bibliography_key.docname,
            "json_ld": publication_data(builder, citation.entry, name, owner),
        }
        yield name, context, "page.html"


def finish_pages(app: Sphinx, exception: Exception | None) -> None:
    """Remove the pages of no list (``build-finished``)."""
    if exception or app.builder.name not in PAGED_WEBSITES:
        return
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    made = pages_of_publications(builder).values()
    kept = {Path(builder.get_outfilename(name)) for name in (*made, *app.env.found_docs)}
    for path in {*Path(app.outdir, FOLDER).rglob("*.html")} - kept:
        # The author may have files of their own there.
        if BACK in path.read_text("utf-8", "replace"):
            remove_or_tell(path)


def _paragraphs(parts: list[BaseText]) -> list[BaseText]:
    """Return the parts of a reference beside its title, the authors first."""
    titles = [part for part in parts if _is_title(part)]
    # What follows the title in parentheses: edition, series.
    behind = [Text(*part.parts[1:]) for part in titles if not isinstance(part, Tag)]
    others = [part for part in parts if not _is_title(part)]
    at = 1 if others and isinstance(others[0], Tag) and others[0].name == AUTHORS else 0
    return [*others[:at], *map(_bare, behind), *others[at:]]


def _is_title(part: BaseText) -> bool:
    first = part if isinstance(part, Tag) else next(iter(getattr(part, "parts", ())), None)
    return isinstance(first, Tag) and first.name == TITLE


def _bare(text: BaseText) -> BaseText:
    """Return an edition and a series without the parentheses that they have in a sentence."""
    return text[2:-1] if str(text).startswith(" (") and str(text).endswith(")") else text[2:]


def _texts(parts: list[BaseText]) -> list[str]:
    """Return the authors and the venue as text, for the description of the page."""
    return [flat(part) for part in parts if isinstance(part, Tag) and part.name in (AUTHORS, VENUE)]


def _content(
    app: Sphinx,
    citation: Citation,
    relations: list[Relation],
    name: str,
    texts: list[BaseText],
) -> list[nodes.Element]:
    """Return the page: *texts*, its title first, links, talks, abstract, BibTeX, way back."""
    entry = citation.entry
    profile = profile_of(app.config)
    owner = names_of(profile.name, profile.aliases)
    backend = ReferenceBackend(
        owners=owners_in(entry, owner), people=people_in(entry, people_of(app.config))
    )
    section = nodes.section(ids=[nodes.make_id(citation.key) or "publication"])
    section += nodes.title("", "", *texts[0].render(backend))
    for text in texts[1:]:
        section += nodes.paragraph("", "", *text.render(backend))
    section += legend_of([entry], references_of(app.env).options)
    links = local_links(app.env, entry)[0]
    section += links_row(link_node(link, app.env) for link in links)
    section += related_lines(relations, refdoc=name)
    for part in parts_of(citation, ris=exports_of(app.config).ris):
        part["open"] = True
        part["ids"] = [CITE] if isinstance(part, cv_bibtex) else []
        section += part
    docname = citation.bibliography_key.docname
    back = link_to(str(_("All publications")), docname=docname, anchor="", refdoc=name)
    section += nodes.paragraph("", "", back, classes=[BACK])
    link_people(section)
    return [section]
