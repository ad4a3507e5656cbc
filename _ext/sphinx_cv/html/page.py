"""What the templates of the theme know of the owner and the sections."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.locale import get_translation

from ..compose import CATALOG
from ..config import profile_of
from ..header import contacts
from ..log import warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from ..header import Contact

_ = get_translation(CATALOG)

# Where Read the Docs serves the PDF of the version that is being built.
READ_THE_DOCS_PDF = "/_/downloads/{READTHEDOCS_LANGUAGE}/{READTHEDOCS_VERSION}/pdf/"


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Give every page the dictionary ``cv`` (``html-page-context``)."""
    profile = profile_of(app.config)
    root = app.config.root_doc
    titles = app.env.titles
    sections = [
        {
            "title": titles[docname].astext(),
            "url": context["pathto"](docname),
            "current": docname == pagename,
        }
        for docname in app.env.toctree_includes.get(root, ())
        if docname in titles
    ]
    context["cv"] = {
        "name": profile.name,
        "position": profile.position,
        "affiliation": profile.affiliation,
        "monogram": profile.monogram,
        "photo": context["pathto"](f"_static/{Path(profile.photo).name}", 1)
        if profile.photo
        else "",
        "contacts": [_contact(contact) for contact in contacts(profile)],
        "pdf_url": _pdf_url(app, context),
        "sections": sections,
        "home": {
            "title": str(_("Home")),
            "url": context["pathto"](root),
            "current": pagename == root,
        },
        "description": profile.description if pagename == root else "",
        "is_home": pagename == root,
    }


def copy_photo(app: Sphinx, exception: Exception | None) -> None:
    """Copy the portrait beside the theme's files (``build-finished``)."""
    photo = profile_of(app.config).photo
    if photo and not exception and app.builder.format == "html":
        source, target = Path(app.confdir, photo), Path(app.outdir, "_static")
        if not source.is_file():
            warn("profile", 'there is no photo "%s" beside conf.py', photo, location=None)
        elif target.is_dir():
            shutil.copy(source, target)


def _contact(contact: Contact) -> dict[str, str]:
    """Return a contact for the sidebar: an icon, its name for screen readers, and short text."""
    return {
        "icon": contact.service,
        "name": contact.label,
        "text": re.sub(r"^https?://(www\.)?", "", contact.text).rstrip("/"),
        "url": contact.url,
    }


def _pdf_url(app: Sphinx, context: dict[str, Any]) -> str:
    pdf: str = app.config.cv_pdf
    if pdf.startswith(("http://", "https://")):
        return pdf
    if os.environ.get("READTHEDOCS") == "True":
        return READ_THE_DOCS_PDF.format_map(os.environ)
    places = [Path(app.outdir), *(Path(app.confdir, extra) for extra in app.config.html_extra_path)]
    if pdf and any(Path(place, pdf).is_file() for place in places):
        return str(context["pathto"](pdf, 1))
    return ""
