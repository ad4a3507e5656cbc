"""The way to the PDF: in our frame on every page, under another theme in the page's header."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.util.osutil import relative_uri

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.html.frame import has_frame
from sphinx_cv.l10n import _
from sphinx_cv.model.options.pdf_paths import is_address
from sphinx_cv.model.options.variants import Variant
from sphinx_cv.print.typst.site import is_published, published_variants

if TYPE_CHECKING:
    from sphinx.builders import Builder


def pdf_label() -> str:
    """Return the text of the link."""
    return str(_("Curriculum vitae (PDF)"))


def pdf_address(builder: Builder, pagename: str) -> str:
    """Return the address of the PDF as seen from a page, ``""`` where there is none."""
    pdf: str = builder.config.cv_pdf
    if is_address(pdf):
        return pdf
    # By the settings, not by what lies there: the PDF is written after the pages.
    if is_published(builder.config, builder.name):
        return relative_uri(builder.get_target_uri(pagename), quote(pdf))
    return ""


def variant_links(builder: Builder, pagename: str) -> list[dict[str, str]]:
    """Return the text and the address of each public variant, as seen from a page."""
    config = builder.config
    here = builder.get_target_uri(pagename)
    links = []
    for name, path in published_variants(config, builder.name).items():
        title = Variant.read(config.cv_variants[name]).title or name.capitalize()
        links.append({"label": f"{title} (PDF)", "url": relative_uri(here, quote(path))})
    return links


def header_link(builder: Builder, pagename: str) -> str:
    """Return the address for a page's own header: ``""`` where a frame of ours has the link."""
    if builder.name not in WEBSITES or has_frame(builder):
        return ""
    return pdf_address(builder, pagename)
