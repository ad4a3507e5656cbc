"""For crawlers: sitemap.xml, where the address of the site is known, and robots.txt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from sphinx_cv.document.builders import PAGED_WEBSITES, WEBSITES
from sphinx_cv.document.citations import listed
from sphinx_cv.output.address import public_address
from sphinx_cv.output.files import remove_or_tell, write_or_tell
from sphinx_cv.publications.page_name import page_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"


def write_sitemap(app: Sphinx, exception: Exception | None) -> None:
    """Write both files, unless the project brings its own (``build-finished``)."""
    if exception or app.builder.name not in WEBSITES:
        return
    builder = app.builder
    docnames = [app.config.root_doc]
    if builder.name != "singlehtml":
        docnames += sorted(app.env.found_docs - {app.config.root_doc})
    if app.config.cv_publication_pages and builder.name in PAGED_WEBSITES:
        docnames += sorted(page_name(key) for key in listed(app.env))
    pages = [public_address(builder, builder.get_target_uri(docname)) for docname in docnames]
    pages = [page for page in pages if page]
    texts = {
        SITEMAP: sitemap(pages) if pages else "",
        ROBOTS: robots(public_address(builder, SITEMAP) if pages else ""),
    }
    for name, text in texts.items():
        if any(Path(app.confdir, extra, name).is_file() for extra in app.config.html_extra_path):
            continue
        path = Path(app.outdir, name)
        if text:
            write_or_tell(path, text.encode())
        else:
            remove_or_tell(path)


def sitemap(pages: Iterable[str]) -> str:
    """Return the sitemap of *pages* (sitemaps.org, 0.9), without dates: they would be guessed."""
    lines = [f"  <url><loc>{escape(page)}</loc></url>" for page in pages]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
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
