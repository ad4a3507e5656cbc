"""What the templates of the theme know of the owner and the sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sphinx_cv.data.files import links
from sphinx_cv.data.json_ld_pages import page_data
from sphinx_cv.document.composing.contacts import before_text, contacts
from sphinx_cv.document.once import once
from sphinx_cv.document.sections import WHOLE, sections
from sphinx_cv.html.pictures import CARD, CARD_SIZE
from sphinx_cv.l10n import _
from sphinx_cv.output.address import public_address
from sphinx_cv.print.page_text import updated
from sphinx_cv.publications.long_pages import long_pages
from sphinx_cv.settings.values import profile_of

from .languages import pdfs, versions
from .meta import page_description, sentence, written_description
from .not_found import MISSING
from .pdf_link import pdf_address, pdf_label, variant_links
from .photo import photo_names
from .search import has_search
from .whole import offers_whole

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_cv.document.composing.contacts import Contact

# So many letters of an address have room in a line of the sidebar.
_SIDE_WIDTH = 28


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Give every page the dictionary ``cv`` (``html-page-context``)."""
    if hasattr(app.builder, "dump_context"):
        # JSON and pickles hold what a page says, and no frame that could ask for it.
        return
    profile = profile_of(app.config)
    root = app.config.root_doc
    titles = app.env.titles
    is_home = pagename == root
    if context.get("pageurl"):
        # Whoever sees the page for missing ones is at another address.
        uri = app.builder.get_target_uri(pagename)
        context["pageurl"] = "" if pagename == MISSING else public_address(app.builder, uri)
    written = written_description(doctree, app.env.metadata.get(pagename, {}))
    photos = {f"_static/{quote(name)}": width for name, width in photo_names(profile.photo).items()}
    context["cv"] = {
        "name": profile.name,
        "position": profile.position,
        "affiliation": profile.affiliation,
        "monogram": profile.monogram,
        "photos": {context["pathto"](photo, 1): width for photo, width in photos.items()},
        "photo_alt": str(_("Portrait of %s")) % profile.name,
        "contacts": [_contact(contact) for contact in contacts(profile)],
        "data": {"title": before_text(str(_("Data"))), "links": links(app.builder, pagename)},
        "pdf_url": pdf_address(app.builder, pagename),
        "pdf_label": pdf_label(),
        "variants": variant_links(app.builder, pagename),
        "sections": _sections(app, pagename, context),
        "search": _search_words() if has_search(app.builder) else {},
        "home": {
            "title": str(_("Home")),
            "url": context["pathto"](root),
            "current": is_home,
        },
        "whole": _whole(context, pagename) if offers_whole(app.builder) else None,
        "description": page_description(
            doctree,
            name=profile.name,
            title="" if is_home else titles[pagename].astext() if pagename in titles else "",
            written=written or (profile.description if is_home else ""),
        )
        or sentence(context.get("texts", [])),
        "card": {
            # Link previews read whole addresses only, where there is one.
            "url": public_address(app.builder, f"_static/{CARD}")
            or context["pathto"](f"_static/{CARD}", 1),
            "width": CARD_SIZE[0],
            "height": CARD_SIZE[1],
            "alt": ", ".join(filter(None, (profile.name, profile.position, profile.affiliation))),
        },
        "json_ld": context.get("json_ld")
        or page_data(
            app.builder,
            pagename,
            doctree,
            image=public_address(app.builder, list(photos)[-1]) if photos else "",
        ),
        "missing": {
            "title": str(_("Page not found")),
            "text": str(_("This page does not exist or has moved.")),
            "home": str(_("Go to the home page")),
        },
        "updated": updated(app.config),
        "is_home": is_home,
        # From the page for missing ones to the home pages.
        "languages": versions(app.builder, pagename, root if pagename == MISSING else ""),
        "words": _words(),
        "pdfs": pdfs(app.builder, pagename) if is_home else [],
    }


def _sections(app: Sphinx, pagename: str, context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the links to the sections."""
    address = context["pathto"]
    long = once(app.env, long_pages)
    found = list(sections(app.env))
    pages = [docname for docname, _anchor, _title in found]
    return [
        {
            "title": title,
            "url": f"{address(docname).removesuffix('#')}#{anchor}" if anchor else address(docname),
            "current": docname == pagename and not anchor,
            # A page that an extension makes below a section.
            "holds": docname == context.get("section") and not anchor,
            "anchor": anchor,
            # Of several sections on a page, nobody knows which of them is long.
            "long": docname in long and pages.count(docname) == 1,
        }
        for docname, anchor, title in found
    ]


def _whole(context: dict[str, Any], pagename: str) -> dict[str, Any]:
    """Return the link to the page with the whole CV, which no one takes for that to the PDF."""
    return {
        "title": str(_("Full CV")),
        "url": context["pathto"](WHOLE),
        "current": pagename == WHOLE,
    }


def _words() -> dict[str, str]:
    """Return the words of the frame that Sphinx and the base theme lack in many languages."""
    return {
        "skip": str(_("Skip to main content")),
        "sections": str(_("Site navigation")),
        "menu": str(_("Menu")),
        "languages": str(_("Language")),
        "auto": str(_("Theme: system")),
        "light": str(_("Theme: light")),
        "dark": str(_("Theme: dark")),
    }


def _search_words() -> dict[str, str]:
    """Return what the script of the search says of its hits."""
    return {
        "none": str(_("No results. Try fewer words.")),
        "one": str(_("1 result")),
        "many": str(_("{n} results")),
    }


def _contact(contact: Contact) -> dict[str, str]:
    """Return a contact for the sidebar: an icon, its name for screen readers, and short text."""
    # The icon of ORCID says where the number belongs.
    text = re.sub(r"^https?://(www\.|orcid\.org/)?", "", contact.text).rstrip("/")
    # An address that takes more than a line says less than its name.
    is_long = contact.label and (len(text) > _SIDE_WIDTH or "?" in text)
    return {
        "icon": contact.service,
        "name": contact.label,
        "text": contact.label if is_long else text,
        "url": contact.url,
    }
