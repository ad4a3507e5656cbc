"""Text of others as Markdown of ours: emphasis and links stay, nothing else means anything."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from sphinx_cv.source.addresses import check_url

_SIGNS = re.compile(r"([\\`*_\[\]<>{}$|~&^])")
# What starts a list, a heading, a comment, a field, a table, a block, at the start of a paragraph.
_START = re.compile(r"^(\s*)([#+\-=%:>|@]|\d+(?=[.)]))")
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.)*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?[^()]*\)"
)
_KEPT = re.compile(r"`[^`\n]+`|" + _LINK.pattern)
_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_TAGS = frozenset(
    "a abbr b big blockquote br center cite code dd del div dl dt em figcaption figure font footer "
    "h1 h2 h3 h4 h5 h6 header hr i img ins li mark nobr ol p pre q s section small span strong sub "
    "sup table tbody td th thead tr tt u ul script style svg iframe".split()
)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_SCHEME = re.compile(r"(?i)\s*[a-z][a-z\d+.-]*:")
_SILENT = ("script", "style")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*")
_POINT = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")


def plain(text: object) -> str:
    """Return plain text as Markdown on one line; HTML in it becomes Markdown."""
    return _started(_one_line(_from_html(str(text), _escape)))


def markdown(text: object) -> str:
    """Return Markdown of others on one line: emphasis, code and links, and no more."""
    return _started(_one_line(_disarm(_from_html(str(text), lambda words: words))))


def bare(text: object) -> str:
    """Return text without any markup, for an option or a setting."""
    words = _from_html(str(text), lambda words: words)
    words = _LINK.sub(lambda match: match[2], words)
    words = re.sub(r"\\([\\`*_{}\[\]()#+.!<>|~$&^-])", r"\1", words)
    words = re.sub(r"(\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|`)", "", words)
    return _one_line(words)


def link_of(text: object) -> tuple[str, str]:
    """Return text and address of what is one link; else the text, and no address."""
    match = _LINK.fullmatch(_from_html(str(text), lambda words: words).strip())
    if match and not match[1] and is_web(match[3]):
        return match[2], match[3]
    return str(text), ""


def is_web(url: str) -> bool:
    """Whether this is an address that a link may lead to."""
    try:
        check_url(url)
    except ValueError:
        return False
    return True


def links_in(text: object) -> list[str]:
    """Return the addresses that a text links to."""
    words = _from_html(str(text), lambda words: words)
    return [match[3] for match in _LINK.finditer(words) if is_web(match[3])]


def addresses_in(text: object) -> list[str]:
    """Return the addresses that a text links to, also those of files beside it."""
    words = _from_html(str(text), lambda words: words)
    found = (match[3] for match in _LINK.finditer(words))
    return [url for url in found if is_web(url) or _beside(url)]


def paragraphs(text: object) -> list[str]:
    """Return the paragraphs and lists of a page of Markdown, each as a block of ours."""
    blocks: list[str] = []
    for block in re.split(r"\n\s*\n", str(text).strip()):
        words: list[str] = []
        points: list[str] = []
        for line in block.split("\n"):
            if _POINT.match(line):
                points.append(_POINT.sub("", line, count=1))
            elif points:
                points[-1] += f" {line.strip()}"
            else:
                words.append(line)
        # A line across the page says nothing.
        words = [line for line in words if not _RULE.fullmatch(line)]
        head = markdown(re.sub(r"^#+\s*", "", "\n".join(words)))
        listed = (f"- {markdown(point)}" for point in points if point.strip())
        blocks += filter(None, (head, "\n".join(listed)))
    return blocks


def _escape(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _started(text: str) -> str:
    return _START.sub(r"\1\\\2" if not text[:1].isdigit() else r"\1\2\\", text)


def _disarm(text: str) -> str:
    """Return Markdown in which only emphasis, code and links to the web mean anything."""
    parts, end = [], 0
    for match in _KEPT.finditer(text):
        parts += [_without_roles(text[end : match.start()]), _kept(match[0])]
        end = match.end()
    return "".join([*parts, _without_roles(text[end:])])


def _kept(text: str) -> str:
    if text.startswith("`"):
        return text
    match = _LINK.fullmatch(text)
    words = _without_roles(match[2]) if match else text
    # A picture is what it shows, in words.
    if match and is_web(match[3]) and (words or not match[1]):
        return f"[{words}](<{match[3]}>)"
    return f"{words}{_escape(_beside(match[3] if match else ''))}"


def _beside(url: str) -> str:
    """Return what stays of an address that is none on the web: a file of the other site."""
    return "" if not url or _SCHEME.match(url) else f" ({url})"


def _without_roles(text: str) -> str:
    text = re.sub(r"([{}$<>|~`&^\[\]])", r"\\\1", text)
    return re.sub(r"(?<=\w)_(?=\w)", r"\\_", text)


class _Html(HTMLParser):
    """Turns HTML into Markdown, and leaves what only looks like a tag as it is."""

    def __init__(self, escape: object) -> None:
        super().__init__(convert_charrefs=True)
        self.escape = escape
        self.parts: list[str] = []
        self._links: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write what a tag means; an unknown one is text."""
        if tag not in _TAGS:
            self.handle_data(self.get_starttag_text() or "")
        elif tag == "a":
            # A link within a link closes it, as in browsers.
            self.handle_endtag("a")
            url = dict(attrs).get("href") or ""
            self._links.append(url)
            self.parts.append("[" if is_web(url) else "")
        elif tag == "img":
            self.handle_data(dict(attrs).get("alt") or "")
        elif tag in _SILENT:
            self._silent += 1
        else:
            self.parts.append(_MARKS.get(tag, "" if tag in ("span", "sup", "sub", "u") else " "))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an empty tag."""
        self.handle_starttag(tag, attrs)
        if tag == "a":
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag has opened."""
        if tag not in _TAGS:
            self.handle_data(f"</{tag}>")
        elif tag == "a":
            url = self._links.pop() if self._links else ""
            self.parts.append(f"](<{url}>)" if is_web(url) else _beside(url))
        elif tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        else:
            self.parts.append(_MARKS.get(tag, "" if tag in ("span", "sup", "sub", "u") else " "))

    def handle_data(self, data: str) -> None:
        """Write text."""
        if not self._silent:
            self.parts.append(self.escape(data))  # type: ignore[operator]


def _from_html(text: str, escape: object) -> str:
    if not _TAG.search(text):
        return escape(text)  # type: ignore[operator,no-any-return]
    reader = _Html(escape)
    reader.feed(text)
    reader.close()
    reader.handle_endtag("a")
    return "".join(reader.parts)


def letters(text: str) -> str:
    """Return HTML's names of letters as letters."""
    return unescape(text)
