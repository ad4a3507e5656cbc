"""The whole CV on one page, ``cv.html``: the pages of the sections as they are written, in a row.

They are taken from the site, so that this page says what they say and nothing is made twice. What
serves a page of its own stays there: filters and what they choose by, abstracts and citations.
"""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from sphinx.util.osutil import relative_uri

from sphinx_cv.document.builders import PAGED_WEBSITES
from sphinx_cv.document.sections import WHOLE, below_home, has_whole, included, sections
from sphinx_cv.html.frame import has_frame
from sphinx_cv.html.publications.parts import CITE
from sphinx_cv.l10n import _
from sphinx_cv.output.files import write_or_tell

from .on_page import navigation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.builders.html import StandaloneHTMLBuilder

_LOWEST_HEADING = 6

_ARTICLE = re.compile(r'<article class="bd-article">(.*)</article>', re.DOTALL)
_CITE_LINK = rf'<a\b[^>]*#{CITE}">.*?</a>'
_LEFT_OUT = re.compile(
    r'<div class="cv-filter .*\n'
    r'|<nav class="cv-(?:years|on-page)\b.*\n'
    r'|<p class="cv-more">.*</p>\n'
    r'|<details class="cv-(?:abstract|bibtex)"(?s:.*?)</details>\n'
    rf'|<p class="cv-links">{_CITE_LINK}</p>\n|\n?{_CITE_LINK}(?!</p>\n</details>)'
    r'| data-(?:types|year)="[^"]*"(?=[^<>]*>)'
)
_TOCTREE = re.compile(r'<div class="toctree-wrapper compound">.*?</div>', re.DOTALL)
# What says where something is: headings, ids and what names them, links within the site.
_PLACES = re.compile(
    r"(?P<tag></?h)(?P<level>[1-6])\b"
    r'| (?P<place>id|for|headers|aria-(?:controls|describedby|labelledby))="(?P<ids>[^"]*)"'
    r'| (?P<link>href|src)="(?!/|[a-zA-Z][\w+.-]*:)(?P<address>[^"]*)"'
)


def offers_whole(builder: Builder) -> bool:
    """Whether the site has the page.

    Nothing switches it off: it is made in no time, and no other page changes with it.
    """
    return builder.name in PAGED_WEBSITES and has_frame(builder) and has_whole(builder.env)


def write_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write the page where it has changed, and yield none (``html-collect-pages``).

    Sphinx writes what is yielded in every build.
    """
    if offers_whole(app.builder):
        builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
        title = str(_("Curriculum vitae"))
        context = {"title": title, "body": body_of(builder, title)}
        with TemporaryDirectory() as folder:
            aside = Path(folder, "page.html")
            builder.handle_page(WHOLE, context, "page.html", outfilename=aside)
            write_or_tell(Path(builder.get_outfilename(WHOLE)), aside.read_bytes())
    yield from ()


def body_of(builder: StandaloneHTMLBuilder, title: str) -> str:
    """Return the content of the page: its heading, what is on it, and the sections."""
    parts = ((_id(name, anchor), text) for name, anchor, text in sections(builder.env))
    pages = included(builder.env, builder.config.root_doc)
    return f"<h1>{escape(title)}</h1>\n{navigation(parts)}{_Row(builder).texts(pages, depth=1)}"


class _Row:
    """The pages of the sections one below the other, and where each is then."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder
        self._here = builder.get_target_uri(WHOLE)
        self._seen: set[str] = set()
        self._names = {builder.get_target_uri(name): name for name in below_home(builder.env)}

    def texts(self, names: Iterable[str], *, depth: int) -> str:
        """Return the texts of pages, each with those below it, headings *depth* levels lower."""
        return "\n".join(self._text(name, depth) for name in names if name not in self._seen)

    def _text(self, name: str, depth: int) -> str:
        self._seen.add(name)
        page = Path(self._builder.get_outfilename(name)).read_text("utf-8")
        found = _ARTICLE.search(page)
        text = _LEFT_OUT.sub("", found[1].strip() if found else "")
        place = self._builder.get_target_uri(name)
        text = _PLACES.sub(lambda match: self._placed(match, name, place, depth), text)
        below = self.texts(included(self._builder.env, name), depth=depth + 1)
        text, placed = _TOCTREE.subn(lambda _toctree: below, text, count=1)
        text = _TOCTREE.sub("", text) + ("" if placed else below)
        return f'<div id="{_id(name)}">{text}</div>'

    def _placed(self, match: re.Match[str], name: str, place: str, depth: int) -> str:
        """Return what was found on the page *name*, as it is on this one."""
        if match["tag"]:
            return f"{match['tag']}{min(int(match['level']) + depth, _LOWEST_HEADING)}"
        if match["place"]:
            ids = " ".join(_id(name, id_) for id_ in match["ids"].split())
            return f' {match["place"]}="{ids}"'
        address = unescape(match["address"])
        path, _hash, anchor = urljoin(f"/{place}", address).removeprefix("/").partition("#")
        if path in self._names:
            there = f"#{_id(self._names[path], anchor)}"
        else:
            there = relative_uri(self._here, path) + (f"#{anchor}" if anchor else "")
        return f' {match["link"]}="{escape(there)}"'


def _id(name: str, anchor: str = "") -> str:
    """Return the id of a page, or of a place on it."""
    return escape("/".join(filter(None, (quote(name), anchor))))
