"""A page for each publication, with what Google Scholar reads, and the list as a .bib file."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import new_document

from sphinx_cv.bibliography.bibtex import to_bibtex
from sphinx_cv.bibliography.links import LABELS, links_of
from sphinx_cv.bibliography.owner import OwnerNames
from sphinx_cv.bibliography.style import (
    format_authors,
    format_name,
    format_remarks,
    format_venue,
    full_title,
    named_persons,
    title_of,
    year_number,
)
from sphinx_cv.bibliography.text import rich
from sphinx_cv.document.builders import PAGED_WEBSITES, WEBSITES
from sphinx_cv.document.citations import listed
from sphinx_cv.document.compose import links_row
from sphinx_cv.document.domain import link_to
from sphinx_cv.l10n import _
from sphinx_cv.output.files import write_whole
from sphinx_cv.publications.relations import of_publications, related_lines
from sphinx_cv.publications.transform import ReferenceBackend, legend_of
from sphinx_cv.settings.values import profile_of

from .parts import DOWNLOAD, FOLDER, page_name, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinxcontrib.bibtex.domain import Citation

    from sphinx_cv.publications.relations import Relation

# The class of the way back, which no other page has.
BACK = "cv-back"


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield a page for each listed publication (``html-collect-pages``)."""
    if not app.config.cv_publication_pages or app.builder.name not in PAGED_WEBSITES:
        return
    relations = of_publications(app.env)
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    # The builder keeps those of the page it wrote last, and has none where it wrote none.
    builder.secnumbers, builder.fignumbers = {}, {}
    for key, citation in listed(app.env).items():
        name = page_name(key)
        # Whatever changes a page of a publication changes the page that lists it.
        listing = Path(builder.get_outfilename(citation.bibliography_key.docname))
        # A page that the author has written under this name stays.
        if name in app.env.found_docs or _is_newer(Path(builder.get_outfilename(name)), listing):
            continue
        document = new_document(name)
        document.settings.env = app.env
        document += _content(app, citation, relations.get(key, []), name)
        app.env.resolve_references(document, name, builder)
        context = {
            "title": str(title_of(citation.entry)),
            "body": builder.render_partial(document[0])["fragment"],
            "metatags": "\n".join(metatags(citation.entry)),
            "texts": [_text(format_authors(citation.entry)), _text(format_venue(citation.entry))],
            "section": citation.bibliography_key.docname,
        }
        yield name, context, "page.html"


def _is_newer(path: Path, other: Path) -> bool:
    return path.is_file() and path.stat().st_mtime_ns >= other.stat().st_mtime_ns


def drop_pages(app: Sphinx, exception: Exception | None) -> None:
    """Remove the pages of what is listed no more, which would stay public (``build-finished``)."""
    if exception or app.builder.name not in PAGED_WEBSITES:
        return
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    names = map(page_name, listed(app.env)) if app.config.cv_publication_pages else ()
    kept = {Path(builder.get_outfilename(name)) for name in (*app.env.found_docs, *names)}
    for path in {*Path(app.outdir, FOLDER).rglob("*.html")} - kept:
        # The author may have files of their own there.
        if BACK in path.read_text("utf-8", "replace"):
            path.unlink()


def write_download(app: Sphinx, builder: Builder) -> None:
    """Write the listed publications as one .bib file, or remove that of an older build.

    This is before the author's own files are copied (``write-started``), which it must not remove.
    """
    if builder.name not in WEBSITES:
        return
    path = Path(app.outdir, DOWNLOAD)
    if entries := [to_bibtex(citation.entry) for citation in listed(app.env).values()]:
        write_whole(path, "\n".join(entries).encode())
    else:
        path.unlink(missing_ok=True)


def metatags(entry: Entry) -> Iterator[str]:
    """Yield the ``citation_*`` tags (Google Scholar's inclusion guidelines)."""
    fields, authors = entry.fields, entry.persons.get("author", [])
    first, _dash, last = str(rich(fields.get("pages", ""))).replace("–", "-").partition("-")
    urls = {link.label: link.url for link in links_of(entry)[0]}
    tags = [
        ("title", str(rich(full_title(entry, "title")))),
        *(("author", str(format_name(person))) for person in authors if str(person) != "others"),
        ("publication_date", str(year_number(entry) or "")),
        *((tag, _first(fields, names)) for tag, names in _SCHOLAR.items()),
        ("firstpage", first),
        ("lastpage", last),
        ("pdf_url", urls.get("pdf", "")),
    ]
    for name, content in tags:
        if content:
            yield f'<meta name="citation_{name}" content="{escape(content)}" />'


def _text(parts: Iterable[Any]) -> str:
    return "".join(str(part) for part in parts)


def _first(fields: Mapping[str, str], names: Iterable[str]) -> str:
    return str(rich(next((fields[name] for name in names if fields.get(name)), "")))


# Each tag, and the fields that it may come from.
_SCHOLAR = {
    "journal_title": ("journal", "journaltitle"),
    "conference_title": ("booktitle",),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "doi": ("doi",),
    "issn": ("issn",),
    "isbn": ("isbn",),
    "dissertation_institution": ("school",),
    "technical_report_institution": ("institution",),
}


def _content(
    app: Sphinx, citation: Citation, relations: list[Relation], name: str
) -> list[nodes.Element]:
    """Return the page: title, authors, venue, award, links, talks, abstract, BibTeX, way back."""
    entry = citation.entry
    profile = profile_of(app.config)
    owner = OwnerNames(profile.name, profile.aliases)
    backend = ReferenceBackend(owners=owner.places_in(named_persons(entry)))
    section = nodes.section(ids=[nodes.make_id(citation.key) or "publication"])
    section += nodes.title("", "", *title_of(entry).render(backend))
    remarks = ([remark] for remark in format_remarks(entry))
    for texts in (format_authors(entry), format_venue(entry), *remarks):
        inline = [node for text in texts for node in text.render(backend)]
        section += nodes.paragraph("", "", *inline)
    section += legend_of([entry])
    links = [
        nodes.reference("", str(LABELS[link.label]), refuri=link.url) for link in links_of(entry)[0]
    ]
    section += links_row(links)
    section += related_lines(relations, refdoc=name)
    for part in parts_of(entry):
        part["open"] = True
        section += part
    docname = citation.bibliography_key.docname
    back = link_to(str(_("All publications")), docname=docname, anchor="", refdoc=name)
    section += nodes.paragraph("", "", back, classes=[BACK])
    return [section]
