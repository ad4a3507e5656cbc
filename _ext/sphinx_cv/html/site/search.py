"""The search of the website: its page, and the index that its script reads.

Papers, talks, entries and sections are found one by one, each at its place. Sphinx's own search
knows whole pages alone, and cannot compare letters without their accents.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pybtex.richtext import Tag

from sphinx_cv.bibliography.reference.style import AUTHORS, VENUE, title_of
from sphinx_cv.bibliography.tex.text import flat, rich
from sphinx_cv.document.builders import PAGED_WEBSITES
from sphinx_cv.document.citations import listed
from sphinx_cv.document.domain import CvDomain
from sphinx_cv.html.frame import has_frame
from sphinx_cv.output.files import write_or_tell
from sphinx_cv.publications.page_name import page_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinxcontrib.bibtex.domain import Citation

INDEX = "cv-search-index.js"
PAGE = "search"
_START, _END = "Search.setIndex(", ")"

# Title, what stands beside it, address, the page it is on, and more text.
Hit = tuple[str, str, str, str, str]


def replace_search(app: Sphinx) -> None:
    """Let Sphinx make no index and no page of its own (``builder-inited``)."""
    if has_search(app.builder):
        app.builder.search = False  # type: ignore[attr-defined]


def has_search(builder: Builder) -> bool:
    """Whether the website has our search."""
    return builder.name in PAGED_WEBSITES and has_frame(builder)


def collect_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page that shows all hits (``html-collect-pages``)."""
    if has_search(app.builder):
        yield PAGE, {}, "search.html"


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """Write the index (``build-finished``): as a script, which a page opened as a file may read."""
    if exception or not has_search(app.builder):
        return
    hits = json.dumps([*hits_of(app)], ensure_ascii=False, separators=(",", ":"))
    write_or_tell(Path(app.outdir, INDEX), f"globalThis.cvSearchIndex={hits};\n".encode())


def hits_of(app: Sphinx) -> Iterator[Hit]:
    """Yield what can be found: publications, then talks, entries, and the text of pages."""
    env, domain = app.env, CvDomain.of(app.env)
    titles = {docname: title.astext() for docname, title in env.titles.items()}
    uri = app.builder.get_target_uri
    # Of papers that are found alike, the newest comes first.
    for citation in reversed(listed(env).values()):
        yield _publication(app, citation, titles)
    texts = {
        (docname, anchor): (title, text)
        for docname in sorted(domain.texts)
        for anchor, title, text in domain.texts[docname]
        if docname in titles
    }
    for objtype in ("talk", "entry"):
        for record in domain.records(objtype):
            place = (record.docname, record.anchor)
            if place in texts:
                address = f"{uri(record.docname)}#{record.anchor}"
                text = texts[place][1]
                yield record.item.label, record.where, address, titles[record.docname], text
    seen: set[str] = set()
    for (docname, anchor), (title, text) in texts.items():
        if not title:
            continue
        # The first section is the page itself.
        address = f"{uri(docname)}#{anchor}" if docname in seen else uri(docname)
        beside = titles[docname] if docname in seen and title != titles[docname] else ""
        seen.add(docname)
        yield title, "", address, beside, text


def _publication(app: Sphinx, citation: Citation, titles: dict[str, str]) -> Hit:
    docname, entry = citation.bibliography_key.docname, citation.entry
    address = f"{app.builder.get_target_uri(docname)}#{citation.citation_id}"
    if app.config.cv_publication_pages:
        address = app.builder.get_target_uri(page_name(citation.key))
    beside = [
        flat(part)
        for sentence in citation.formatted_entry.text.parts
        for part in (sentence, *getattr(sentence, "parts", ()))
        if isinstance(part, Tag) and part.name in (AUTHORS, VENUE)
    ]
    abstract = flat(rich(entry.fields.get("abstract", "")))
    title = flat(title_of(entry, app.config.language))
    return title, ". ".join(beside), address, titles.get(docname, ""), abstract


def drop_lost_words(app: Sphinx, exception: Exception | None) -> None:
    """Remove from Sphinx's index the words that no page has any more (``build-finished``).

    Sphinx takes the pages off a word (``IndexBuilder.prune``) and keeps the word; so the index of
    an incremental build would differ from that of a clean one.
    """
    path = Path(app.outdir, "searchindex.js")
    if exception or app.builder.format != "html" or not path.is_file():
        return
    if has_search(app.builder):
        # Of a build before ours.
        path.unlink()
        return
    text = path.read_text("utf-8")
    if not text.startswith(_START) or ":[]" not in text:
        return
    index = json.loads(text.removeprefix(_START).removesuffix(_END))
    for name in ("terms", "titleterms"):
        index[name] = {word: pages for word, pages in index[name].items() if pages != []}
    # In the form that Sphinx itself gives the file (sphinx.search._JavaScriptIndex).
    dumped = json.dumps(index, separators=(",", ":"), sort_keys=True)
    write_or_tell(path, f"{_START}{dumped}{_END}".encode())
