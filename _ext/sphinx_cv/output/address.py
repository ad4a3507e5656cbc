"""The public address of a page or a file, where the project says where it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.builders import Builder


def public_address(builder: Builder, uri: str) -> str:
    """Return the address of *uri*, relative to the site, or ``""`` where that is not known.

    A folder's page is named by its folder: one page, one address.
    """
    base: str = builder.config.html_baseurl
    if not base:
        return ""
    uri = uri.partition("#")[0]
    if uri == "index.html" or uri.endswith("/index.html"):
        uri = uri.removesuffix("index.html")
    return f"{base.rstrip('/')}/{uri}"
