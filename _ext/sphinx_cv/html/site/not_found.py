"""The page that a host shows in place of a missing one: 404.html, at home under any address."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from sphinx_cv.document.builders import PAGED_WEBSITES
from sphinx_cv.html.frame import has_frame
from sphinx_cv.model.languages import folder_of
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.settings.languages import is_translation

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MISSING = "404"

# Addresses within this site: no fragment alone, no other host, no scheme.
_ADDRESS = re.compile(
    r'( (?:href|src|data-src|action|data-content_root)=")(?![#/]|[a-zA-Z][\w+.-]*:)([^"]*)'
)


def write_page(app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
    """Write the page (``html-collect-pages``), by itself: Sphinx would put it in a folder."""
    if app.builder.name not in PAGED_WEBSITES or not has_frame(app.builder):
        return []
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "404.html")
        app.builder.handle_page(MISSING, {}, "404.html", outfilename=made)  # type: ignore[attr-defined]
        text = made.read_text("utf-8")
    place = urlsplit(app.config.html_baseurl).path.strip("/")
    if is_translation(app.config) and not app.config.html_baseurl:
        place = folder_of(app.config.language)
    base = f"/{place}/".replace("//", "/")
    text = rooted(text, urljoin(base, app.builder.get_target_uri(MISSING)))
    path = Path(app.outdir, "404.html")
    write_or_tell(path, text.encode())
    return []


def rooted(html: str, page: str) -> str:
    """Let every relative address in *html*, the page at path *page*, start at the host's root."""
    return _ADDRESS.sub(lambda match: match[1] + urljoin(page, match[2]), html)
