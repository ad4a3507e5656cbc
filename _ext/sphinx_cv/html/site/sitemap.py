"""For crawlers: sitemap.xml, where the address of the site is known, and robots.txt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from sphinx_cv.document.builders import PAGED_WEBSITES, WEBSITES
from sphinx_cv.document.citations import listed
from sphinx_cv.document.sections import WHOLE
from sphinx_cv.output.address import public_address
from sphinx_cv.output.files import remove_or_tell, write_or_tell
from sphinx_cv.output.given import is_given
from sphinx_cv.publications.page_name import page_name
from sphinx_cv.settings.languages import is_translation, is_whole_site

from .languages import versions
from .whole import offers_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"


def write_sitemap(app: Sphinx, exception: Exception | None) -> None:
    """Write both files, unless the project brings its own (``build-finished``)."""
    if exception or app.builder.name not in WEBSITES:
        return
    builder = app.builder
    docnames = [app.config.root_doc]
    if builder.name != "singlehtml":
        docnames += sorted(app.env.found_docs - {app.config.root_doc})
    if offers_whole(builder):
        docnames.append(WHOLE)
    if app.config.cv_publication_pages and builder.name in PAGED_WEBSITES:
        docnames += sorted(page_name(key) for key in listed(app.env))
    pages = [entry for docname in docnames for entry in _entries(builder, docname)]
    texts = {
        SITEMAP: sitemap(pages) if pages else "",
        ROBOTS: robots(public_address(builder, SITEMAP) if pages else ""),
    }
    if is_translation(app.config):
        # Those of the whole site have its pages.
        texts = dict.fromkeys(texts, "")
    for name, text in texts.items():
        if is_given(app, name):
            continue
        path = Path(app.outdir, name)
        if text:
            write_or_tell(path, text.encode())
        else:
            remove_or_tell(path)


def _entries(builder: Builder, docname: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the address of a page in each language of the site, with all of them by their tags."""
    found = versions(builder, docname)
    if not found:
        address = public_address(builder, builder.get_target_uri(docname))
        found = [{"address": address, "tag": "", "source": False, "current": True}]
    others = {version["tag"]: version["address"] for version in found if version["tag"]}
    if source := [version["address"] for version in found if version["source"]]:
        others["x-default"] = source[0]
    # On Read the Docs the others are sites of their own.
    whole = is_whole_site(builder.config)
    for version in found:
        if version["address"] and (whole or version["current"]):
            yield version["address"], others


def sitemap(pages: Iterable[tuple[str, Mapping[str, str]]]) -> str:
    """Return the sitemap of *pages* (sitemaps.org, 0.9), without dates: they would be guessed.

    Each is an address, and those of the same page by the tag of their language.
    """
    lines, has_others = [], False
    for page, others in pages:
        links = [
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(address)}"/>'
            for tag, address in others.items()
        ]
        has_others = has_others or bool(links)
        lines.append(f"  <url><loc>{escape(page)}</loc>{''.join(links)}</url>")
    more = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if has_others else ""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{more}>',
            *lines,
            "</urlset>",
            "",
        ]
    )


def robots(sitemap_address: str) -> str:
    """Return a robots.txt (RFC 9309) which lets everyone in."""
    lines = ["User-agent: *", "Disallow:"]
    if sitemap_address:
        lines += ["", f"Sitemap: {sitemap_address}"]
    return "\n".join([*lines, ""])
