"""The same page in the other languages of a CV: where it is, and what leads there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from sphinx.util.osutil import relative_uri

from sphinx_cv.document.builders import WEBSITES
from sphinx_cv.model.languages import folder_of, tag_of, territory_form
from sphinx_cv.model.options.pdf_paths import is_address
from sphinx_cv.print.typst.site import is_published
from sphinx_cv.settings.languages import is_translation, is_whole_site, names_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config


def place_in_site(app: Sphinx, config: Config) -> None:
    """Let the address of a translated site be that of its folder (``config-inited``)."""
    if is_translation(config) and config.html_baseurl:
        config.html_baseurl = f"{config.html_baseurl.rstrip('/')}/{folder_of(config.language)}/"


def versions(builder: Builder, pagename: str, to: str = "") -> list[dict[str, Any]]:
    """Return a page in each language of the CV, or the page *to* as seen from it.

    Each has its language's ``code``, ``name``, ``tag`` and ``locale``, ``url`` as seen from the
    page, ``address`` in full where it is known, ``current`` and ``source``. None where the CV has
    one language, or this build knows no other: see ``is_whole_site``.
    """
    config = builder.config
    if builder.name not in WEBSITES or len(names_of(config)) < 2:  # noqa: PLR2004
        return []
    hosted = _on_read_the_docs(config)
    if not (hosted or is_whole_site(config) or is_translation(config)):
        return []
    here = f"{_folder(config, config.language)}{builder.get_target_uri(pagename)}"
    uri = builder.get_target_uri(to or pagename)
    found = []
    for code, name in names_of(config).items():
        there = f"{_folder(config, code)}{uri}"
        address = urljoin(_root(config), there) if _root(config) else ""
        if hosted:
            address = urljoin(hosted(code), uri)
        found.append(
            {
                "code": code,
                "name": name,
                "tag": tag_of(code),
                "locale": territory_form(code),
                "url": address if hosted else _relative(here, there),
                "address": _short(address),
                "current": code == config.language,
                "source": code == config.cv_source_language,
            }
        )
    return found


def pdfs(builder: Builder, pagename: str) -> list[dict[str, str]]:
    """Return the public PDFs in the other languages, as seen from a page."""
    config = builder.config
    if is_address(config.cv_pdf) or not is_published(config, builder.name):
        return []
    pdf = quote(config.cv_pdf)
    page = builder.get_target_uri(pagename)
    home = f"{_folder(config, config.language)}{page}"
    hosted = _on_read_the_docs(config)
    found = []
    for version in versions(builder, pagename):
        if version["current"]:
            continue
        code = version["code"]
        there = f"{_folder(config, code)}{pdf}"
        url = urljoin(hosted(code), pdf) if hosted else relative_uri(home, there)
        found.append({**version, "url": url})
    return found


def _folder(config: Config, code: str) -> str:
    return "" if code == config.cv_source_language else f"{folder_of(code)}/"


def _root(config: Config) -> str:
    """Return the address of the source language's site, ``""`` where it is not known."""
    base: str = config.html_baseurl
    if not base:
        return ""
    base = f"{base.rstrip('/')}/"
    return base.removesuffix(_folder(config, config.language)) if is_translation(config) else base


def _relative(here: str, there: str) -> str:
    """Return an address as seen from another, its own name where the two are one."""
    return relative_uri(here, there) or here.rpartition("/")[2] or "./"


def _short(address: str) -> str:
    """Return an address without the name of a folder's page."""
    return address.removesuffix("index.html") if address.endswith("/index.html") else address


def _on_read_the_docs(config: Config) -> Callable[[str], str] | None:
    """Return what gives the address of a language's site on Read the Docs, None elsewhere.

    Each language is a project of its own there, below the same host: ``…/fr/latest/``.
    """
    if is_whole_site(config) or is_translation(config):
        return None
    base = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
    language = os.environ.get("READTHEDOCS_LANGUAGE", "")
    head, found, tail = base.partition(f"/{language}/")
    if not (language and found):
        return None
    return lambda code: f"{head}/{folder_of(code)}/{tail}"
