"""What search engines and link previews show of a page: its description.

It is made from the page's own text and the public profile; nothing is invented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_cv.bibliography.reference.style import TITLE
from sphinx_cv.document.nodes import (
    cv_body,
    cv_entry,
    cv_header,
    cv_legend,
    cv_links,
    cv_main,
    cv_publication,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a search engine shows of a description.
LIMIT = 160
# A rest of fewer letters than these says nothing.
_WORTH_IT = 40

# What is not text of the page, or not its own.
_LEFT_OUT = (
    nodes.title,
    nodes.Invisible,
    nodes.literal_block,
    nodes.math_block,
    nodes.footnote,
    nodes.citation,
    nodes.table,
    nodes.raw,
    cv_header,
    cv_legend,
    cv_links,
    cv_body,
)
# The end of a sentence; not that of "Dr." or "Ph.D.", and not before a small letter.
_SENTENCE_END = re.compile(
    r"""(?:(?<=\w{4})|(?<=[\d)”"'»]))[.!?…]+[”"'»)]*(?=\s+[^\sa-z])""",
)


def page_description(
    doctree: nodes.document | None, *, name: str, title: str, written: str = ""
) -> str:
    """Return one plain sentence about a page, of at most 160 characters.

    *written* is the author's own and wins as it is. The home page has no *title*. Returns
    ``""`` where the page has no text to make a sentence of.
    """
    if written:
        return _plain(written)
    if doctree is None:
        return ""
    start = " – ".join(filter(None, (name, title)))
    texts = list(dict.fromkeys(_plain(text) for text in blocks(doctree)))
    if not title:
        # The first paragraph introduces the owner.
        texts = texts[:1]
        if name in "".join(texts):
            start = ""
    return sentence(texts, start=start)


def written_description(doctree: nodes.document | None, metadata: dict[str, Any]) -> str:
    """Return the description that the page's front matter gives, if it does."""
    for node in doctree.findall(nodes.meta) if doctree is not None else ():
        if node.get("name") == "description":
            return str(node.get("content", ""))
    return str(metadata.get("description", ""))


def blocks(node: nodes.Element) -> Iterator[str]:
    """Yield the texts of a page: of an entry its first line, of a publication its title."""
    for child in node.children:
        if isinstance(child, _LEFT_OUT):
            continue
        if isinstance(child, cv_entry):
            yield " ".join(main.astext() for main in child.findall(cv_main))
        elif isinstance(child, cv_publication):
            yield _title_of(child)
        elif isinstance(child, (nodes.paragraph, nodes.term, nodes.line)):
            yield child.astext()
        elif isinstance(child, nodes.Element):
            yield from blocks(child)


def sentence(texts: list[str], *, start: str = "", limit: int = LIMIT) -> str:
    """Join as many of *texts*, whole, after *start* as fit into *limit* characters."""
    said = ""
    for text in filter(None, texts):
        opening = _joined(start, said)
        if len(opening) + len(text) + 1 <= limit:
            said = f"{opening}{text}"
            continue
        if not said or limit - len(opening) >= 2 * _WORTH_IT:
            said = f"{opening}{clipped(text, limit - len(opening))}"
        break
    if not said:
        return ""
    return said if said.endswith((".", "!", "?", "…")) else f"{said.rstrip(':;,')}."


def clipped(text: str, limit: int) -> str:
    """Cut *text* after its last whole sentence that fits, or else after a word."""
    if len(text) <= limit:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text[: limit + 1])]
    ends = [end for end in ends if _WORTH_IT <= end <= limit]
    if ends:
        return text[: ends[-1]]
    words = text[:limit].rsplit(" ", 1)[0] if " " in text[:limit] else text[: limit - 1]
    return words.rstrip(" .,;:–-(") + "…"


def _joined(start: str, said: str) -> str:
    """Return the separator to insert before the next text."""
    if not said:
        return f"{start}: " if start else ""
    return f"{said} " if said.endswith((".", "!", "?")) else f"{said}; "


def _title_of(publication: cv_publication) -> str:
    for node in publication.findall(nodes.Element):
        if TITLE in node["classes"]:
            return node.astext()
    return publication.astext()


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\bhttps?://(www\.)?", "", text).split()).rstrip("/")
